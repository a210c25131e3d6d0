import { ruoliCon, VERBALI_APPROVATI, type Permission } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';

/**
 * **Who may do what here, as SQL: the one place where roles become people.** Mails, names on pages and reminders ask for a permission, never for a
 * role; a role that the matrix does not name for it, or that the code does not know, is never among those found. `ambito`, `tavolo` and `ente` are
 * SQL expressions of the query around (its aliases may be any but `chi_i`, `chi_a`). Called when a query runs, so that it says what the matrix says then.
 */

/** Name and address of the accounts `chi_a`, each once, as JSON for mails. */
const PERSONE = `coalesce(jsonb_agg(DISTINCT jsonb_build_object('name', chi_a.nome || ' ' || chi_a.cognome, 'address', chi_a.email)), '[]')`;

/** The day in Italy, as SQL. */
const OGGI = `(now() AT TIME ZONE 'Europe/Rome')::date`;

/** Whether the incarico `i` is past its last day, whatever the clock has written of it. */
export const scaduto = (i: string): string => `(${i}.al IS NULL AND ${i}.scade_il < ${OGGI})`;

/** Whether the incarico `i` has not ended: nobody ended it, its last day is not past, and where it is for one incontro its verbale waits for approval. It may wait for its first day, or for who was invited. */
export const aperto = (
  i: string,
): string => `(${i}.al IS NULL AND (${i}.scade_il IS NULL OR ${i}.scade_il >= ${OGGI}) AND (${i}.incontro_id IS NULL OR NOT EXISTS (
  SELECT 1 FROM verbale chi_v WHERE chi_v.ambito_id = ${i}.ambito_id AND chi_v.incontro_id = ${i}.incontro_id AND chi_v.stato IN ${fra(VERBALI_APPROVATI)})))`;

/** Whether the incarico `i` is held now, by somebody: **the one place that says so**, for sessions, live pages, mails and names alike. */
export const corre = (i: string): string => `(${i}.account_id IS NOT NULL AND ${i}.dal <= now() AND ${aperto(i)})`;

/** Whether the incarico `i` is held now over the whole ambito, and gives `permesso` there. */
export const tieneNellAmbito = (i: string, permesso: Permission): string =>
  `(${corre(i)} AND ${i}.tavolo_id IS NULL AND ${i}.incontro_id IS NULL AND ${i}.ruolo IN ${fra(ruoliCon(permesso, 'ambito'))})`;

/** The tavoli at which what the incarico `i` gives counts, as rows `(id)`: its own, and the sottogruppi of that; one row without id where it is held at none. */
export const valeA = (i: string): string =>
  `(SELECT ${i}.tavolo_id AS id UNION ALL SELECT chi_g.id FROM tavolo chi_g WHERE chi_g.ambito_id = ${i}.ambito_id AND chi_g.padre_id = ${i}.tavolo_id)`;

/** Whether the incarico `i` is held now at that tavolo, or at the one it is a sottogruppo of, and gives `permesso` there. `quale`: the end of a test, `= t.id` or `IN (…)`. */
export const tieneAlTavolo = (i: string, permesso: Permission, quale: string): string =>
  `(${corre(i)} AND EXISTS (SELECT 1 FROM ${valeA(i)} chi_q WHERE chi_q.id ${quale}) AND ${i}.ruolo IN ${fra(ruoliCon(permesso, 'tavolo'))})`;

/** Whether the incarico `i` is held now at that very incontro, and gives `permesso` there. */
export const tieneAllIncontro = (i: string, permesso: Permission, quale: string): string =>
  `(${corre(i)} AND ${i}.incontro_id ${quale} AND ${i}.ruolo IN ${fra(ruoliCon(permesso, 'incontro'))})`;

const incaricati = (cosa: string, ambito: string, quali: string): string =>
  `(SELECT ${cosa} FROM incarico chi_i JOIN account chi_a ON chi_a.id = chi_i.account_id WHERE chi_i.ambito_id = ${ambito} AND ${quali})`;

/** Who may do it by a role of that tavolo: its own people before all. */
export const chiAlTavolo = (permesso: Permission, ambito: string, tavolo: string): string =>
  incaricati(PERSONE, ambito, tieneAlTavolo('chi_i', permesso, `= ${tavolo}`));

/** Who may do it by a role of the whole ambito. */
export const chiNellAmbito = (permesso: Permission, ambito: string): string =>
  incaricati(PERSONE, ambito, tieneNellAmbito('chi_i', permesso));

/** Who holds this very incarico, as long as it lasts and its role may do it; null when nobody does. */
export const chiHaIncarico = (permesso: Permission, ambito: string, incarico: string): string =>
  incaricati(
    `jsonb_build_array(jsonb_build_object('name', chi_a.nome || ' ' || chi_a.cognome, 'address', chi_a.email))`,
    ambito,
    `chi_i.id = ${incarico} AND ${corre('chi_i')} AND chi_i.ruolo IN ${fra(ruoliCon(permesso))}`,
  );

/** Who acts for the ente. */
export const chiPerLEnte = (ambito: string, ente: string): string =>
  `(SELECT ${PERSONE} FROM operatore chi_i JOIN account chi_a ON chi_a.id = chi_i.account_id WHERE chi_i.ambito_id = ${ambito} AND chi_i.ente_id = ${ente} AND chi_i.al IS NULL)`;

/** The names of who leads a tavolo, as its page says them; null where nobody does. */
export const chiConduce = (ambito: string, tavolo: string): string =>
  incaricati(
    `string_agg(chi_a.nome || ' ' || chi_a.cognome, ', ' ORDER BY chi_i.dal)`,
    ambito,
    tieneAlTavolo('chi_i', 'tavolo.conduci', `= ${tavolo}`),
  );
