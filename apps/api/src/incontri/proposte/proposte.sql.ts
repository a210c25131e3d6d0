import { INCONTRI_DA_VERBALIZZARE, PROPOSTE_ACCOLTE } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';

/** SQL: the punto that the proposal `o` became, as `p`, with its incontro `n`; none where the punto is there no more, or its incontro was called off. */
export const IL_PUNTO = `LEFT JOIN (incontro_punto p JOIN incontro n ON n.ambito_id = p.ambito_id AND n.id = p.incontro_id AND n.stato IN ${fra(INCONTRI_DA_VERBALIZZARE)})
  ON p.ambito_id = o.ambito_id AND p.id = o.punto_id`;

/** SQL: the proposal `o` was taken, and stands in no ordine del giorno: it is kept for the next one. */
export const tenuta = (o: string): string =>
  `(${o}.stato IN ${fra(PROPOSTE_ACCOLTE)} AND NOT EXISTS (SELECT 1 FROM incontro_punto tenuta_p JOIN incontro tenuta_n ON tenuta_n.ambito_id = tenuta_p.ambito_id AND tenuta_n.id = tenuta_p.incontro_id
    WHERE tenuta_p.ambito_id = ${o}.ambito_id AND tenuta_p.id = ${o}.punto_id AND tenuta_n.stato IN ${fra(INCONTRI_DA_VERBALIZZARE)}))`;
