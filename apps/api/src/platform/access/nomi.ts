import type { Actor } from '@tavoli/shared';
import { publicStates, readsWhere, visibleWhere } from './visible.js';

/** Things that another thing may name by kind and id. */
export type TipoNominato = 'contributo' | 'tavolo' | 'incontro' | 'punto' | 'verbale' | 'verbale_sezione' | 'elaborato';

type Nomi = (actor: Actor, ambitoId: string, args: unknown[]) => string;

const GIORNO = (at: string): string => `to_char(${at} AT TIME ZONE 'Europe/Rome', 'DD/MM/YYYY')`;

/** A verbale by number and day: no word of anybody's. `v` verbale, `n` incontro. */
export const RIFERIMENTO_VERBALE = `CASE WHEN v.numero IS NULL THEN 'Verbale dell’incontro del ' ELSE 'Verbale n. ' || v.numero || '/' || v.anno || ', incontro del ' END || ${GIORNO('n.inizio_at')}`;

const VERBALI = 'verbale v JOIN incontro n ON n.ambito_id = v.ambito_id AND n.id = v.incontro_id';

/**
 * **How a thing is called by who may know it: the one place that turns an id into words.** Steps, links, sources, histories and news keep kind and id
 * (a test of the schema lets them keep nothing else) and join these rows when somebody reads. For each kind a SELECT of the rows that `actor` may see, by `visibleWhere`:
 * `ambito_id`, `id`, `titolo` (from the public twin; as written only for who may read it whole and before there is a twin), `riferimento` (code, number, day: no words), `pubblico` and `area`
 * (pages within the ambito that the actor may open; null: none), `at`. What the actor may not see has no row. A new kind is one entry here and one in `testing/security/canarini`.
 */
const NOMI: Readonly<Record<TipoNominato, Nomi>> = {
  contributo: (actor, ambitoId, args) => {
    const intero = readsWhere('contributo', 'contributo.gestisci', actor, ambitoId, args);
    return `SELECT c.ambito_id, c.id, coalesce(c.pubblico->>'titolo', CASE WHEN ${intero} THEN c.testi->>'titolo' END, c.codice) AS titolo, 'Contributo ' || c.codice AS riferimento,
      CASE WHEN ${visibleTo('contributo', 'c')} THEN 'contributi/' || c.id END AS pubblico, CASE WHEN ${intero} THEN 'area/contributi-ricevuti/' || c.id END AS area, c.inviato_at AS at
      FROM contributo c WHERE ${visibleWhere('contributo', actor, ambitoId, args)}`;
  },
  tavolo: () =>
    `SELECT t.ambito_id, t.id, t.nome AS titolo, 'Tavolo ' || t.codice AS riferimento, 'tavoli/' || t.slug AS pubblico, NULL::text AS area, NULL::timestamptz AS at FROM tavolo t`,
  incontro: (actor, ambitoId, args) => `SELECT n.ambito_id, n.id, n.titolo, 'Incontro del ' || ${GIORNO('n.inizio_at')} AS riferimento,
    CASE WHEN ${visibleTo('incontro', 'n')} THEN 'incontri/' || n.id END AS pubblico, CASE WHEN ${readsWhere('incontro', 'incontro.segui', actor, ambitoId, args)} THEN 'area/incontri/' || n.id END AS area, n.inizio_at AS at
    FROM incontro n WHERE ${visibleWhere('incontro', actor, ambitoId, args)}`,
  punto: (
    actor,
    ambitoId,
    args,
  ) => `SELECT n.ambito_id, p.id, n.titolo || ': ' || p.titolo AS titolo, n.riferimento, n.pubblico, n.area, n.at
    FROM (${NOMI.incontro(actor, ambitoId, args)}) n JOIN incontro_punto p ON p.ambito_id = n.ambito_id AND p.incontro_id = n.id`,
  verbale: (actor, ambitoId, args) => `SELECT v.ambito_id, v.id, n.titolo, ${RIFERIMENTO_VERBALE} AS riferimento,
    CASE WHEN ${visibleTo('verbale', 'v')} THEN 'verbali/' || v.id END AS pubblico, CASE WHEN ${readsWhere('verbale', 'verbale.leggi', actor, ambitoId, args)} THEN 'area/verbali/' || v.id END AS area,
    coalesce((SELECT p.at FROM verbale_pubblicazione p WHERE p.ambito_id = v.ambito_id AND p.verbale_id = v.id), n.inizio_at) AS at
    FROM ${VERBALI} WHERE ${visibleWhere('verbale', actor, ambitoId, args)}`,
  verbale_sezione: (
    actor,
    ambitoId,
    args,
  ) => `SELECT v.ambito_id, s.id, v.titolo || ': ' || w.sezione AS titolo, v.riferimento, v.pubblico, v.area, v.at
    FROM (${NOMI.verbale(actor, ambitoId, args)}) v JOIN verbale_sezione s ON s.ambito_id = v.ambito_id AND s.verbale_id = v.id
    JOIN LATERAL (${PAROLE_SEZIONE}) w ON w.sezione IS NOT NULL`,
  elaborato: (
    actor,
    ambitoId,
    args,
  ) => `SELECT l.ambito_id, l.id, l.titolo, 'Elaborato' || coalesce((SELECT ', prot. n. ' || k.protocollo_numero || '/' || k.protocollo_anno FROM elaborato_accoglimento k WHERE k.ambito_id = l.ambito_id AND k.elaborato_id = l.id), '') AS riferimento,
    CASE WHEN ${visibleTo('elaborato', 'l')} THEN 'elaborati/' || l.id END AS pubblico, CASE WHEN ${readsWhere('elaborato', 'elaborato.leggi', actor, ambitoId, args)} THEN 'area/elaborati/' || l.id END AS area, l.aggiornato_at AS at
    FROM elaborato l WHERE ${visibleWhere('elaborato', actor, ambitoId, args)}`,
};

