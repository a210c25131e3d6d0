import { conData, CONTRIBUTI_IN_CODA } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';
import { alTavolo } from '../destinatari.js';
import { TERMINE } from './contributo.sql.js';

/** Contributi past the day by which somebody had to read or to answer them. */
export const CONTRIBUTO_IN_RITARDO: Attesa = {
  tipo: 'contributo_in_ritardo',
  sql: () => `SELECT ${riga({ oggetto: 'c.id', tavolo: 'c.tavolo_id', nome: `c.testi->>'titolo'`, altro: 'c.codice', dal: TERMINE, entro: TERMINE })}
    FROM contributo c WHERE c.ambito_id = $1 AND c.stato IN ${fra(CONTRIBUTI_IN_CODA)} AND ${TERMINE} < now()`,
  testo: r => `Il contributo «${r.nome}» aspettava una risposta${r.dal === null ? '' : ` ${conData('entro il', r.dal)}`}.`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  compito: {
    permesso: 'contributo.pubblica',
    nome: { una: 'contributo oltre il termine', molte: 'contributi oltre il termine', genere: 'm' },
    voce: r => r.nome,
    elenco: 'area/contributi-ricevuti?aperti=true',
    aNumero: t => `area/contributi-ricevuti?tavolo=${t.id}&aperti=true`,
  },
  manca: {
    tipo: 'contributo_in_ritardo',
    chi: () => alTavolo('contributo.pubblica', 'm.tavolo'),
    sollecito: r => ({
      oggetto: `Un contributo aspetta: ${r.altro ?? ''}`,
      testo: `il contributo «${r.nome}» (${r.altro ?? ''}) aspettava una risposta${r.dal === null ? '' : ` ${conData('entro il', r.dal)}`}.\n\nPuoi occupartene?`,
    }),
  },
};
