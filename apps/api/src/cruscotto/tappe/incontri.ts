import { INCONTRI_IN_PROGRAMMA } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { radice } from '../../tavoli/tavolo.sql.js';
import type { Tappa } from './tappa.js';

/** A tavolo has done its part when it has met and nothing more is convened. */
export const INCONTRI: Tappa = {
  chiave: 'incontri',
  titolo: 'Incontri',
  fase: 'tavoli',
  sql: `SELECT t.id, count(n.id) FILTER (WHERE n.stato = 'svolto'), count(n.id) FILTER (WHERE n.stato IN ${fra(INCONTRI_IN_PROGRAMMA)})
    FROM tavolo t LEFT JOIN incontro_tavolo nt ON nt.ambito_id = t.ambito_id AND nt.tavolo_id = t.id LEFT JOIN incontro n ON n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id
    WHERE t.ambito_id = $1 AND ${radice('t')} GROUP BY t.id`,
  fatta: r => r.fatte > 0 && r.aperte === 0,
  testo: r => [r.fatte === 1 ? '1 svolto' : `${r.fatte} svolti`, ...(r.aperte > 0 ? [`${r.aperte} in programma`] : [])].join(', '),
  percorso: r => `tavoli/${r.slug}`,
};
