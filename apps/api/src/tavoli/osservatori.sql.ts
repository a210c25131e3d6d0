import { OSSERVATORI_AMMESSI } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
import { regoleTavolo } from '../posti/regole.sql.js';
import { aperto, radice } from './tavolo.sql.js';

/** SQL: people may ask to follow the tavolo `t`, unless its rules say otherwise. A sottogruppo has no osservatori: its tavolo does. */
export const ammetteOsservatori = (t: string): string =>
  `(coalesce((${regoleTavolo(t)}->>'ammetteOsservatori')::boolean, true) AND ${aperto(t)} AND ${radice(t)})`;

/** SQL: the row `o` of `osservatore` follows its tavolo now. */
export const osserva = (o: string): string => `${o}.stato IN ${fra(OSSERVATORI_AMMESSI)}`;

/** What the page of the tavolo `t` says of them. */
export const OSSERVATORI = `jsonb_build_object('ammette', ${ammetteOsservatori('t')},
  'quanti', (SELECT count(*)::int FROM osservatore o WHERE o.ambito_id = t.ambito_id AND o.tavolo_id = t.id AND ${osserva('o')}))`;
