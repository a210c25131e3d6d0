import { VERBALI_DA_PUBBLICARE } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';
import { radice } from '../../tavoli/tavolo.sql.js';
import type { Tappa } from './tappa.js';

/** Of the incontri held: how many verbali are published, how many are not. */
export const VERBALI: Tappa = {
  chiave: 'verbali',
  titolo: 'Verbali',
  fase: 'tavoli',
  sql: `SELECT t.id, count(n.id) FILTER (WHERE v.stato = 'pubblicato'), count(n.id) FILTER (WHERE (v.stato IS NULL OR v.stato IN ${fra(VERBALI_DA_PUBBLICARE)}))
    FROM tavolo t LEFT JOIN incontro_tavolo nt ON nt.ambito_id = t.ambito_id AND nt.tavolo_id = t.id
    LEFT JOIN incontro n ON n.ambito_id = nt.ambito_id AND n.id = nt.incontro_id AND n.stato = 'svolto' LEFT JOIN verbale v ON v.ambito_id = n.ambito_id AND v.incontro_id = n.id AND v.rettifica_di IS NULL
    WHERE t.ambito_id = $1 AND ${radice('t')} GROUP BY t.id`,
  fatta: r => r.fatte > 0 && r.aperte === 0,
  testo: r =>
    r.fatte + r.aperte === 0
      ? 'nessun incontro svolto'
      : r.aperte === 0
        ? r.fatte === 1
          ? '1 pubblicato'
          : `tutti e ${r.fatte} pubblicati`
        : `${r.fatte} pubblicati, ${r.aperte} da completare`,
  percorso: () => 'area/verbali',
};
