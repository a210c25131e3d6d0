import { riga, type Attesa } from '../attesa.js';
import { DEL_VERBALE, PROPOSTE } from './verbale.sql.js';

/** The time for corrections is over, and all of them have an answer. */
export const VERBALE_DA_APPROVARE: Attesa = {
  tipo: 'verbale_da_approvare',
  sql: () => `SELECT ${riga({ oggetto: 'v.id', tavolo: 'v.tavolo_id', incontro: 'n.id', nome: 'n.titolo', dal: 'v.revisione_fino_at' })} ${DEL_VERBALE}
    WHERE v.ambito_id = $1 AND v.stato = 'in_revisione' AND v.revisione_fino_at < now() AND ${PROPOSTE} = 0`,
  testo: r => `Approva il verbale di «${r.nome}»: il tempo per le correzioni è finito.`,
  percorso: r => `area/verbali/${r.oggettoId}`,
  compito: {
    permesso: 'verbale.approva',
    nome: { una: 'verbale da approvare', molte: 'verbali da approvare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 7,
  },
};
