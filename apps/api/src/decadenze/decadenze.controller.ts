import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  DecadenzaAzioneInput,
  DecadenzaInput,
  decadenzaRigaView,
  decadenzaView,
  elenco,
  proveDecadenzaView,
  type AzioneDecadenza,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { DecadenzeQueries } from './decadenze.queries.js';
import { DecadenzeService } from './decadenze.service.js';

@Controller('api/v1/ambiti/:ambito')
export class DecadenzeController {
  constructor(
    private readonly service: DecadenzeService,
    private readonly queries: DecadenzeQueries,
  ) {}

  @Get('decadenze')
  @Access('decadenza.elenca')
  @Answers('The procedimenti di decadenza that the reader may see, those to decide first', elenco(decadenzaRigaView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('designazioni/:designazione/decadenze/prove')
  @Access('decadenza.valuta')
  @Answers(
    'What was recorded of the seat at each incontro: the evidence to open a procedimento with, or to propose one',
    proveDecadenzaView,
  )
  prove(@Ctx() ctx: RequestContext) {
    return this.queries.prove(ctx);
  }

  @Post('designazioni/:designazione/decadenze')
  @Access('decadenza.apri')
  @Answers('Opens a procedimento di decadenza on the seat of a designazione, and tells the ente', decadenzaView)
  @Idempotent()
  apri(@Ctx() ctx: RequestContext, @Body({ schema: DecadenzaInput }) input: DecadenzaInput) {
    return this.service.apri(ctx, input);
  }

  @Get('decadenze/:decadenza')
  @Access('decadenza.vedi')
  @Answers('One procedimento di decadenza', decadenzaView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.una(ctx);
  }

  @Post('decadenze/:decadenza/azioni/:azione')
  @AccessByAzione('decadenza')
  @Answers('Takes a step on a procedimento: the writings of the ente, the end of the seat, the shelving', decadenzaView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneDecadenza,
    @Body({ schema: DecadenzaAzioneInput }) input: DecadenzaAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }
}
