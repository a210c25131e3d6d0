import { riga, type Attesa } from '../attesa.js';
import { DEL_VERBALE } from './verbale.sql.js';

export const VERBALE_DA_FINIRE: Attesa = {
  tipo: 'verbale_da_finire',
  sql: () =>
    `SELECT ${riga({ oggetto: 'v.id', tavolo: 'v.tavolo_id', incontro: 'n.id', nome: 'n.titolo', dal: 'n.fine_at' })} ${DEL_VERBALE} WHERE v.ambito_id = $1 AND v.stato = 'bozza' AND n.stato = 'svolto'`,
  testo: r => `Finisci il verbale di «${r.nome}».`,
  percorso: r => `area/verbali/${r.oggettoId}`,
  compito: {
    permesso: 'verbale.scrivi',
    nome: { una: 'verbale da finire', molte: 'verbali da finire', genere: 'm' },
    voce: r => r.nome,
    pazienza: 15,
  },
};
