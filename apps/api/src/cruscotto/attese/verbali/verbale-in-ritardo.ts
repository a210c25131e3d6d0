import { conData, VERBALI_DA_PUBBLICARE } from '@tavoli/shared';
import { fra } from '../../../platform/database/fra.js';
import { riga, type Attesa } from '../attesa.js';
import { alTavolo, nellAmbito } from '../destinatari.js';

/** Days after an incontro within which its verbale should be published (our own choice). */
const GIORNI = 30;

/** What the office sees; whoever has it to do finds the step that is next. */
export const VERBALE_IN_RITARDO: Attesa = {
  tipo: 'verbale_in_ritardo',
  sql: () => `SELECT ${riga({ oggetto: 'n.id', tavolo: 'n.tavolo_id', nome: 'n.titolo', altro: 'v.id', dal: 'n.fine_at' })}
    FROM incontro n LEFT JOIN verbale v ON v.ambito_id = n.ambito_id AND v.incontro_id = n.id AND v.rettifica_di IS NULL
    WHERE n.ambito_id = $1 AND n.stato = 'svolto' AND n.fine_at < now() - interval '${GIORNI} days' AND (v.stato IS NULL OR v.stato IN ${fra(VERBALI_DA_PUBBLICARE)})`,
  testo: r => `Il verbale di «${r.nome}»${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non è ancora pubblicato.`,
  percorso: r => (r.altro === null ? `area/incontri/${r.oggettoId}` : `area/verbali/${r.altro}`),
  manca: {
    tipo: 'verbale_in_ritardo',
    chi: () => `CASE WHEN m.tavolo IS NULL THEN ${nellAmbito('verbale.pubblica')} ELSE ${alTavolo('verbale.pubblica', 'm.tavolo')} END`,
    sollecito: r => ({
      oggetto: `Manca il verbale di «${r.nome}»`,
      testo: `il verbale dell’incontro «${r.nome}»${r.dal === null ? '' : ` ${conData('del', r.dal)}`} non è ancora pubblicato.\n\nPuoi completarlo? Il portale ne ha già preparato una parte.`,
    }),
  },
};
