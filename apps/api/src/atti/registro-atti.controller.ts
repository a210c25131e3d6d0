import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { AttiQuery, attoDellAmbitoView, AttoRegistroInput, pagina } from '@tavoli/shared';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { RegistroAttiQueries } from './registro-atti.queries.js';
import { RegistroAttiService } from './registro-atti.service.js';

@Controller('api/v1/ambiti/:ambito/atti')
export class RegistroAttiController {
  constructor(
    private readonly service: RegistroAttiService,
    private readonly queries: RegistroAttiQueries,
  ) {}

  @Get()
  @Access('atto.vedi')
  @Answers('The acts of an ambito that the reader may see, latest first', pagina(attoDellAmbitoView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: AttiQuery }) query: AttiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Post()
  @Access('atto.crea')
  @Answers('Writes an act in the register of the ambito', attoDellAmbitoView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: AttoRegistroInput }) input: AttoRegistroInput) {
    return this.service.crea(ctx, input);
  }

  @Get(':atto')
  @Access('atto.vedi')
  @Answers('One act of the ambito', attoDellAmbitoView)
  uno(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put(':atto')
  @Access('atto.modifica')
  @Answers('Changes an act, with a reason once it has its number and day', attoDellAmbitoView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AttoRegistroInput }) input: AttoRegistroInput) {
    return this.service.modifica(ctx, input);
  }
}
