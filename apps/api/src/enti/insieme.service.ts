import { Inject, Injectable } from '@nestjs/common';
import type { EsitiInsiemeView, VerificaInsiemeInput } from '@tavoli/shared';
import type { RequestContext } from '../platform/commands/context.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Insieme } from '../platform/procedura/insieme.js';
import { enteProcedura } from './ente.procedura.js';

/** Enti chosen from the list and verified together, each by itself. */
@Injectable()
export class EntiInsieme {
  constructor(
    private readonly insieme: Insieme,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  verifica(ctx: RequestContext, { enti }: VerificaInsiemeInput): Promise<EsitiInsiemeView> {
    return this.insieme.fai(enteProcedura, ctx, 'verifica', enti, {}, { origin: this.config.publicOrigin });
  }

  /** Which of them could be verified, and why not the others: of two with one codice fiscale, the second could not. */
  anteprima(ctx: RequestContext, { enti }: VerificaInsiemeInput): Promise<EsitiInsiemeView> {
    return this.insieme.anteprima(enteProcedura, ctx, 'verifica', enti, {}, { origin: this.config.publicOrigin });
  }
}
