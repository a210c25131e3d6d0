import { riga, type Attesa } from '../attesa.js';
import { DEL_VERBALE } from './verbale.sql.js';

export const VERBALE_DA_PUBBLICARE: Attesa = {
  tipo: 'verbale_da_pubblicare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'v.id', tavolo: 'v.tavolo_id', incontro: 'n.id', nome: 'n.titolo', dal: 'coalesce(v.approvato_at, v.revisione_fino_at)' })} ${DEL_VERBALE} WHERE v.ambito_id = $1 AND v.stato = 'approvato'`,
  testo: r => `Pubblica il verbale di «${r.nome}».`,
  percorso: r => `area/verbali/${r.oggettoId}`,
  compito: {
    permesso: 'verbale.pubblica',
    nome: { una: 'verbale da pubblicare', molte: 'verbali da pubblicare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 7,
  },
};
