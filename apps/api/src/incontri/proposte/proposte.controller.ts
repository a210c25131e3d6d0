import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  pagina,
  PropostaAzioneInput,
  PropostaInput,
  propostaMiaView,
  propostaView,
  proposteView,
  type AzioneProposta,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { ProposteQueries } from './proposte.queries.js';
import { ProposteService } from './proposte.service.js';

@Controller('api/v1/ambiti/:ambito')
export class ProposteController {
  constructor(
    private readonly queries: ProposteQueries,
    private readonly service: ProposteService,
  ) {}

  @Get('proposte/mie')
  @Access('proposta.mie')
  @Answers('The punti that the reader proposed to the tavoli of the ambito', pagina(propostaMiaView))
  mie(@Ctx() ctx: RequestContext) {
    return this.queries.mie(ctx);
  }

  @Get('tavoli/:tavolo/proposte')
  @Access('proposta.elenca')
  @Answers('The punti that were proposed to a tavolo: those that wait first', proposteView)
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post('tavoli/:tavolo/proposte')
  @Access('proposta.fai')
  @Answers('Proposes a punto for an incontro of a tavolo', propostaMiaView)
  @Idempotent()
  fai(@Ctx() ctx: RequestContext, @Body({ schema: PropostaInput }) input: PropostaInput) {
    return this.service.fai(ctx, input);
  }

  @Post('proposte/:proposta/azioni/:azione')
  @AccessByAzione('proposta')
  @Answers('Takes, keeps, defers or declines a punto that was proposed, or takes it back', propostaView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneProposta,
    @Body({ schema: PropostaAzioneInput }) input: PropostaAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }
}
