import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AzioneInput,
  comuneDaInvitareView,
  direttiCreatiView,
  DirettiComuniInput,
  DirettoInput,
  direttoView,
  elenco,
  pagina,
  type AzioneDiretto,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { DirettiQueries } from './diretti.queries.js';
import { DirettiService } from './diretti.service.js';

@Controller('api/v1/ambiti/:ambito/posti-diretti')
export class DirettiController {
  constructor(
    private readonly service: DirettiService,
    private readonly queries: DirettiQueries,
  ) {}

  @Get()
  @Access('diretto.elenca')
  @Answers('The seats offered without an avviso: those that wait first', pagina(direttoView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post()
  @Access('diretto.crea')
  @Answers('Offers seats to one ente, by an act', direttiCreatiView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: DirettoInput }) input: DirettoInput) {
    return this.service.crea(ctx, input);
  }

  @Get('comuni')
  @Access('diretto.crea')
  @Answers('The comuni of the ambito, with what is known to invite each', elenco(comuneDaInvitareView))
  comuni(@Ctx() ctx: RequestContext) {
    return this.queries.comuni(ctx);
  }

  @Post('comuni')
  @Access('diretto.crea')
  @Answers('Offers the same seats to the comuni of the ambito, by an act', direttiCreatiView)
  @Idempotent()
  invitaComuni(@Ctx() ctx: RequestContext, @Body({ schema: DirettiComuniInput }) input: DirettiComuniInput) {
    return this.service.comuni(ctx, input);
  }

  @Post(':diretto/azioni/:azione')
  @AccessByAzione('diretto')
  @Answers('Renews the offer of a seat, or takes it back', direttoView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneDiretto, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }
}
