import { riga, type Attesa } from '../attesa.js';
import { RIESAME_APERTO, RIESAME_IN_TEMPO } from './contributo.sql.js';

export const RIESAME_DA_DECIDERE: Attesa = {
  tipo: 'riesame_da_decidere',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, dal: 'c.riesame_chiesto_at', entro: 'c.riesame_entro_at' })}
    FROM contributo c WHERE c.ambito_id = $1 AND ${RIESAME_APERTO} AND ${RIESAME_IN_TEMPO}`,
  testo: r => `Decidi il riesame del contributo «${r.nome}».`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.decidi_riesame',
    nome: { una: 'riesame da decidere', molte: 'riesami da decidere', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi-ricevuti?aperti=true',
    aNumero: t => `area/contributi-ricevuti?tavolo=${t.id}&aperti=true`,
  },
};
