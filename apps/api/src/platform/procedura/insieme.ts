import { Injectable } from '@nestjs/common';
import { FATTO, PROBLEMS, type EsitiInsiemeView, type EsitoInsiemeView } from '@tavoli/shared';
import { Places } from '../access/places.js';
import { Commands, Tx } from '../commands/commands.js';
import { placeOf, type RequestContext } from '../commands/context.js';
import { ProblemError } from '../problem/problem.error.js';
import type { Held } from './hold.js';
import type { ConMotivo, Procedura } from './procedura.js';
import { follow, Steps, type Cosa } from './steps.js';

/** A thing that a body names, as the actor saw it. */
export interface Nominata {
  readonly id: string;
  readonly version: number;
}

/**
 * One step of several things chosen from a list, each by itself: one that changed meanwhile does not stop the others. Where all or none is
 * wanted there is `Steps.takeAll`. What they name has passed the guard (`riferimento` with the permission of the step).
 */
@Injectable()
export class Insieme {
  constructor(
    private readonly steps: Steps,
    private readonly commands: Commands,
    private readonly places: Places,
  ) {}

  /** Each in a transaction of its own, with its line in the register and its mails. @returns what became of each, in the order they were named */
  async fai<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    nominate: readonly Nominata[],
    input: I,
    own: O,
  ): Promise<EsitiInsiemeView> {
    const items: EsitoInsiemeView[] = [];
    for (const cosa of await this.cose(procedura, ctx, nominate, input)) {
      const di = { ...ctx, place: cosa.place, ifMatch: cosa.version };
      const passo = this.steps.takeWith(procedura, di, azione, input, () => Promise.resolve(null), own);
      items.push(await esitoDi(cosa.place.id, passo));
    }
    return { items };
  }

  /**
   * What would become of each: the steps are taken one after the other, by their own rules, in a transaction that is thrown away. Nothing is
   * written, nobody is told.
   */
  async anteprima<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
    procedura: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    azione: A,
    nominate: readonly Nominata[],
    input: I,
    own: O,
  ): Promise<EsitiInsiemeView> {
    const cose = await this.cose(procedura, ctx, nominate, input);
    const items: EsitoInsiemeView[] = [];
    await this.commands.prova(async db => {
      // In one order, so that two who look at the same things do not wait for one another.
      await db.query(
        `SELECT 1 FROM ${procedura.kind.table} x WHERE x.ambito_id = $1 AND x.id = ANY($2::uuid[]) ORDER BY x.id FOR NO KEY UPDATE`,
        [placeOf(ctx).ambitoId, cose.map(c => c.place.id)],
      );
      for (const cosa of cose) {
        const passo = db.transaction(dentro => follow(procedura, new Tx(dentro, placeOf(ctx).ambitoId, ctx), ctx, azione, cosa, own));
        items.push(await esitoDi(cosa.place.id, passo));
      }
    });
    return { items };
  }

  private async cose<S extends string, A extends string, R extends Held<S>, I extends ConMotivo, O>(
    { kind }: Procedura<S, A, R, I, O>,
    ctx: RequestContext,
    nominate: readonly Nominata[],
    input: I,
  ): Promise<Cosa<I>[]> {
    const ids = nominate.map(n => n.id);
    const places = new Map((await this.places.findAll(kind.kind, placeOf(ctx).ambitoSlug, ids)).map(p => [p.id, p]));
    return nominate.flatMap(({ id, version }) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ place, version, input }];
    });
  }
}

/** @throws whatever is no refusal of the domain */
function esitoDi(id: string, passo: Promise<unknown>): Promise<EsitoInsiemeView> {
  return passo.then(
    () => ({ id, esito: FATTO, perche: null }),
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return { id, esito: error.code, perche: error.extra.detail ?? error.extra.errors?.[0]?.message ?? PROBLEMS[error.code][1] };
    },
  );
}
