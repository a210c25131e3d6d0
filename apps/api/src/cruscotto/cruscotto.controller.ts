import { Body, Controller, Get, Post } from '@nestjs/common';
import { cruscottoTavoloView, cruscottoView, SollecitoInput, sollecitoView } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CruscottoQueries } from './cruscotto.queries.js';
import { SollecitiService } from './solleciti.service.js';

@Controller('api/v1/ambiti/:ambito')
export class CruscottoController {
  constructor(
    private readonly queries: CruscottoQueries,
    private readonly solleciti: SollecitiService,
  ) {}

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
