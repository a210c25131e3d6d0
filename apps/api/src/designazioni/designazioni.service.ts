import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  can,
  DESIGNAZIONE,
  type AccettaInsiemeInput,
  type AzioneDesignazione,
  type AzioneInput,
  type DesignazioneInput,
  type DesignazioneView,
  type NuovaDesignazioneInput,
} from '@tavoli/shared';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { demandMotivazione, transition } from '../platform/commands/transition.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { salvaRappresentanti } from './bozza.js';
import { Designazione } from './designazione.entity.js';
import { DesignazioniQueries } from './designazioni.queries.js';
import { EFFETTI } from './effetti.js';
import { avvisoPerTavolo } from './invio.js';
import { siede } from './mandati.js';
import { liveDesignazione } from './annunci.js';
import { apriSostituzione } from './sostituzione.js';

/** Commands on designazioni. Each is one transaction; the guard has already checked role and visibility. */
@Injectable()
export class DesignazioniService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: DesignazioniQueries,
  ) {}

  /**
   * A draft of the ente in the URL. @throws ProblemError `designazione.esiste`, `avviso.tavolo_non_compreso`, `ente.non_verificato`
   */
  async crea(ctx: RequestContext, input: NuovaDesignazioneInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    if (place.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await avvisoPerTavolo(tx.db, place.ambitoId, input.avvisoId, input.tavoloId);
      const id = randomUUID();
      const row = {
        ambitoId: place.ambitoId,
        id,
        avvisoId: input.avvisoId,
        tavoloId: input.tavoloId,
        enteId: place.id,
        stato: 'bozza' as const,
        version: 1,
      };
      await tx.db.insert(Designazione, row).catch(uniqueViolation('designazione_in_corso', 'designazione.esiste'));
      if (await siede(tx.db, place.ambitoId, input.tavoloId, place.id)) throw new ProblemError('designazione.esiste');
      await salvaRappresentanti(tx.db, place.ambitoId, id, input.rappresentanti);
      tx.registra('designazione.crea', 'designazione', id);
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, id);
    });
  }

  /** Rewrites the people of a draft. @throws ProblemError `designazione.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: DesignazioneInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await this.lockDraft(tx, ctx);
      await salvaRappresentanti(tx.db, place.ambitoId, place.id, input.rappresentanti);
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, place.id);
    });
  }

  /** Deletes a draft; what was sent is never deleted. @throws ProblemError `designazione.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await this.lockDraft(tx, ctx);
      await tx.db.delete(Designazione, { ambitoId: place.ambitoId, id: place.id });
      tx.registra('designazione.elimina', 'designazione', place.id);
      return null;
    });
  }

  /** A step of the procedure. @throws ProblemError 400, 409, 412, and the refusals of `invia` (see `invio.ts`) */
  async esegui(ctx: RequestContext, azione: AzioneDesignazione, input: AzioneInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    const motivazione = demandMotivazione(DESIGNAZIONE, azione, input.motivazione);
    if (place.version !== null && place.version !== ctx.ifMatch) throw new ProblemError('versione.superata', { version: place.version });
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const id = azione === 'sostituisci' ? await apriSostituzione(tx, ctx) : await this.step(tx, ctx, azione, motivazione);
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, id);
    });
  }

  /**
   * Accepts several at once, each in a transaction of its own: one that changed meanwhile does not stop the others.
   * Returns what became of each: accepted, or the code of the refusal.
   */
  async accettaInsieme(ctx: RequestContext, input: AccettaInsiemeInput): Promise<{ items: { id: string; esito: string }[] }> {
    const items: { id: string; esito: string }[] = [];
    for (const { id, version } of input.designazioni) {
      const place = await this.queries.place(ctx, id);
      const esito =
        place === null
          ? 'risorsa.non_trovata'
          : !can(ctx.actor, 'designazione.accetta', place)
            ? 'accesso.negato'
            : await this.esegui({ ...ctx, place, ifMatch: version }, 'accetta', {}).then(() => 'accettata', codeOf);
      items.push({ id, esito });
    }
    return { items };
  }

  private async step(
    tx: Tx,
    ctx: RequestContext,
    azione: Exclude<AzioneDesignazione, 'sostituisci'>,
    motivazione: string | null,
  ): Promise<string> {
    const { id } = placeOf(ctx);
    const { prepare, after } = EFFETTI[azione];
    const set = await prepare?.(tx, ctx);
    await transition(tx, ctx, { table: 'designazione', transitions: DESIGNAZIONE, azione, motivazione, set }).catch(
      uniqueViolation('designazione_accettata', 'designazione.esiste'),
    );
    tx.registra(`designazione.${azione}`, 'designazione', id, motivazione === null ? {} : { motivazione });
    await after(tx, ctx, motivazione);
    tx.annuncia(...liveDesignazione(placeOf(ctx)));
    return id;
  }

  /** Takes the draft for this transaction, as the version the actor saw. */
  private async lockDraft(tx: Tx, ctx: RequestContext): Promise<void> {
    await transition(tx, ctx, {
      table: 'designazione',
      transitions: { salva: { from: ['bozza'], to: 'bozza' } },
      azione: 'salva',
      motivazione: null,
    });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code;
  throw error;
}
