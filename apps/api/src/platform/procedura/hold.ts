import type { ProblemCode } from '@tavoli/shared';
import type { Tx } from '../commands/commands.js';
import { placeOf, type RequestContext } from '../commands/context.js';
import { ProblemError } from '../problem/problem.error.js';
import { cambiDi } from '../commands/cambi.js';
import { refusalOf, type Kind } from './kind.js';

export type Columns = Readonly<Record<string, unknown>>;

/** A thing as it was found, and is until the transaction ends. */
export interface Held<S extends string = string> {
  readonly stato: S;
  readonly version: number;
  /** The database's clock. */
  readonly now: Date;
}

interface Terms<S extends string> {
  /** The states it may be in; any where left out. */
  readonly from?: readonly S[];
  /** The refusal in any other; `<kind>.stato` where left out. */
  readonly refusal?: ProblemCode;
  /** `any`: what is done holds whatever the actor saw of it. */
  readonly seen?: 'any';
}

/** The refusal of what was seen, and is another now; with the stored version, where it has one. */
export const superata = (stored?: number | null): ProblemError => new ProblemError('versione.superata', { version: stored ?? undefined });

/** @throws ProblemError `versione.superata`, unless the stored version is the one that the actor saw */
export function demandSeen(ctx: Pick<RequestContext, 'ifMatch'>, stored: number | null | undefined): void {
  if (stored !== ctx.ifMatch) throw superata(stored);
}

/**
 * Takes the thing of the URL for this transaction: whoever wants it waits, and finds what this leaves. One refusal comes before the others:
 * it is not there, it is not what the actor saw, its state does not allow it.
 * @throws ProblemError `risorsa.non_trovata`, `versione.superata`, `<kind>.stato`
 */
export async function hold<S extends string>(tx: Tx, ctx: RequestContext, kind: Kind, terms: Terms<S> = {}): Promise<Held<S>> {
  const row = await holdOther<S>(tx, kind, placeOf(ctx).id);
  if (terms.seen !== 'any') demandSeen(ctx, row.version);
  if (terms.from !== undefined && !terms.from.includes(row.stato)) throw new ProblemError(terms.refusal ?? refusalOf(kind));
  return row;
}

/** Takes a thing that the URL does not name, whatever anybody saw of it, so that commands on it wait for each other. @throws ProblemError `risorsa.non_trovata` */
export async function holdOther<S extends string>(tx: Tx, kind: Kind, id: string): Promise<Held<S>> {
  const [row] = await tx.db.query<Held<S>[]>(
    `SELECT ${kind.state ?? 'NULL'} AS stato, x.version, clock_timestamp() AS now FROM ${kind.table} x WHERE x.ambito_id = $1 AND x.id = $2 FOR NO KEY UPDATE`,
    [tx.ambitoId, id],
  );
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return row;
}

/** Writes columns of a thing that is held, under its next version. @returns that version */
export const write = (tx: Tx, ctx: RequestContext, kind: Kind, set?: Columns): Promise<number> =>
  writeOther(tx, kind, placeOf(ctx).id, set);

/** The same of one that the URL does not name. */
export async function writeOther(tx: Tx, kind: Kind, id: string, set: Columns = {}): Promise<number> {
  const entries = Object.entries(set);
  const assignments = entries.map(([column], i) => `, ${column} = $${i + 3}`).join('');
  const scritte = entries.map(([column]) => column).join(', ');
  const json = (row: string): string => (scritte === '' ? `'{}'::jsonb` : `(SELECT to_jsonb(c) FROM (SELECT ${scritte} FROM ${row}) c)`);
  const [rows] = await tx.db.query<[{ version: number; prima: Columns; dopo: Columns }[], number]>(
    `WITH prima AS (SELECT * FROM ${kind.table} WHERE ambito_id = $1 AND id = $2)
     UPDATE ${kind.table} SET version = version + 1${assignments} WHERE ambito_id = $1 AND id = $2
     RETURNING version, ${json('prima')} AS prima, ${json(`(SELECT ${kind.table}.*) dopo`)} AS dopo`,
    [tx.ambitoId, id, ...entries.map(([, value]) => value)],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The ${kind.kind} was not held.`);
  tx.cambiato(id, cambiDi(row.prima, row.dopo));
  return row.version;
}

/** A change that moves no state: held as the actor saw it, written under its next version. @returns that version. @throws as `hold` */
export async function edit<S extends string>(
  tx: Tx,
  ctx: RequestContext,
  kind: Kind,
  { set, ...terms }: Terms<S> & { readonly set?: Columns } = {},
): Promise<number> {
  await hold(tx, ctx, kind, terms);
  return write(tx, ctx, kind, set);
}

/** Takes away a thing that is held. @throws as `hold` */
export async function remove<S extends string>(tx: Tx, ctx: RequestContext, kind: Kind, terms: Terms<S> = {}): Promise<void> {
  await hold(tx, ctx, kind, terms);
  await tx.db.query(`DELETE FROM ${kind.table} WHERE ambito_id = $1 AND id = $2`, [tx.ambitoId, placeOf(ctx).id]);
}
