import { conData } from '@tavoli/shared';
import { delTavolo, riga, type Attesa } from '../attesa.js';

/** Somebody asked to follow a tavolo without a seat: who leads it admits or declines them. */
export const OSSERVATORE_DA_DECIDERE: Attesa = {
  tipo: 'osservatore_da_decidere',
  sql: () => `SELECT ${riga({ oggetto: 'o.id', tavolo: 'o.tavolo_id', nome: `coalesce(o.gruppo, c.nome || ' ' || c.cognome)`, altro: 't.nome', dal: 'o.chiesto_at' })}
    FROM osservatore o JOIN account c ON c.id = o.account_id JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id
    WHERE o.ambito_id = $1 AND o.stato = 'ricevuta'`,
  testo: r =>
    `${r.nome} chiede di seguire il tavolo «${r.altro ?? ''}» come osservatore, e aspetta una risposta${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => delTavolo(r, 'osservatori', 'area/tavoli'),
  compito: {
    permesso: 'osservatore.ammetti',
    nome: { una: 'richiesta di osservatore a cui rispondere', molte: 'richieste di osservatore a cui rispondere', genere: 'f' },
    voce: r => `${r.nome}, tavolo «${r.altro ?? ''}»`,
    pazienza: 14,
    aNumero: t => `area/tavoli/${t.slug}/osservatori`,
  },
};
