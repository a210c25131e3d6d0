import { EMAIL_NON_CONSEGNATE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** Mails of the last month that reached nobody. */
export const MESSAGGIO_NON_CONSEGNATO: Attesa = {
  tipo: 'messaggio_non_consegnato',
  sql: () => `SELECT ${riga({ oggetto: 'e.id', tavolo: 'e.tavolo_id', nome: 'e.a_nome', altro: 'e.subject', dal: 'e.creata_at' })} FROM email e
    WHERE e.ambito_id = $1 AND e.stato IN ${fra(EMAIL_NON_CONSEGNATE)} AND e.creata_at > now() - interval '30 days'`,
  testo: r => `Il messaggio «${r.altro ?? ''}» non è arrivato a ${r.nome}.`,
  percorso: () => 'area/messaggi?stato=rifiutata',
  compito: {
    permesso: 'email.rispedisci',
    nome: { una: 'messaggio non consegnato', molte: 'messaggi non consegnati', genere: 'm' },
    voce: r => `A ${r.nome}: «${r.altro ?? ''}»`,
    elenco: 'area/messaggi?stato=rifiutata',
    aNumero: () => 'area/messaggi?stato=rifiutata',
  },
};
