import { Inject, Injectable } from '@nestjs/common';
import {
  DESIGNAZIONI_COL_POSTO,
  IN_BOZZA,
  instantToRomeWall,
  type AccettaInsiemeInput,
  type AzioneDesignazione,
  type DesignazioneAzioneInput,
  type DesignazioneInput,
  type DesignazioneView,
  type DimissioniInput,
  type EsitiInsiemeView,
  type NuovaDesignazioneInput,
} from '@tavoli/shared';
import { Commands } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { fieldProblem, ProblemError } from '../platform/problem/problem.error.js';
import { edit, hold, remove, write } from '../platform/procedura/hold.js';
import { Insieme } from '../platform/procedura/insieme.js';
import { news } from '../platform/realtime/news.js';
import { Steps } from '../platform/procedura/steps.js';
import { apriBozza, salvaRappresentanti } from './bozza.js';
import { DESIGNAZIONE_KIND } from './designazione.kind.js';
import { designazioneProcedura } from './designazione.procedura.js';
import { DesignazioniQueries } from './designazioni.queries.js';
import { registraDimissioni } from './dimissioni.js';

/** Commands on designazioni. Each is one transaction; the guard has already checked role and visibility. */
@Injectable()
export class DesignazioniService {
  constructor(
    private readonly commands: Commands,
    private readonly steps: Steps,
    private readonly insieme: Insieme,
    private readonly queries: DesignazioniQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A draft of the ente in the URL. @throws ProblemError `designazione.esiste`, `avviso.tavolo_non_compreso`, `ente.non_verificato`
   */
  async crea(ctx: RequestContext, input: NuovaDesignazioneInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    if (place.stato !== 'verificato') throw new ProblemError('ente.non_verificato');
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const id = await apriBozza(tx, place.id, input);
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, id);
    });
  }

  /** Rewrites the people of a draft. @throws ProblemError `designazione.stato`, `versione.superata` */
  async modifica(ctx: RequestContext, input: DesignazioneInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      await edit(tx, ctx, DESIGNAZIONE_KIND, { from: IN_BOZZA });
      await salvaRappresentanti(tx.db, place.ambitoId, place.id, input.rappresentanti);
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, place.id);
    });
  }

  /** Deletes a draft; what was sent is never deleted. @throws ProblemError `designazione.stato`, `versione.superata` */
  async elimina(ctx: RequestContext): Promise<void> {
    const place = placeOf(ctx);
    await this.commands.run(ctx, place.ambitoId, async tx => {
      await remove(tx, ctx, DESIGNAZIONE_KIND, { from: IN_BOZZA });
      tx.registra('designazione.elimina', 'designazione', place.id);
      return null;
    });
  }

  /** A step of the procedure (`designazione.procedura.ts`). @throws ProblemError 400, 409, 412, and the refusals of the step */
  esegui(ctx: RequestContext, azione: AzioneDesignazione, input: DesignazioneAzioneInput): Promise<DesignazioneView> {
    const own = { origin: this.config.publicOrigin };
    return this.steps.take(
      designazioneProcedura,
      ctx,
      azione,
      input,
      (db, { id }) => this.queries.unaIn(db, ctx, placeOf(ctx).ambitoId, id),
      own,
    );
  }

  /** As the office has it on paper or by PEC. @throws ProblemError `designazione.stato`, `versione.superata`, `dimissioni.non_siede`, 400 on `/giorno` */
  async registraDimissioni(ctx: RequestContext, { rappresentanteId, giorno, testo }: DimissioniInput): Promise<DesignazioneView> {
    const place = placeOf(ctx);
    return this.commands.run(ctx, place.ambitoId, async tx => {
      const { now } = await hold(tx, ctx, DESIGNAZIONE_KIND, { from: DESIGNAZIONI_COL_POSTO });
      if (giorno > instantToRomeWall(now).slice(0, 10))
        throw fieldProblem('richiesta.non_valida', '/giorno', 'Il giorno non può essere nel futuro.');
      await write(tx, ctx, DESIGNAZIONE_KIND);
      await registraDimissioni(tx, this.config.publicOrigin, place, {
        designazioneId: place.id,
        rappresentanteId,
        giorno,
        testo,
        da: 'ufficio',
      });
      tx.registra('designazione.registra_dimissioni', 'designazione', place.id, { rappresentanteId, giorno });
      tx.annuncia(...news(DESIGNAZIONE_KIND, place, place.id));
      return this.queries.unaIn(tx.db, ctx, place.ambitoId, place.id);
    });
  }

  /** Accepts several at once, each by itself: one that changed meanwhile does not stop the others. */
  accettaInsieme(ctx: RequestContext, { designazioni }: AccettaInsiemeInput): Promise<EsitiInsiemeView> {
    return this.insieme.fai(designazioneProcedura, ctx, 'accetta', designazioni, {}, { origin: this.config.publicOrigin });
  }

  /** Which of them could be accepted, and why not the others. */
  anteprimaAccetta(ctx: RequestContext, { designazioni }: AccettaInsiemeInput): Promise<EsitiInsiemeView> {
    return this.insieme.anteprima(designazioneProcedura, ctx, 'accetta', designazioni, {}, { origin: this.config.publicOrigin });
  }
}
