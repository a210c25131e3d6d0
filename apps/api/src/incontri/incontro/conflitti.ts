import {
  formatDataOra,
  INCONTRI_ANNUNCIATI,
  INCONTRI_IN_AGENDA,
  instantToRomeWall,
  nomeFestivita,
  type ConflittoView,
  type Patrono,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { PATRONO } from '../../ambiti/patrono.sql.js';
import { fra } from '../../platform/database/fra.js';
import { iso } from '../../platform/http/json-view.js';
import { siede } from '../../posti/siede.sql.js';

/** A time and place being planned, for these tavoli. */
export interface Progetto {
  readonly ambitoId: string;
  readonly inizio: Date;
  readonly fine: Date;
  readonly tavoli: readonly string[];
  readonly sede: string | null;
  /** Incontri that it does not clash with: itself, and those that move together with it. */
  readonly esclusi: readonly string[];
}

interface Contemporaneo {
  /** Which of those that are planned it clashes with. */
  readonly k: number;
  /** Null: a draft of others, of which nothing is told but that it clashes. */
  readonly incontro: { readonly id: string; readonly titolo: string; readonly inizioAt: string } | null;
  readonly stessaSede: boolean;
  /** Names of those of the reader's tavoli; how many of others. */
  readonly persone: { readonly note: string[]; readonly altre: number };
}

/** The reader may know of it: it was announced, or it is a draft of those whom they work for. */
const NOTO = `(n.stato IN ${fra(INCONTRI_ANNUNCIATI)} OR $3::uuid[] IS NULL
    OR EXISTS (SELECT 1 FROM incontro_tavolo q WHERE q.ambito_id = n.ambito_id AND q.incontro_id = n.id AND q.tavolo_id = ANY($3::uuid[])))`;

/** Incontri at the same time as one of `$2`, and who would have to be in both: people who sit, by the same address, at a tavolo of each. */
const CONTEMPORANEI = `
  SELECT p.k, x.* FROM jsonb_to_recordset($2::jsonb) AS p (k int, inizio timestamptz, fine timestamptz, tavoli uuid[], sede text, esclusi uuid[])
  CROSS JOIN LATERAL (
    SELECT CASE WHEN ${NOTO} THEN jsonb_build_object('id', n.id, 'titolo', n.titolo, 'inizioAt', ${iso('n.inizio_at')}) END AS incontro, lower(n.sede->>'nome') = lower(p.sede) AS "stessaSede",
      (SELECT jsonb_build_object('note', coalesce(jsonb_agg(DISTINCT r.nome || ' ' || r.cognome) FILTER (WHERE $3::uuid[] IS NULL OR m.tavolo_id = ANY($3::uuid[])), '[]'),
          'altre', count(DISTINCT r.email) FILTER (WHERE NOT ($3::uuid[] IS NULL OR m.tavolo_id = ANY($3::uuid[]))))
         FROM mandato m JOIN rappresentante r ON r.ambito_id = m.ambito_id AND r.id = m.rappresentante_id
         WHERE m.ambito_id = n.ambito_id AND ${siede('m')} AND m.tavolo_id = ANY(p.tavoli)
           AND EXISTS (SELECT 1 FROM mandato m2 JOIN rappresentante r2 ON r2.ambito_id = m2.ambito_id AND r2.id = m2.rappresentante_id
             JOIN incontro_tavolo nt ON nt.ambito_id = m2.ambito_id AND nt.tavolo_id = m2.tavolo_id
             WHERE m2.ambito_id = n.ambito_id AND ${siede('m2')} AND nt.incontro_id = n.id AND r2.email = r.email)) AS persone
    FROM incontro n
    WHERE n.ambito_id = $1 AND n.inizio_at < p.fine AND n.fine_at > p.inizio AND n.stato IN ${fra(INCONTRI_IN_AGENDA)} AND NOT n.id = ANY(p.esclusi)
    ORDER BY n.inizio_at) x`;

/** What speaks against a time and place; it never forbids them. @param suoi the tavoli whose people the reader may know by name; null: all */
export async function trovaConflitti(db: EntityManager, p: Progetto, suoi: readonly string[] | null): Promise<ConflittoView[]> {
  return (await trovaConflittiDi(db, p.ambitoId, [p], suoi))[0] ?? [];
}

/** The same of several at once, in one query: for each of them, in the order given. */
export async function trovaConflittiDi(
  db: EntityManager,
  ambitoId: string,
  progetti: readonly Omit<Progetto, 'ambitoId'>[],
  suoi: readonly string[] | null,
): Promise<ConflittoView[][]> {
  const [ambito] = await db.query<{ patrono: Patrono | null }[]>(`SELECT ${PATRONO} AS patrono FROM ambito a WHERE a.id = $1`, [ambitoId]);
  const patrono = ambito?.patrono ?? null;
  const rows = await db.query<Contemporaneo[]>(CONTEMPORANEI, [ambitoId, JSON.stringify(progetti.map((p, k) => ({ ...p, k }))), suoi]);
  return progetti.map((p, k) => [...festivi(p.inizio, patrono), ...rows.filter(row => row.k === k).flatMap(conflittiCon)]);
}

/** The day has a name of its own (Easter Monday and the patron too), or is a Sunday. */
function festivi(inizio: Date, patrono: Patrono | null): ConflittoView[] {
  const day = instantToRomeWall(inizio).slice(0, 10);
  const nome = nomeFestivita(day, patrono);
  if (nome !== null) return [{ tipo: 'festivo', testo: `Il giorno scelto è festivo: ${nome}.`, incontroId: null }];
  const sunday = new Date(`${day}T00:00Z`).getUTCDay() === 0;
  return sunday ? [{ tipo: 'festivo', testo: 'Il giorno scelto è una domenica.', incontroId: null }] : [];
}

function conflittiCon(altro: Contemporaneo): ConflittoView[] {
  const { incontro } = altro;
  const quale =
    incontro === null
      ? 'un incontro in preparazione di un altro tavolo'
      : `«${incontro.titolo}» (${formatDataOra(new Date(incontro.inizioAt))})`;
  const incontroId = incontro?.id ?? null;
  const sede: ConflittoView[] = altro.stessaSede ? [{ tipo: 'sede', testo: `La sede è già occupata da ${quale}.`, incontroId }] : [];
  const { note, altre } = altro.persone;
  if (note.length + altre === 0) return sede;
  const nomi = note.slice(0, 5);
  const restanti = note.length - nomi.length + altre;
  const di = note.length > nomi.length ? '' : ' di altri tavoli';
  const resto =
    restanti === 0
      ? []
      : [
          nomi.length === 0
            ? `${restanti} ${restanti === 1 ? 'persona' : 'persone'}${di}`
            : `${restanti === 1 ? 'un’altra persona' : `altre ${restanti} persone`}${di}`,
        ];
  const chi = [nomi.join(', '), ...resto].filter(Boolean).join(' e ');
  const verbo = note.length + altre === 1 ? 'è atteso anche' : 'sono attesi anche';
  return [...sede, { tipo: 'persone', testo: `${chi} alla stessa ora ${verbo} a ${quale}.`, incontroId }];
}
