import { ELABORATI_DEL_TAVOLO } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { radice } from '../../tavoli/tavolo.sql.js';
import type { Tappa } from './tappa.js';

/** How many elaborati the Piano has taken, how many are on their way. */
export const ELABORATI: Tappa = {
  chiave: 'elaborati',
  titolo: 'Elaborati',
  fase: 'tavoli',
  sql: `SELECT t.id, count(l.id) FILTER (WHERE l.stato = 'accolto'), count(l.id) FILTER (WHERE l.stato IN ${fra(ELABORATI_DEL_TAVOLO)})
    FROM tavolo t LEFT JOIN elaborato l ON l.ambito_id = t.ambito_id AND l.tavolo_id = t.id WHERE t.ambito_id = $1 AND ${radice('t')} GROUP BY t.id`,
  fatta: r => r.fatte > 0 && r.aperte === 0,
  testo: r => (r.fatte + r.aperte === 0 ? 'nessuno' : `${r.fatte === 1 ? '1 accolto' : `${r.fatte} accolti`}, ${r.aperte} in preparazione`),
  percorso: r => `area/tavoli/${r.slug}/elaborati`,
};
