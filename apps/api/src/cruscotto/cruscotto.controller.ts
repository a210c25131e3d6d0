import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { cruscottoTavoloView, cruscottoView, oggiView, SollecitoInput, sollecitoView, visitaView } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CruscottoQueries } from './cruscotto.queries.js';
import { OggiQueries } from './oggi.queries.js';
import { SollecitiService } from './solleciti.service.js';
import { VisiteService } from './visite.service.js';

@Controller('api/v1/ambiti/:ambito')
export class CruscottoController {
  constructor(
    private readonly queries: CruscottoQueries,
    private readonly solleciti: SollecitiService,
    private readonly diOggi: OggiQueries,
    private readonly visite: VisiteService,
  ) {}

  @Get('oggi')
  @Access('cruscotto.oggi')
  @Answers('What waits for whoever asks, their week, what is new to them', oggiView)
  oggi(@Ctx() ctx: RequestContext) {
    return this.diOggi.vedi(ctx);
  }

  @Post('oggi/visita')
  @Access('cruscotto.oggi')
  @Answers('Notes that the reader has looked', visitaView)
  @HttpCode(200)
  visita(@Ctx() ctx: RequestContext) {
    return this.visite.guarda(ctx);
  }

  @Get('cruscotto')
  @Access('cruscotto.vedi')
  @Answers('The cockpit of an ambito: what is missing, who holds it, where it is solved', cruscottoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.vedi(ctx);
  }

  @Get('tavoli/:tavolo/cruscotto')
  @Access('cruscotto.vedi_tavolo')
  @Answers('The cockpit of one tavolo', cruscottoTavoloView)
  vediTavolo(@Ctx() ctx: RequestContext) {
    return this.queries.vediTavolo(ctx);
  }

  @Post('cruscotto/solleciti')
  @Access('cruscotto.sollecita')
  @Answers('Sends a reminder about something that is missing', sollecitoView)
  @Idempotent()
  sollecita(@Ctx() ctx: RequestContext, @Body({ schema: SollecitoInput }) input: SollecitoInput) {
    return this.solleciti.manda(ctx, input);
  }
}
