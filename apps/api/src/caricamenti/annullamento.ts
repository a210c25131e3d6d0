import { ORE_PER_ANNULLARE, TIPI } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../platform/commands/commands.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { Preso } from './esecuzione.js';
import { TIPI_API } from './tipi/index.js';
import type { Esistente, Tipo } from './tipi/tipo.js';

const MS = ORE_PER_ANNULLARE * 3_600_000;

/**
 * Takes back what was written, where nobody has touched it and nothing names it.
 * @throws ProblemError `caricamento.tardi`, `caricamento.dipendenze`
 */
export async function disfa(tx: Tx, id: string, { tipo, effetti, eseguitoAt, now }: Preso): Promise<void> {
  if (effetti === null || eseguitoAt === null || now.getTime() - eseguitoAt.getTime() > MS) throw new ProblemError('caricamento.tardi');
  const t = TIPI_API[tipo];
  await tx.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`caricamento ${tx.ambitoId}`]);
  await t.blocca(tx.db, tx.ambitoId);
  const { esistenti, giudica } = await t.leggi(tx.db, tx.ambitoId);
  const perId = new Map([...esistenti.values()].map(e => [e.id, e]));
  demandIntatte(tipo, [...effetti.nuove, ...effetti.aggiornate], perId);
  const nuove = effetti.nuove.map(n => n.id);
  await demandLibere(tx.db, tx.ambitoId, t, nuove);
  const indietro = effetti.aggiornate.map(({ id: quale, prima }) => {
    const giudizio = giudica(prima, perId.get(quale) ?? null);
    if ('errori' in giudizio) throw new ProblemError('caricamento.dipendenze', { detail: giudizio.errori[0]?.messaggio ?? '' });
    return { id: quale, valore: giudizio.valore };
  });
  if (indietro.length > 0) await t.aggiorna(tx, indietro, { caricamentoId: id, verificati: false, atto: null });
  if (nuove.length > 0) await t.elimina(tx, nuove).catch(ancoraNominate);
}

/** For `.catch()`: what the rows brought with them is named by something. */
function ancoraNominate(error: unknown): never {
  if ((error as { code?: string }).code === '23503') throw new ProblemError('caricamento.dipendenze');
  throw error;
}

function demandIntatte(
  tipo: Preso['tipo'],
  scritte: readonly { readonly id: string; readonly traccia: string }[],
  perId: ReadonlyMap<string, Esistente>,
): void {
  const toccate = scritte.filter(s => perId.get(s.id)?.traccia !== s.traccia);
  const [prima] = toccate;
  if (prima === undefined) return;
  const esistente = perId.get(prima.id);
  const quale = esistente === undefined ? '' : `, per esempio «${TIPI[tipo].titolo(esistente.celle)}»`;
  throw new ProblemError('caricamento.dipendenze', {
    detail: `Dopo il caricamento qualcuno ha cambiato questi dati (${toccate.length}${quale}): il caricamento non si può più annullare.`,
  });
}

interface Dipendente {
  readonly tabella: string;
  readonly colonna: string;
}

/** Every column that names a row of the table, as the database itself knows them: no list of ours, so none can be forgotten. */
const DIPENDENTI = `
  SELECT c.conrelid::regclass::text AS tabella, quote_ident(a.attname) AS colonna
  FROM pg_constraint c
  CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k (da, a)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.da
  JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.a
  WHERE c.contype = 'f' AND c.confrelid = $1::regclass AND f.attname = $2 ORDER BY 1, 2`;

/** @throws ProblemError `caricamento.dipendenze` when anything names one of the rows */
async function demandLibere(
  db: EntityManager,
  ambitoId: string,
  { tabella, colonna, proprie }: Tipo,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const tutti = await db.query<Dipendente[]>(DIPENDENTI, [tabella, colonna]);
  const altri = tutti.filter(d => !proprie.includes(d.tabella));
  if (altri.length === 0) return;
  const sql = altri.map(
    d => `SELECT x.${d.colonna}::text AS id FROM ${d.tabella} x WHERE x.ambito_id = $1 AND x.${d.colonna}::text = ANY($2::text[])`,
  );
  const [trovati] = await db.query<[{ n: number }]>(`SELECT count(DISTINCT id)::int AS n FROM (${sql.join(' UNION ')}) d`, [ambitoId, ids]);
  if (trovati.n > 0)
    throw new ProblemError('caricamento.dipendenze', {
      detail: `Qualcosa dipende ormai da ${trovati.n === 1 ? 'una delle righe importate' : `${trovati.n} delle righe importate`}: il caricamento non si può più annullare.`,
    });
}
