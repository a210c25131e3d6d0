import { riga, type Attesa } from '../attesa.js';

/** Of incontri that were held, and that have no verbale yet. */
export const VERBALE_DA_SCRIVERE: Attesa = {
  tipo: 'verbale_da_scrivere',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'n.tavolo_id', incontro: 'n.id', nome: 'n.titolo', dal: 'n.fine_at' })} FROM incontro n
    WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND NOT EXISTS (SELECT 1 FROM verbale v WHERE v.ambito_id = n.ambito_id AND v.incontro_id = n.id)`,
  testo: r => `Scrivi il verbale di «${r.nome}».`,
  percorso: r => `area/incontri/${r.oggettoId}`,
  compito: {
    permesso: 'verbale.crea',
    nome: { una: 'verbale da scrivere', molte: 'verbali da scrivere', genere: 'm' },
    voce: r => r.nome,
    pazienza: 15,
  },
};
