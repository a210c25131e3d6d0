import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IncaricoInput } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { IncarichiQueries } from './incarichi.queries.js';
import { IncarichiService } from './incarichi.service.js';

@Controller('api/v1/ambiti/:ambito/incarichi')
export class IncarichiController {
  constructor(
    private readonly service: IncarichiService,
    private readonly queries: IncarichiQueries,
  ) {}

  @Get()
  @Access('incarico.elenca')
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post()
  @Access('incarico.assegna')
  @Idempotent()
  assegna(@Ctx() ctx: RequestContext, @Body({ schema: IncaricoInput }) input: IncaricoInput) {
    return this.service.assegna(ctx, input);
  }

  @Post(':incarico/termina')
  @Access('incarico.termina')
  @HttpCode(200)
  termina(@Ctx() ctx: RequestContext) {
    return this.service.termina(ctx);
  }
}
