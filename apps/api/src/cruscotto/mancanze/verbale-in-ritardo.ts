import { conData, VERBALI_DA_PUBBLICARE } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { alTavolo, nellAmbito } from './destinatari.js';
import type { Mancanza } from './mancanza.js';

/** Days after an incontro within which its verbale should be published (our own choice). */
const GIORNI = 30;

export const VERBALE_IN_RITARDO: Mancanza = {
  tipo: 'verbale_in_ritardo',
  sql: () => `SELECT n.id, n.tavolo_id, n.titolo, v.id::text, n.fine_at, CASE WHEN n.tavolo_id IS NULL THEN ${nellAmbito('verbale.pubblica')} ELSE ${alTavolo('verbale.pubblica', 'n.tavolo_id')} END
    FROM incontro n LEFT JOIN verbale v ON v.ambito_id = n.ambito_id AND v.incontro_id = n.id AND v.rettifica_di IS NULL
    WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND n.fine_at < now() - interval '${GIORNI} days' AND (v.stato IS NULL OR v.stato IN ${fra(VERBALI_DA_PUBBLICARE)})`,
  testo: r => `Il verbale di «${r.nome}»${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non è ancora pubblicato.`,
  percorso: r => (r.altro === null ? `area/incontri/${r.oggettoId}` : `area/verbali/${r.altro}`),
  sollecito: r => ({
    oggetto: `Manca il verbale di «${r.nome}»`,
    testo: `il verbale dell’incontro «${r.nome}»${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non è ancora pubblicato.\n\nPuoi completarlo? Il portale ne ha già preparato una parte.`,
  }),
};
