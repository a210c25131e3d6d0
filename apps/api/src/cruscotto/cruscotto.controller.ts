import { Body, Controller, Get, Post } from '@nestjs/common';
import { SollecitoInput } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
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
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.vedi(ctx);
  }

  @Get('tavoli/:tavolo/cruscotto')
  @Access('cruscotto.vedi_tavolo')
  vediTavolo(@Ctx() ctx: RequestContext) {
    return this.queries.vediTavolo(ctx);
  }

  @Post('cruscotto/solleciti')
  @Access('cruscotto.sollecita')
  @Idempotent()
  sollecita(@Ctx() ctx: RequestContext, @Body({ schema: SollecitoInput }) input: SollecitoInput) {
    return this.solleciti.manda(ctx, input);
  }
}
