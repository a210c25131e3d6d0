import { conta } from '@tavoli/shared';
import { riga, type Attesa } from '../attesa.js';

/** SQL: how many comments on the elaborato `l` wait for an answer. */
const APERTI =
  "(SELECT count(*) FROM elaborato_commento c WHERE c.ambito_id = l.ambito_id AND c.elaborato_id = l.id AND c.stato = 'aperto')";

/** Comments of members on what they are consulted about; told elaborato by elaborato. */
export const COMMENTO_SENZA_RISPOSTA: Attesa = {
  tipo: 'commento_senza_risposta',
  sql: () => `SELECT ${riga({ oggetto: 'l.id', tavolo: 'l.tavolo_id', nome: 'l.titolo', altro: APERTI, entro: 'l.consultazione_fino_at' })}
    FROM elaborato l WHERE l.ambito_id = $1 AND l.stato = 'in_consultazione' AND ${APERTI} > 0`,
  testo: r => `${conta(Number(r.altro ?? 0), 'commento senza risposta', 'commenti senza risposta')} in «${r.nome}».`,
  percorso: r => `area/elaborati/${r.oggettoId}`,
  compito: {
    permesso: 'commento.accogli',
    nome: { una: 'elaborato con commenti senza risposta', molte: 'elaborati con commenti senza risposta', genere: 'm' },
    voce: r => `${r.nome}: ${conta(Number(r.altro ?? 0), 'commento', 'commenti')}`,
  },
};
