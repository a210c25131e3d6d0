import { Injectable } from '@nestjs/common';
import { can, type Permission, type TransitionTable } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { Commands, type Tx } from '../commands/commands.js';
import { placeOf, type RequestContext } from '../commands/context.js';
import { ProblemError } from '../problem/problem.error.js';
import { news } from '../realtime/news.js';
import { hold } from './hold.js';
import { refusalOf, type Kind } from './kind.js';
import type { ConMotivo } from './procedura.js';
import { demandReason } from './steps.js';

/** What an answer is given: the part as it was found, and the whole of the URL, held. */
export interface Answering<P> {
  readonly tx: Tx;
  readonly ctx: RequestContext;
  readonly part: P;
}

/**
 * **What becomes of a part that somebody proposed**: a correction of a verbale, a comment on an elaborato. It has states of its own and moves
 * none of the whole, which is held meanwhile: whoever ends the time of proposals waits for the answer, or the answer comes too late.
 */
export interface Answer<S extends string, A extends string, P> {
  readonly kind: Kind;
  /** The word of its permissions (`word.azione`) and of its acts (`kind.azione_word`). */
  readonly word: string;
  readonly table: string;
  /** The column that names the whole. */
  readonly whole: string;
  /** The states of the whole in which it is answered. */
  readonly during: readonly string[];
  readonly transitions: TransitionTable<S, A>;
  /** SQL of what `effects` read of the part. */
  readonly reads?: string;
  readonly effects: Readonly<Record<A, ((answering: Answering<P>) => Promise<unknown>) | null>>;
}

/** Runs the answers of every feature in one way, as `Steps` does with steps. */
@Injectable()
export class Answers {
  constructor(private readonly commands: Commands) {}

  /** @throws ProblemError 403; 400 on `/motivazione`; 404; `<kind>.stato`; and the refusals of its effects */
  async give<S extends string, A extends string, P, V>(
    answer: Answer<S, A, P>,
    ctx: RequestContext,
    partId: string,
    azione: A,
    input: ConMotivo,
    view: (db: EntityManager, id: string) => Promise<V>,
  ): Promise<V> {
    const { kind, word, table, transitions } = answer;
    const place = placeOf(ctx);
    if (!can(ctx.actor, `${word}.${azione}` as Permission, place)) throw new ProblemError('accesso.negato');
    const motivazione = demandReason(transitions, azione, input.motivazione);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const part = await holdPart(tx, ctx, answer, azione, partId);
      await answer.effects[azione]?.({ tx, ctx, part });
      await tx.db.query(`UPDATE ${table} SET stato = $3, risposta = $4 WHERE ambito_id = $1 AND id = $2`, [
        tx.ambitoId,
        partId,
        transitions[azione].to,
        motivazione,
      ]);
      tx.registra(`${kind.kind}.${azione}_${word}`, kind.kind, place.id, {
        [word]: partId,
        ...(motivazione === null ? {} : { motivazione }),
      });
      tx.annuncia(...news(kind, place, place.id));
      return view(tx.db, place.id);
    });
  }
}

/** @throws ProblemError `risorsa.non_trovata`, `<kind>.stato` */
async function holdPart<S extends string, A extends string, P>(
  tx: Tx,
  ctx: RequestContext,
  { kind, table, whole, during, transitions, reads = '' }: Answer<S, A, P>,
  azione: A,
  partId: string,
): Promise<P> {
  const { stato } = await hold(tx, ctx, kind, { seen: 'any' });
  const [part] = await tx.db.query<(P & { stato: S })[]>(
    `SELECT x.stato${reads && `, ${reads}`} FROM ${table} x WHERE x.ambito_id = $1 AND x.${whole} = $2 AND x.id = $3 FOR UPDATE`,
    [tx.ambitoId, placeOf(ctx).id, partId],
  );
  if (part === undefined) throw new ProblemError('risorsa.non_trovata');
  if (!during.includes(stato) || !transitions[azione].from.includes(part.stato)) throw new ProblemError(refusalOf(kind));
  return part;
}
