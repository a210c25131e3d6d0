import { riga, type Attesa } from '../attesa.js';
import { IN_TEMPO } from './contributo.sql.js';

export const CONTRIBUTO_DA_LEGGERE: Attesa = {
  tipo: 'contributo_da_leggere',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, dal: 'c.in_moderazione_dal', entro: 'c.moderare_entro_at' })}
    FROM contributo c WHERE c.ambito_id = $1 AND c.stato = 'in_moderazione' AND ${IN_TEMPO}`,
  testo: r => `Leggi il contributo «${r.nome}».`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.pubblica',
    nome: { una: 'contributo da leggere', molte: 'contributi da leggere', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi-ricevuti?stato=in_moderazione',
    aNumero: t => `area/contributi-ricevuti?tavolo=${t.id}&stato=in_moderazione`,
  },
};
