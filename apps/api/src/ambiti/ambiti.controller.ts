import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { AmbitoInput, NuovoAmbitoInput, ParoleInput } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AmbitiQueries } from './ambiti.queries.js';
import { AmbitiService } from './ambiti.service.js';

@Controller('api/v1')
export class AmbitiController {
  constructor(
    private readonly queries: AmbitiQueries,
    private readonly service: AmbitiService,
  ) {}

  @Get('installazione')
  @Access('installazione.vedi')
  installazione() {
    return this.queries.installazione();
  }

  @Get('ambiti')
  @Access('ambito.vedi')
  elenco() {
    return this.queries.elenco();
  }

  @Post('ambiti')
  @Access('ambito.crea')
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoAmbitoInput }) input: NuovoAmbitoInput) {
    return this.service.crea(ctx, input);
  }

  @Get('ambiti/:ambito')
  @Access('ambito.vedi')
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put('ambiti/:ambito')
  @Access('ambito.modifica')
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AmbitoInput }) input: AmbitoInput) {
    return this.service.modifica(ctx, input);
  }

  @Put('ambiti/:ambito/parole')
  @Access('ambito.modifica')
  parole(@Ctx() ctx: RequestContext, @Body({ schema: ParoleInput }) input: ParoleInput) {
    return this.service.parole(ctx, input);
  }
}
