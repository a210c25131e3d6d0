import { VERBALI_APPROVATI } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
/** Impegni that stand: of verbali approved and not sent back. `i` impegno, `v` its verbale, `n` the incontro. */
export const FROM_IMPEGNI = `FROM impegno i JOIN verbale v ON v.ambito_id = i.ambito_id AND v.id = i.verbale_id AND v.stato IN ${fra(VERBALI_APPROVATI)}
  JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id`;

/** Today in Rome, where impegni fall due. */
export const OGGI = `(clock_timestamp() AT TIME ZONE 'Europe/Rome')::date`;

/** Of the tavolo `$<n>`: also those of the incontri it shared with others. */
export const delTavolo = (n: number): string =>
  `EXISTS (SELECT 1 FROM incontro_tavolo nt WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id AND nt.tavolo_id = $${n})`;
