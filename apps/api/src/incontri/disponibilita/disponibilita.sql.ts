import { DISPONIBILITA_APERTE } from '@tavoli/shared';
import { fra } from '../../platform/database/fra.js';

/** SQL: the search `d` of a day takes answers: nobody has closed it, and its term is not past. */
export const raccoglie = (d: string): string => `(${d}.stato IN ${fra(DISPONIBILITA_APERTE)} AND ${d}.entro_at > now())`;

/** SQL: how many were asked by `d`; those who have answered, with `risposto`. */
export const quanti = (d: string, risposto = false): string =>
  `(SELECT count(*)::int FROM disponibilita_persona q WHERE q.ambito_id = ${d}.ambito_id AND q.disponibilita_id = ${d}.id${risposto ? ' AND q.risposto_at IS NOT NULL' : ''})`;

/** SQL: the draft or incontro that was made of `d`; null where it is there no more. */
export const INCONTRO_DI = `(SELECT n.id FROM incontro n WHERE n.ambito_id = d.ambito_id AND n.id = d.incontro_id)`;

/** SQL: what the person `p` said of the days, as a list. */
export const RISPOSTE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('dataId', r.key, 'risposta', r.value) ORDER BY r.key), '[]') FROM jsonb_each(p.risposte) r)`;
