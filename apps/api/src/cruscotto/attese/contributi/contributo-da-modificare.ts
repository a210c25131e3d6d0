import { riga, type Attesa } from '../attesa.js';

/** The reader’s own, sent back with a reason: by the mailed link they change it and hand it in again. */
export const CONTRIBUTO_DA_MODIFICARE: Attesa = {
  tipo: 'contributo_da_modificare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'` })} FROM contributo c WHERE c.ambito_id = $1 AND c.account_id = $2::uuid AND c.stato = 'da_modificare'`,
  testo: r => `Il contributo «${r.nome}» è da modificare prima di essere pubblicato.`,
  percorso: r => `area/contributi/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.miei',
    propria: true,
    nome: { una: 'contributo da modificare', molte: 'contributi da modificare', genere: 'm' },
    voce: r => r.nome,
    pazienza: 0,
  },
};
