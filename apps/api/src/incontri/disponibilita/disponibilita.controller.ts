import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AzioneInput,
  dateChiesteView,
  DisponibilitaInput,
  disponibilitaRigaView,
  disponibilitaView,
  pagina,
  RispostaDateInput,
  type AzioneDisponibilita,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { DateChieste } from './date-chieste.js';
import { DisponibilitaQueries } from './disponibilita.queries.js';
import { DisponibilitaService } from './disponibilita.service.js';

@Controller('api/v1')
export class DisponibilitaController {
  constructor(
    private readonly queries: DisponibilitaQueries,
    private readonly service: DisponibilitaService,
    private readonly chieste: DateChieste,
  ) {}

  @Get('ambiti/:ambito/tavoli/:tavolo/disponibilita')
  @Access('disponibilita.elenca')
  @Answers('The days that a tavolo looked for: those that still take answers first', pagina(disponibilitaRigaView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post('ambiti/:ambito/tavoli/:tavolo/disponibilita')
  @Access('disponibilita.crea')
  @Answers('Asks who sits at a tavolo which of some days suit them', disponibilitaView)
  @Idempotent()
  chiedi(@Ctx() ctx: RequestContext, @Body({ schema: DisponibilitaInput }) input: DisponibilitaInput) {
    return this.service.chiedi(ctx, input);
  }

  @Get('ambiti/:ambito/disponibilita/:disponibilita')
  @Access('disponibilita.vedi')
  @Answers('Who can come on which of the days, what speaks against each, and which suits most', disponibilitaView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.una(ctx);
  }

  @Post('ambiti/:ambito/disponibilita/:disponibilita/azioni/:azione')
  @AccessByAzione('disponibilita')
  @Answers('Closes the search of a day before its term', disponibilitaView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneDisponibilita, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }

  @Get('date')
  @Access('disponibile.vedi')
  @Answers('The days that one was asked about, by the mailed secret', dateChiesteView)
  chiesteDate(@Ctx() ctx: RequestContext) {
    return this.chieste.vedi(ctx);
  }

  @Post('date/risposte')
  @Access('disponibile.rispondi')
  @Answers('Says which of the days suit, by the mailed secret', dateChiesteView)
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Body({ schema: RispostaDateInput }) input: RispostaDateInput) {
    return this.chieste.rispondi(ctx, input);
  }
}
