import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  esitoIterView,
  FaseAzioneInput,
  FaseInput,
  IterInput,
  iterPubblicoView,
  iterView,
  NuovoIterInput,
  OrdineFasiInput,
  type AzioneFase,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { FasiService } from './fasi.service.js';
import { IterQueries } from './iter.queries.js';
import { IterService } from './iter/iter.service.js';

@Controller('api/v1/ambiti/:ambito/iter')
export class IterController {
  constructor(
    private readonly queries: IterQueries,
    private readonly service: IterService,
    private readonly fasi: FasiService,
  ) {}

  @Get()
  @Access('iter.vedi')
  @Answers('The iter of the Piano, for everybody', iterPubblicoView)
  pubblico(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('gestione')
  @Access('iter.segui')
  @Answers('The iter of the Piano, for the offices', iterView)
  gestione(@Ctx() ctx: RequestContext) {
    return this.queries.gestione(ctx);
  }

  @Post()
  @Access('iter.crea')
  @Answers('Opens the iter of the Piano', esitoIterView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoIterInput }) input: NuovoIterInput) {
    return this.service.crea(ctx, input);
  }

  @Put()
  @Access('iter.modifica')
  @Answers('Changes the deadline of the iter', esitoIterView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: IterInput }) input: IterInput) {
    return this.service.modifica(ctx, input);
  }

  @Put('ordine')
  @Access('iter.modifica')
  @Answers('Puts the phases in another order', esitoIterView)
  @Versioned()
  riordina(@Ctx() ctx: RequestContext, @Body({ schema: OrdineFasiInput }) input: OrdineFasiInput) {
    return this.service.riordina(ctx, input);
  }

  @Post('fasi')
  @Access('fase.crea')
  @Answers('Adds a phase', esitoIterView)
  @Idempotent()
  creaFase(@Ctx() ctx: RequestContext, @Body({ schema: FaseInput }) input: FaseInput) {
    return this.fasi.crea(ctx, input);
  }

  @Put('fasi/:fase')
  @Access('fase.modifica')
  @Answers('Changes a phase', esitoIterView)
  @Versioned()
  modificaFase(@Ctx() ctx: RequestContext, @Body({ schema: FaseInput }) input: FaseInput) {
    return this.fasi.modifica(ctx, input);
  }

  @Delete('fasi/:fase')
  @Access('fase.elimina')
  @AnswersNothing('Takes a phase away')
  @Versioned()
  @HttpCode(204)
  eliminaFase(@Ctx() ctx: RequestContext) {
    return this.fasi.elimina(ctx);
  }

  @Post('fasi/:fase/azioni/:azione')
  @AccessByAzione('fase')
  @Answers('Takes a step on a phase', esitoIterView)
  @Versioned()
  @HttpCode(200)
  eseguiFase(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneFase, @Body({ schema: FaseAzioneInput }) input: FaseAzioneInput) {
    return this.fasi.esegui(ctx, azione, input);
  }
}
