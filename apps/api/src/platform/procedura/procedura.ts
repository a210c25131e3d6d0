import type { TransitionTable } from '@tavoli/shared';
import type { Tx } from '../commands/commands.js';
import type { RequestContext, ResolvedPlace } from '../commands/context.js';
import type { EmailDraft } from '../email/email.types.js';
import type { Columns, Held } from './hold.js';
import type { Kind } from './kind.js';

type Later<T> = T | Promise<T>;

/** The part of any input that every step may have. */
export interface ConMotivo {
  readonly motivazione?: string;
}

/**
 * What a step is given. `R`: what the procedura reads of the thing once it is held; `I`: the input; `F`: what was made before the
 * transaction; `D`: what the step found when it judged; `O`: the services of its feature that steps need.
 */
export interface Taking<R = Held, I = ConMotivo, D = unknown, F = unknown, O = unknown> {
  readonly tx: Tx;
  readonly ctx: RequestContext;
  readonly place: ResolvedPlace;
  readonly input: I;
  /** The written reason, where the step demands one. */
  readonly motivazione: string | null;
  readonly row: R;
  readonly found: D;
  readonly ready: F;
  readonly own: O;
}

/** One step, beyond the state that it moves. All of it but `prepares` is one transaction, in this order. */
export interface Passo<R = Held, I = ConMotivo, D = void, F = void, O = unknown> {
  /** Before the transaction, where nobody waits for it: a file that takes seconds to make. What the actor saw guards what follows. */
  readonly prepares?: (ctx: RequestContext, input: I, own: O) => Promise<F>;
  /** Other rows to hold before the thing itself, where two steps would otherwise wait for one another. */
  readonly holdsFirst?: (tx: Tx, ctx: RequestContext, input: I) => Promise<unknown>;
  /** The rules: refuses, or finds what the rest needs. */
  readonly demands?: (taking: Taking<R, I, undefined, F, O>) => Later<D>;
  /** Columns written beside the state. */
  readonly sets?: (taking: Taking<R, I, D, F, O>) => Later<Columns>;
  /** What follows from it, on the rows of others too. */
  readonly effects?: (taking: Taking<R, I, D, F, O>) => Later<unknown>;
  /** What the register keeps besides actor, act and reason. */
  readonly records?: (taking: Taking<R, I, D, F, O>) => Later<Columns>;
  readonly mails?: (taking: Taking<R, I, D, F, O>) => Later<readonly EmailDraft[]>;
  /** Where the reason stands, if not on the thing. */
  readonly reason?: 'elsewhere';
  /** The step moves nothing: it asks for something, or opens another thing; it writes of itself in `effects`. @returns the thing to show */
  readonly opens?: (taking: Taking<R, I, D, F, O>) => Promise<string>;
}

/** What all the steps of a procedura have in common, after what each has of its own. */
export interface Comune<R, I, A extends string> {
  readonly sets?: (taking: Taking<R, I>, azione: A) => Later<Columns>;
  readonly effects?: (taking: Taking<R, I>, azione: A) => Later<unknown>;
  readonly mails?: (taking: Taking<R, I>, azione: A) => Later<readonly EmailDraft[]>;
}

/**
 * **A procedura: the life of one kind of thing, declared in its feature.** The table of `libs/shared` says which steps there are and which
 * states they join; this says what each of them demands, sets, does, records, sends and tells. `Steps` runs them all in one way.
 * A step of the table without an entry does not compile.
 */
export interface Procedura<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O = undefined> {
  readonly kind: Kind;
  /** The first part of its permissions and acts, where it is not the kind. */
  readonly family?: string;
  readonly transitions: TransitionTable<S, A>;
  /** Reads what rules and effects judge by, once the thing is held. */
  readonly reads?: (tx: Tx, ctx: RequestContext, held: Held<S>) => Promise<R>;
  readonly steps: Readonly<Record<A, Passo<R, I, never, never, O>>>;
  readonly common?: Comune<R, I, A>;
  /** The words of the database for what two did at once: throws the domain's. */
  readonly conflict?: (error: unknown) => never;
}

/** For the entries of `steps`: `const passo = stepsOf<Row, Input, Services>()`. Each call infers what its own step finds and prepares. */
export const stepsOf =
  <R = Held, I = ConMotivo, O = undefined>() =>
  <D = void, F = void>(passo: Passo<R, I, D, F, O>): Passo<R, I, never, never, O> =>
    passo as unknown as Passo<R, I, never, never, O>;
