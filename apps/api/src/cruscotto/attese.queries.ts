import type { TipoAttesa } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { iso } from '../platform/http/json-view.js';
import { ATTESE } from './attese.js';
import type { Attesa, Compito, RigaAttesa } from './attese/attesa.js';

/** A kind with somebody whose it is. */
export type DaFare = Attesa & { readonly compito: Compito };

export const DA_FARE: readonly DaFare[] = ATTESE.filter((a): a is DaFare => a.compito !== undefined);

/** A kind to look for, and which of its rows `m` (SQL). */
export interface Cercata {
  readonly attesa: DaFare;
  readonly dove: string;
}

export interface Trovata extends RigaAttesa {
  readonly enteId: string | null;
  readonly version: number | null;
}

/** All that was found of one kind (at one tavolo): how many, the times that press most, the first few. */
export interface Gruppo {
  readonly attesa: DaFare;
  readonly tavoloId: string | null;
  readonly quante: number;
  readonly dal: Date | null;
  readonly entro: Date | null;
  readonly righe: readonly Trovata[];
}

interface Row {
  readonly tipo: TipoAttesa;
  readonly oggettoId: string;
  readonly tavolo: RigaAttesa['tavolo'];
  readonly enteId: string | null;
  readonly nome: string;
  readonly altro: string | null;
  readonly dalAt: string | null;
  readonly entroAt: string | null;
  readonly version: number | null;
  readonly quante: number;
  readonly primoDalAt: string | null;
  readonly primoEntroAt: string | null;
}

/** However many kinds there are, one query; of each no more than `$3` rows come, however many there are. */
const sqlOf = (cercate: readonly Cercata[], gruppo: string): string => `
  SELECT x.tipo, x.oggetto AS "oggettoId", x.ente AS "enteId", x.nome, x.altro, ${iso('x.dal')} AS "dalAt", ${iso('x.entro')} AS "entroAt", x.version,
    x.quante, ${iso('x.primo_dal')} AS "primoDalAt", ${iso('x.primo_entro')} AS "primoEntroAt",
    CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'slug', t.slug, 'nome', t.nome) END AS tavolo
  FROM (
    SELECT q.*, count(*) OVER (PARTITION BY ${gruppo})::int AS quante, min(q.dal) OVER (PARTITION BY ${gruppo}) AS primo_dal, min(q.entro) OVER (PARTITION BY ${gruppo}) AS primo_entro,
      row_number() OVER (PARTITION BY ${gruppo} ORDER BY q.entro NULLS LAST, q.dal NULLS LAST, q.nome, q.oggetto) AS posto
    FROM (${cercate.map(({ attesa, dove }, n) => `(SELECT ${n} AS ordine, '${attesa.tipo}' AS tipo, m.* FROM (${attesa.sql()}) m WHERE ${dove})`).join('\nUNION ALL ')}) q
  ) x LEFT JOIN tavolo t ON t.ambito_id = $1 AND t.id = x.tavolo
  WHERE x.posto <= $3::int AND ($2::uuid IS NULL OR true) ORDER BY x.ordine, x.tavolo, x.posto`;

export interface Domanda {
  readonly ambitoId: string;
  /** Of who reads; null where nothing of a person alone is asked. */
  readonly accountId: string | null;
  /** How many of each kind (and tavolo). */
  readonly limite: number;
  readonly perTavolo?: true;
}

/** Parameters that every query of attese begins with; those of `Cercata.dove` follow. */
export const argomenti = ({ ambitoId, accountId, limite }: Domanda): unknown[] => [ambitoId, accountId, limite];

/** What is found of the kinds asked for: one query, none where nothing is asked. @param args of `argomenti`, and those that the tests of rows have pushed */
export async function leggiAttese(
  db: EntityManager,
  domanda: Domanda,
  cercate: readonly Cercata[],
  args: readonly unknown[],
): Promise<Gruppo[]> {
  if (cercate.length === 0) return [];
  const rows = await db.query<Row[]>(sqlOf(cercate, domanda.perTavolo ? 'q.ordine, q.tavolo' : 'q.ordine'), [...args]);
  const gruppi = Map.groupBy(rows, r => (domanda.perTavolo ? `${r.tipo} ${r.tavolo?.id ?? ''}` : r.tipo));
  return [...gruppi.values()].flatMap(righe => {
    const [prima] = righe;
    const attesa = DA_FARE.find(a => a.tipo === prima?.tipo);
    return prima === undefined || attesa === undefined ? [] : [gruppoDi(attesa, prima, righe)];
  });
}

const data = (at: string | null): Date | null => (at === null ? null : new Date(at));

const gruppoDi = (attesa: DaFare, prima: Row, righe: readonly Row[]): Gruppo => ({
  attesa,
  tavoloId: prima.tavolo?.id ?? null,
  quante: prima.quante,
  dal: data(prima.primoDalAt),
  entro: data(prima.primoEntroAt),
  righe: righe.map(({ oggettoId, tavolo, enteId, nome, altro, dalAt, entroAt, version }) => ({
    oggettoId,
    tavolo,
    enteId,
    nome,
    altro,
    dal: data(dalAt),
    entro: data(entroAt),
    version,
  })),
});
