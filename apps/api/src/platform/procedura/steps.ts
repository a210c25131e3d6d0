import { Injectable } from '@nestjs/common';
import { can, type Permission, type TransitionTable } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../commands/commands.js';
import { placeOf, type RequestContext, type ResolvedPlace } from '../commands/context.js';
import { fieldProblem, ProblemError } from '../problem/problem.error.js';
import { news } from '../realtime/news.js';
import { hold, write, type Columns, type Held } from './hold.js';
import type { Kind } from './kind.js';
import type { ConMotivo, Passo, Procedura, Taking } from './procedura.js';

/** What a step leaves. */
export interface Taken {
  readonly id: string;
  readonly version: number;
}

/** What the runner knows of a taking: nothing of what its step finds or prepares. */
type Any<R, I> = Passo<R, I, unknown, unknown>;

/** Runs the steps of every procedura: one way, one transaction. */
@Injectable()
export class Steps {
  constructor(private readonly commands: Commands) {}

  /**
   * Takes one step of the thing of the URL: may they? is the reason there? is it what they saw, in a state that allows it? what do the rules
   * say? Then the state moves, its effects follow, the register keeps it, mails and news leave with the commit.
   * @param view what is answered, read in the same transaction
   * @param own the services of the feature, where its steps need any
   * @throws ProblemError 403; 400 on `/motivazione`; 404, 412, `<kind>.stato`; and the refusals of the step
   */
  take<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, V, O = undefined>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    input: I,
    view: (db: EntityManager, taken: Taken) => Promise<V>,
    ...[own]: O extends undefined ? [] : [own: O]
  ): Promise<V> {
    return this.takeWith(procedura, ctx, azione, input, view, own as O);
  }

  /** The same, for what takes steps of any procedura. */
  async takeWith<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, V, O>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    input: I,
    view: (db: EntityManager, taken: Taken) => Promise<V>,
    own: O,
  ): Promise<V> {
    const ready = await this.ready(procedura, ctx, azione, input, own);
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx =>
      view(tx.db, await within(procedura, tx, ctx, azione, { input, ready, own })),
    );
  }

  /**
   * One step of several things, in one transaction: all of them take it or none does. Each has its rules, its line in the register and its mails.
   * @param cose each as the actor saw it, with what is asked of it
   * @param own the services of the feature, where its steps need any
   * @throws ProblemError as `take`, of the first that is refused, told by `rifiuto`
   */
  async takeAll<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O = undefined>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    cose: readonly Cosa<I>[],
    rifiuto: (error: unknown, indice: number) => unknown,
    ...[own]: O extends undefined ? [] : [own: O]
  ): Promise<Taken[]> {
    const uno = <T>(i: number, work: () => Promise<T>): Promise<T> =>
      work().catch((error: unknown) => {
        throw rifiuto(error, i);
      });
    const di = ({ place, version }: Cosa<I>): RequestContext => ({ ...ctx, place, ifMatch: version });
    const pronte: unknown[] = [];
    for (const [i, cosa] of cose.entries()) pronte.push(await uno(i, () => this.ready(procedura, di(cosa), azione, cosa.input, own as O)));
    return this.commands.run(ctx, placeOf(ctx).ambitoId, async tx => {
      await tx.db.query(
        `SELECT 1 FROM ${procedura.kind.table} x WHERE x.ambito_id = $1 AND x.id = ANY($2::uuid[]) ORDER BY x.id FOR NO KEY UPDATE`,
        [tx.ambitoId, cose.map(c => c.place.id)],
      );
      const taken: Taken[] = [];
      for (const [i, cosa] of cose.entries()) {
        const asked = { input: cosa.input, ready: pronte[i], own: own as O };
        taken.push(await uno(i, () => within(procedura, tx, di(cosa), azione, asked)));
      }
      return taken;
    });
  }

  /** Before the transaction: may they? is the reason there? and what is made where nobody waits for it. */
  private async ready<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    input: I,
    own: O,
  ): Promise<unknown> {
    if (!can(ctx.actor, `${familyOf(procedura)}.${azione}` as Permission, placeOf(ctx))) throw new ProblemError('accesso.negato');
    demandReason(procedura.transitions, azione, input.motivazione);
    return (procedura.steps[azione] as unknown as Any<R, I>).prepares?.(ctx, input, own);
  }
}