/** Title and decisioni of the section `s` of a verbale `v` as `NOMI` gives it: of the twin, or as written for who reads it whole and before there is one. */
const PAROLE_SEZIONE = `SELECT CASE WHEN p.verbale_id IS NOT NULL THEN g.x->>'titolo' WHEN v.area IS NOT NULL THEN s.titolo END AS sezione,
    CASE WHEN p.verbale_id IS NOT NULL THEN g.x->'decisioni' WHEN v.area IS NOT NULL THEN s.decisioni END AS decisioni
  FROM (SELECT 1) uno LEFT JOIN verbale_pubblicazione p ON p.ambito_id = s.ambito_id AND p.verbale_id = s.verbale_id
  LEFT JOIN LATERAL (SELECT e AS x FROM jsonb_array_elements(p.contenuto->'sezioni') e WHERE e->>'id' = s.id::text) g ON true`;

/** The rows of a kind as `actor` may know them; the parameters are pushed onto `args`. */
export const nomi = (tipo: TipoNominato, actor: Actor, ambitoId: string, args: unknown[]): string => NOMI[tipo](actor, ambitoId, args);

/** `JOIN LATERAL` of what `tipo` and `id` (SQL, of a row with `ambito_id`) name, as `alias`; no row where the actor may not see it. */
export const nomeDi = (
  tipo: TipoNominato,
  id: string,
  ambito: string,
  alias: string,
  who: { actor: Actor; ambitoId: string; args: unknown[] },
): string =>
  `JOIN LATERAL (SELECT q.* FROM (${nomi(tipo, who.actor, who.ambitoId, who.args)}) q WHERE q.ambito_id = ${ambito} AND q.id = ${id}) ${alias} ON true`;

/** A part of a verbale, with the words of its decisioni: rows `ambito_id, id, verbale_id, sezione, decisioni`. */
export const partiDiVerbale = (actor: Actor, ambitoId: string, args: unknown[]): string =>
  `SELECT s.ambito_id, s.id, s.verbale_id, w.sezione, w.decisioni FROM (${NOMI.verbale(actor, ambitoId, args)}) v JOIN verbale_sezione s ON s.ambito_id = v.ambito_id AND s.verbale_id = v.id JOIN LATERAL (${PAROLE_SEZIONE}) w ON w.sezione IS NOT NULL`;

/** Whether everybody may see the row: its state, as the visibility table says. */
function visibleTo(kind: 'contributo' | 'incontro' | 'verbale' | 'elaborato', alias: string): string {
  return `${alias}.stato IN ${publicStates(kind)}`;
}
