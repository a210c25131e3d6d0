import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AzioneInput,
  OsservatoreInput,
  osservatoreMiaView,
  osservatoreMioView,
  osservatoreView,
  pagina,
  type AzioneOsservatore,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { OsservatoriQueries } from './osservatori.queries.js';
import { OsservatoriService } from './osservatori.service.js';

@Controller('api/v1/ambiti/:ambito')
export class OsservatoriController {
  constructor(
    private readonly queries: OsservatoriQueries,
    private readonly service: OsservatoriService,
  ) {}

  @Get('osservatori/miei')
  @Access('osservatore.chiedi')
  @Answers('The tavoli that the reader follows, or asked to', pagina(osservatoreMiaView))
  mie(@Ctx() ctx: RequestContext) {
    return this.queries.mie(ctx);
  }

  @Get('tavoli/:tavolo/osservatori')
  @Access('osservatore.elenca')
  @Answers('Who asked to follow a tavolo: those that wait first', pagina(osservatoreView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post('tavoli/:tavolo/osservatori')
  @Access('osservatore.chiedi')
  @Answers('Asks to follow a tavolo', osservatoreMioView)
  @Idempotent()
  chiedi(@Ctx() ctx: RequestContext, @Body({ schema: OsservatoreInput }) input: OsservatoreInput) {
    return this.service.chiedi(ctx, input);
  }

  @Get('tavoli/:tavolo/osservatori/mio')
  @Access('osservatore.chiedi')
  @Answers('What became of one’s own request', osservatoreMioView)
  mio(@Ctx() ctx: RequestContext) {
    return this.queries.mio(ctx);
  }

  @Delete('tavoli/:tavolo/osservatori/mio')
  @Access('osservatore.chiedi')
  @Answers('Takes back one’s own request, or follows the tavolo no more', osservatoreMioView)
  lascia(@Ctx() ctx: RequestContext) {
    return this.service.lascia(ctx);
  }

  @Post('osservatori/:osservatore/azioni/:azione')
  @AccessByAzione('osservatore')
  @Answers('Admits or declines who asked, or ends it', osservatoreView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneOsservatore, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }
}
