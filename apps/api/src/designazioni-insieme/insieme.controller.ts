import { Body, Controller, Get, Post } from '@nestjs/common';
import { avvisoAllEnteView, DesignazioniInsiemeInput, designazioneInviataView, elenco } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { InsiemeQueries } from './insieme.queries.js';
import { InsiemeService } from './insieme.service.js';

/** What an ente may answer now, and its answer for several tavoli at once. */
@Controller('api/v1/ambiti/:ambito/enti/:ente/designazioni/insieme')
export class InsiemeController {
  constructor(
    private readonly queries: InsiemeQueries,
    private readonly service: InsiemeService,
  ) {}

  @Get()
  @Access('designazione.crea')
  @Answers('The avvisi that the ente may answer now, with their tavoli and what stands in the way at each', elenco(avvisoAllEnteView))
  avvisi(@Ctx() ctx: RequestContext) {
    return this.queries.avvisi(ctx);
  }

  @Post()
  @Access('designazione.crea')
  @Answers('Sends a designazione of the same people for each of several tavoli: all of them, or none', elenco(designazioneInviataView))
  @Idempotent()
  invia(@Ctx() ctx: RequestContext, @Body({ schema: DesignazioniInsiemeInput }) input: DesignazioniInsiemeInput) {
    return this.service.invia(ctx, input);
  }
}
