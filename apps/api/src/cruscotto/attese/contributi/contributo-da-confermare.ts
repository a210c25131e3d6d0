import { riga, type Attesa } from '../attesa.js';

/** The reader’s own, that they have not confirmed by the link that was mailed: nobody reads it until then. */
export const CONTRIBUTO_DA_CONFERMARE: Attesa = {
  tipo: 'contributo_da_confermare',
  sql: () =>
    `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, dal: 'c.inviato_at' })} FROM contributo c WHERE c.ambito_id = $1 AND c.account_id = $2::uuid AND c.stato = 'da_confermare'`,
  testo: r => `Conferma il contributo «${r.nome}»: il collegamento è nel messaggio che hai ricevuto.`,
  percorso: () => 'area/contributi',
  compito: {
    permesso: 'contributo.miei',
    propria: true,
    nome: { una: 'contributo da confermare', molte: 'contributi da confermare', genere: 'm' },
    voce: r => `${r.nome}: apri il collegamento che ti abbiamo mandato`,
  },
};
