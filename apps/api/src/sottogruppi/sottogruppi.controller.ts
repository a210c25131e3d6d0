import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { SottogruppoInput, sottogruppiView, tavoloView } from '@tavoli/shared';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { SottogruppiQueries } from './sottogruppi.queries.js';
import { SottogruppiService } from './sottogruppi.service.js';

@Controller('api/v1/ambiti/:ambito/tavoli/:tavolo')
export class SottogruppiController {
  constructor(
    private readonly queries: SottogruppiQueries,
    private readonly service: SottogruppiService,
  ) {}

  @Get('sottogruppi')
  @Access('sottogruppo.crea')
  @Answers('The sottogruppi of a tavolo, and who may be put into them', sottogruppiView)
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post('sottogruppi')
  @Access('sottogruppo.crea')
  @Answers('Makes a sottogruppo of a tavolo', tavoloView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: SottogruppoInput }) input: SottogruppoInput) {
    return this.service.crea(ctx, input);
  }

  @Put('sottogruppo')
  @Access('sottogruppo.componi')
  @Answers('Changes a sottogruppo, and who is in it', tavoloView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: SottogruppoInput }) input: SottogruppoInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('sottogruppo/posto')
  @Access('sottogruppo.lascia')
  @Answers('Leaves a sottogruppo', tavoloView)
  lascia(@Ctx() ctx: RequestContext) {
    return this.service.lascia(ctx);
  }
}
