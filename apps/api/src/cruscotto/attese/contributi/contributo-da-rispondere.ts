import { CONTRIBUTI_DA_RISPONDERE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';
import { IN_TEMPO } from './contributo.sql.js';

export const CONTRIBUTO_DA_RISPONDERE: Attesa = {
  tipo: 'contributo_da_rispondere',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, dal: 'c.pubblicato_at', entro: 'c.rispondere_entro_at' })}
    FROM contributo c WHERE c.ambito_id = $1 AND c.stato IN ${fra(CONTRIBUTI_DA_RISPONDERE)} AND ${IN_TEMPO}`,
  testo: r => `Rispondi al contributo «${r.nome}».`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.accogli',
    nome: { una: 'contributo che aspetta risposta', molte: 'contributi che aspettano risposta', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi-ricevuti?aperti=true',
    aNumero: t => `area/contributi-ricevuti?tavolo=${t.id}&aperti=true`,
  },
};
