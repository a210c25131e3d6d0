import { conData } from '@tavoli/shared';
import { aperto } from '../../../tavoli/tavolo.sql.js';
import { delTavolo, riga, type Attesa } from '../attesa.js';

/** Somebody who sits at a tavolo proposed a punto: who prepares its incontri takes it, defers it or declines. */
export const PROPOSTA_DA_DECIDERE: Attesa = {
  tipo: 'proposta_da_decidere',
  sql: () => `SELECT ${riga({ oggetto: 'o.id', tavolo: 'o.tavolo_id', nome: 'o.titolo', altro: `c.nome || ' ' || c.cognome`, dal: 'o.proposta_at' })}
    FROM proposta o JOIN account c ON c.id = o.account_id JOIN tavolo t ON t.ambito_id = o.ambito_id AND t.id = o.tavolo_id
    WHERE o.ambito_id = $1 AND o.stato = 'ricevuta' AND ${aperto('t')}`,
  testo: r => `${r.altro ?? ''} propone un punto, «${r.nome}», e aspetta una risposta${r.dal === null ? '' : ` ${conData('dal', r.dal)}`}.`,
  percorso: r => delTavolo(r, 'proposte', 'area/tavoli'),
  compito: {
    permesso: 'proposta.accogli',
    nome: { una: 'punto proposto a cui rispondere', molte: 'punti proposti a cui rispondere', genere: 'm' },
    voce: r => `«${r.nome}», di ${r.altro ?? ''}`,
    pazienza: 14,
    aNumero: t => `area/tavoli/${t.slug}/proposte`,
  },
};
