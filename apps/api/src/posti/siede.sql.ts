import { DESIGNAZIONI_COL_POSTO, ENTI_IN_REGOLA, PRESENTI } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
import { regoleTavolo } from './regole.sql.js';

/**
 * **Who sits, as SQL: the one place that says it.** A seat (*posto*) is of an ente at a tavolo, given by an accepted designazione; a person fills it
 * from their consent on (a `mandato`). An ente that is suspended does not sit anywhere, and a seat that is suspended, or whose Piano has ended where the rule
 * says so, is not sat in; at a sottogruppo sits whoever was put into it and sits at its tavolo: all are derived and no mandato ends by them, so that the return restores all. Where the ambito wants an elenco degli ammessi, no
 * mandato begins before it. Arguments are aliases of the query around.
 */

const inRegola = (ambito: string, ente: string): string =>
  `EXISTS (SELECT 1 FROM ente siede_e WHERE siede_e.ambito_id = ${ambito} AND siede_e.id = ${ente} AND siede_e.stato IN ${fra(ENTI_IN_REGOLA)})`;

/** The seat of the mandato `m` is suspended. */
const sospeso = (m: string): string =>
  `EXISTS (SELECT 1 FROM designazione siede_d WHERE siede_d.ambito_id = ${m}.ambito_id AND siede_d.tavolo_id = ${m}.tavolo_id AND siede_d.ente_id = ${m}.ente_id AND siede_d.stato = 'sospesa')`;

/**
 * The Piano of the tavolo `t` has ended, and its rule says that seats end with it. Derived, so that a Piano that is prolonged restores all.
 * The last day is the 31st of December of its last year, in Rome.
 */
export const finitoColPiano = (t: string): string =>
  `((${regoleTavolo(t)}->>'mandatiColPiano')::boolean IS TRUE AND EXISTS (SELECT 1 FROM piano_di_zona siede_p WHERE siede_p.ambito_id = ${t}.ambito_id AND siede_p.id = ${t}.piano_id
    AND siede_p.al < extract(year FROM now() AT TIME ZONE 'Europe/Rome')))`;
const finito = (x: string): string =>
  `EXISTS (SELECT 1 FROM tavolo siede_t WHERE siede_t.ambito_id = ${x}.ambito_id AND siede_t.id = ${x}.tavolo_id AND ${finitoColPiano('siede_t')})`;

/** As `siede`, of a mandato of a tavolo that is no sottogruppo. */
const siedeInProprio = (m: string): string =>
  `(${m}.al IS NULL AND ${inRegola(`${m}.ambito_id`, `${m}.ente_id`)} AND NOT ${sospeso(m)} AND NOT ${finito(m)})`;

/** The tavolo of `x` is a sottogruppo, and the person of `x` does not sit at the tavolo it works for. */
const senzaPadre = (x: string): string =>
  `EXISTS (SELECT 1 FROM tavolo siede_g WHERE siede_g.ambito_id = ${x}.ambito_id AND siede_g.id = ${x}.tavolo_id AND siede_g.padre_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM mandato siede_p WHERE siede_p.ambito_id = ${x}.ambito_id AND siede_p.tavolo_id = siede_g.padre_id
      AND siede_p.rappresentante_id = ${x}.rappresentante_id AND ${siedeInProprio('siede_p')}))`;

/** The person of the mandato `m` sits at its tavolo now; at a sottogruppo, as long as they sit at the tavolo it works for. */
export const siede = (m: string): string => `(${siedeInProprio(m)} AND NOT ${senzaPadre(m)})`;

/**
 * Whoever was called as `i` (an `invitato` with a seat) sits there still. A seat that went with its tavolo into another is the same; who was put out of
 * a sottogruppo, and sits at the tavolo, is not called for the sottogruppo any more.
 */
export const siedeAncora = (i: string): string =>
  `EXISTS (SELECT 1 FROM mandato siede_m WHERE siede_m.ambito_id = ${i}.ambito_id AND siede_m.rappresentante_id = ${i}.rappresentante_id AND ${siede('siede_m')}
    AND (siede_m.tavolo_id = ${i}.tavolo_id OR EXISTS (SELECT 1 FROM tavolo siede_r WHERE siede_r.ambito_id = ${i}.ambito_id AND siede_r.id = ${i}.tavolo_id AND siede_r.padre_id IS NULL)))`;

/** The designazione `d` keeps a seat for its ente, suspended or not: another of the same ente would be one too many. */
export const tiene = (d: string): string => `${d}.stato IN ${fra(DESIGNAZIONI_COL_POSTO)}`;

/** The designazione `d` was admitted: by its acceptance or, where the ambito says so, by the elenco that names it. Nobody sits by it before. */
export const ammessa = (d: string): string => `NOT ${d}.attende_elenco`;

/** The designazione `d` gives its ente a seat now, whether or not somebody fills it yet. */
export const assegna = (d: string): string =>
  `(${d}.stato = 'accettata' AND ${ammessa(d)} AND ${inRegola(`${d}.ambito_id`, `${d}.ente_id`)} AND NOT ${finito(d)})`;

/** Somebody fills the seat of the designazione `d` now. */
export const occupato = (d: string): string =>
  `EXISTS (SELECT 1 FROM mandato siede_m WHERE siede_m.ambito_id = ${d}.ambito_id AND siede_m.tavolo_id = ${d}.tavolo_id AND siede_m.ente_id = ${d}.ente_id AND ${siede('siede_m')})`;

/** The ente of the designazione `d` sits by it now: it has the seat, and somebody in it. */
export const siedePer = (d: string): string => `(${d}.stato = 'accettata' AND ${occupato(d)})`;

/** The seat `p` (a `presenza`) counts, in the quorum and in attendance: as `postoConta` of the shared rules. */
export const conta = (p: string): string => `(${p}.convocato OR ${p}.stato IN ${fra(PRESENTI)})`;
