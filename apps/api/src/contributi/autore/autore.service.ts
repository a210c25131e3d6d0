import { Injectable } from '@nestjs/common';
import type { AutoreAzioneInput, AzioneAutore, ContributoAutoreView } from '@tavoli/shared';
import type { RequestContext } from '../../platform/commands/context.js';
import { Steps } from '../../platform/procedura/steps.js';
import { autoreProcedura } from './autore.procedura.js';
import { AutoreQueries } from '../letture/autore.queries.js';
import { RiesameService } from '../gestire/riesame.service.js';

/** What its author does with a contributo, from the link or signed in. */
@Injectable()
export class AutoreService {
  constructor(
    private readonly steps: Steps,
    private readonly riesame: RiesameService,
    private readonly queries: AutoreQueries,
  ) {}

  /** @throws ProblemError 400, 409 `contributo.stato`, `contributo.riesame_*`, 412 */
  conSegreto(ctx: RequestContext, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    return this.esegui({ ...ctx, actor: { ...ctx.actor, nome: 'Chi ha scritto il contributo' } }, azione, input);
  }

  /** The same, of one's own by account. @throws ProblemError 404 when it is not one's own, and as above */
  async mio(ctx: RequestContext, id: string, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    return this.esegui({ ...ctx, place: await this.queries.place(ctx, id) }, azione, input);
  }

  private esegui(ctx: RequestContext, azione: AzioneAutore, input: AutoreAzioneInput): Promise<ContributoAutoreView> {
    const ambitoId = ctx.place?.ambitoId ?? '';
    if (azione === 'chiedi_riesame') return this.riesame.chiedi(ctx, input.motivazione, (db, id) => this.queries.unoIn(db, ambitoId, id));
    return this.steps.take(autoreProcedura, ctx, azione, input, (db, { id }) => this.queries.unoIn(db, ambitoId, id));
  }
}
