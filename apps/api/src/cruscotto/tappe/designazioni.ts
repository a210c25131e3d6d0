import { radice } from '../../tavoli/tavolo.sql.js';
import type { Tappa } from './tappa.js';

export const DESIGNAZIONI: Tappa = {
  chiave: 'designazioni',
  titolo: 'Designazioni',
  fase: 'avviso',
  sql: `SELECT t.id, count(*) FILTER (WHERE d.stato = 'accettata'), count(*) FILTER (WHERE d.stato = 'inviata')
    FROM tavolo t LEFT JOIN designazione d ON d.ambito_id = t.ambito_id AND d.tavolo_id = t.id WHERE t.ambito_id = $1 AND ${radice('t')} GROUP BY t.id`,
  fatta: r => r.fatte > 0 && r.aperte === 0,
  testo: r => [r.fatte === 1 ? '1 accettata' : `${r.fatte} accettate`, ...(r.aperte > 0 ? [`${r.aperte} da esaminare`] : [])].join(', '),
  percorso: r => `area/designazioni?tavolo=${r.tavoloId}`,
};