/** One of several things that take a step together. */
export interface Cosa<I> {
  readonly place: ResolvedPlace;
  /** As the actor saw it. */
  readonly version: number;
  readonly input: I;
}

/**
 * A step that follows from an act on another thing, in its transaction: nobody's permission is asked for it but for that act, and it is taken as the
 * thing is found. @throws ProblemError `<kind>.stato`, and the refusals of the step
 */
export function follow<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O = undefined>(
  procedura: Procedura<S, A, R, I, O>,
  tx: Tx,
  ctx: RequestContext,
  azione: A,
  { place, version, input }: Cosa<I>,
  own: O,
): Promise<Taken> {
  return within(procedura, tx, { ...ctx, place, ifMatch: version }, azione, { input, ready: undefined, own });
}

interface Asked<I, O> {
  readonly input: I;
  readonly ready: unknown;
  readonly own: O;
}

async function within<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
  procedura: Procedura<S, A, R, I, O>,
  tx: Tx,
  ctx: RequestContext,
  azione: A,
  { input, ready, own }: Asked<I, O>,
): Promise<Taken> {
  const passo = procedura.steps[azione] as unknown as Any<R, I>;
  const motivazione = demandReason(procedura.transitions, azione, input.motivazione);
  await passo.holdsFirst?.(tx, ctx, input);
  const held = await hold(tx, ctx, procedura.kind, { from: procedura.transitions[azione].from });
  const row = procedura.reads === undefined ? (held as R) : await procedura.reads(tx, ctx, held);
  const judged = { tx, ctx, place: placeOf(ctx), input, motivazione, row, ready, own };
  const found = await passo.demands?.({ ...judged, found: undefined });
  return move(procedura, passo, azione, { ...judged, found });
}

export const familyOf = ({ family, kind }: { readonly family?: string; readonly kind: Kind }): string => family ?? kind.kind;

async function move<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
  procedura: Procedura<S, A, R, I, O>,
  passo: Any<R, I>,
  azione: A,
  taking: Taking<R, I>,
): Promise<Taken> {
  const { tx, ctx, place, row } = taking;
  if (passo.opens !== undefined) return { id: await passo.opens(taking), version: row.version };
  const set = { ...(await procedura.common?.sets?.(taking, azione)), ...reasonOf(passo, taking), ...(await passo.sets?.(taking)) };
  const version = await write(tx, ctx, procedura.kind, { stato: procedura.transitions[azione].to, ...set }).catch(
    procedura.conflict ?? rethrow,
  );
  await passo.effects?.(taking);
  await procedura.common?.effects?.(taking, azione);
  await tell(procedura, passo, azione, taking);
  return { id: place.id, version };
}

/** Register, outbox and news: written when the transaction closes. */
async function tell<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
  procedura: Procedura<S, A, R, I, O>,
  passo: Any<R, I>,
  azione: A,
  taking: Taking<R, I>,
): Promise<void> {
  const { tx, place, motivazione } = taking;
  const reason = motivazione === null ? {} : { motivazione };
  tx.registra(`${procedura.kind.kind}.${azione}`, procedura.kind.kind, place.id, { ...reason, ...(await passo.records?.(taking)) });
  tx.email(...((await passo.mails?.(taking)) ?? []), ...((await procedura.common?.mails?.(taking, azione)) ?? []));
  tx.annuncia(...news(procedura.kind, place, place.id));
}

const reasonOf = <R, I>({ reason }: Any<R, I>, { motivazione }: Taking<R, I>): Columns =>
  motivazione === null || reason === 'elsewhere' ? {} : { motivazione };

function rethrow(error: unknown): never {
  throw error;
}

/** @throws ProblemError 400 on the field when the step needs a reason and none was given */
export function demandReason<S extends string, A extends string>(
  transitions: TransitionTable<S, A>,
  azione: A,
  motivazione: string | undefined,
): string | null {
  if (!transitions[azione].motivata) return null;
  if (motivazione === undefined)
    throw fieldProblem('richiesta.non_valida', '/motivazione', 'Scrivi il motivo: verrà comunicato a chi è interessato.');
  return motivazione;
}
