import { ESITI_CONTRIBUTO } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';

/** The reader’s own, answered since they last looked. */
export const CONTRIBUTO_CON_RISPOSTA: Attesa = {
  tipo: 'contributo_con_risposta',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, dal: 'c.risposto_at' })}
    FROM contributo c LEFT JOIN visita w ON w.ambito_id = c.ambito_id AND w.account_id = c.account_id
    WHERE c.ambito_id = $1 AND c.account_id = $2::uuid AND c.stato IN ${fra(ESITI_CONTRIBUTO)} AND c.risposto_at > coalesce(w.prima_at, c.inviato_at)`,
  testo: r => `Il contributo «${r.nome}» ha una risposta.`,
  percorso: r => `area/contributi/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.miei',
    propria: true,
    nome: { una: 'contributo con una risposta nuova', molte: 'contributi con una risposta nuova', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi',
  },
};
