import { PROBLEMS, type ProblemCode, type TransitionTable } from '@tavoli/shared';
import { fieldProblem, ProblemError } from '../problem/problem.error.js';
import type { Tx } from './commands.js';
import type { RequestContext } from './context.js';

type Table =
  | 'designazione'
  | 'ente'
  | 'avviso'
  | 'incontro'
  | 'verbale'
  | 'fase'
  | 'firmatario'
  | 'adesione'
  | 'osservazione'
  | 'piano_di_zona'
  | 'elaborato'
  | 'contributo';

interface Step<S extends string, A extends string> {
  readonly table: Table;
  readonly transitions: TransitionTable<S, A>;
  readonly azione: A;
  readonly motivazione: string | null;
  /** Further columns to set: name -> value. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** @throws ProblemError 400 on the field when the step needs a reason and none was given */
export function demandMotivazione<S extends string, A extends string>(
  transitions: TransitionTable<S, A>,
  azione: A,
  motivazione: string | undefined,
): string | null {
  if (transitions[azione].motivata && motivazione === undefined) {
    throw fieldProblem('richiesta.non_valida', '/motivazione', 'Scrivi il motivo: verrà comunicato a chi è interessato.');
  }
  return transitions[azione].motivata ? (motivazione ?? null) : null;
}

/**
 * Compare-and-set of a procedure: moves the row that the context points at, if it is still the version the actor saw
 * and still in a state the step starts from.
 * @throws ProblemError 412 `versione.superata` with the stored version; 409 `<table>.stato`
 */
export async function transition<S extends string, A extends string>(tx: Tx, ctx: RequestContext, step: Step<S, A>): Promise<number> {
  const { from, to } = step.transitions[step.azione];
  // An avviso closes by the clock, and is stored as published.
  const stored = step.table === 'avviso' && to === ('chiuso' as S) ? 'pubblicato' : to;
  const extra = Object.entries({ ...step.set, ...(step.motivazione === null ? {} : { motivazione: step.motivazione }) });
  const assignments = extra.map(([column], i) => `, ${column} = $${i + 6}`).join('');
  const [rows] = await tx.db.query<[{ version: number }[], number]>(
    `UPDATE ${step.table} SET stato = $3, version = version + 1${assignments}
     WHERE ambito_id = $1 AND id = $2 AND version = $4 AND stato = ANY($5) RETURNING version`,
    [tx.ambitoId, ctx.place?.id, stored, ctx.ifMatch, from, ...extra.map(([, value]) => value)],
  );
  const version = rows[0]?.version;
  if (version === undefined) throw await whyNot(tx, ctx, step.table);
  return version;
}

async function whyNot(tx: Tx, ctx: RequestContext, table: Table): Promise<ProblemError> {
  const [row] = await tx.db.query<{ version: number }[]>(`SELECT version FROM ${table} WHERE ambito_id = $1 AND id = $2`, [
    tx.ambitoId,
    ctx.place?.id,
  ]);
  if (row && row.version !== ctx.ifMatch) return new ProblemError('versione.superata', { version: row.version });
  const code = `${table === 'piano_di_zona' ? 'piano' : table}.stato`;
  return new ProblemError(code in PROBLEMS ? (code as ProblemCode) : 'risorsa.non_trovata');
}
