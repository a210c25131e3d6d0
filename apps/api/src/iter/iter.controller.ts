import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { FaseAzioneInput, FaseInput, IterInput, NuovoIterInput, OrdineFasiInput, type AzioneFase } from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
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
  pubblico(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('gestione')
  @Access('iter.segui')
  gestione(@Ctx() ctx: RequestContext) {
    return this.queries.gestione(ctx);
  }

  @Post()
  @Access('iter.crea')
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoIterInput }) input: NuovoIterInput) {
    return this.service.crea(ctx, input);
  }

  @Put()
  @Access('iter.modifica')
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: IterInput }) input: IterInput) {
    return this.service.modifica(ctx, input);
  }

  @Put('ordine')
  @Access('iter.modifica')
  @Versioned()
  riordina(@Ctx() ctx: RequestContext, @Body({ schema: OrdineFasiInput }) input: OrdineFasiInput) {
    return this.service.riordina(ctx, input);
  }

  @Post('fasi')
  @Access('fase.crea')
  @Idempotent()
  creaFase(@Ctx() ctx: RequestContext, @Body({ schema: FaseInput }) input: FaseInput) {
    return this.fasi.crea(ctx, input);
  }

  @Put('fasi/:fase')
  @Access('fase.modifica')
  @Versioned()
  modificaFase(@Ctx() ctx: RequestContext, @Body({ schema: FaseInput }) input: FaseInput) {
    return this.fasi.modifica(ctx, input);
  }

  @Delete('fasi/:fase')
  @Access('fase.elimina')
  @Versioned()
  @HttpCode(204)
  eliminaFase(@Ctx() ctx: RequestContext) {
    return this.fasi.elimina(ctx);
  }

  @Post('fasi/:fase/azioni/:azione')
  @AccessByAzione('fase')
  @Versioned()
  @HttpCode(200)
  eseguiFase(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneFase, @Body({ schema: FaseAzioneInput }) input: FaseAzioneInput) {
    return this.fasi.esegui(ctx, azione, input);
  }
}
