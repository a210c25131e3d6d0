import { conData, CONTRIBUTI_IN_CODA } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { alTavolo } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** Contributi past the day by which somebody had to read or to answer them. */
export const CONTRIBUTO_IN_RITARDO: Mancanza = {
  tipo: 'contributo_in_ritardo',
  sql: () => `SELECT c.id, c.tavolo_id, c.testi->>'titolo', c.codice, coalesce(c.moderare_entro_at, c.rispondere_entro_at), ${alTavolo('contributo.pubblica', 'c.tavolo_id')}
    FROM contributo c WHERE c.ambito_id = $1 AND c.stato IN ${fra(CONTRIBUTI_IN_CODA)} AND coalesce(c.moderare_entro_at, c.rispondere_entro_at) < now()`,
  testo: r => `Il contributo «${r.nome}» aspettava una risposta${r.dal === null ? '' : ` ${conData('entro il', r.dal)}`}.`,
  percorso: r => `area/contributi-ricevuti/${r.oggettoId}`,
  sollecito: r => ({
    oggetto: `Un contributo aspetta: ${r.altro ?? ''}`,
    testo: `il contributo «${r.nome}» (${r.altro ?? ''}) aspettava una risposta${r.dal === null ? '' : ` ${conData('entro il', r.dal)}`}.\n\nPuoi occupartene?`,
  }),
};
