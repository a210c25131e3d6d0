import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  AzioneInput,
  pagina,
  SegnalazioneInput,
  segnalazioneRicevutaView,
  segnalazioneView,
  SegnalazioniQuery,
  type AzioneSegnalazione,
} from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { SegnalazioniQueries } from './segnalazioni.queries.js';
import { SegnalazioniService } from './segnalazioni.service.js';

@Controller('api/v1/ambiti/:ambito/segnalazioni')
export class SegnalazioniController {
  constructor(
    private readonly queries: SegnalazioniQueries,
    private readonly service: SegnalazioniService,
  ) {}

  @Get()
  @Access('segnalazione.elenca')
  @Answers('What people found wrong in the portal, the latest first', pagina(segnalazioneView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: SegnalazioniQuery }) query: SegnalazioniQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Post()
  @Access('segnalazione.invia')
  @Answers('Tells the office that something of the portal is wrong', segnalazioneRicevutaView)
  @Idempotent()
  @HttpCode(202)
  invia(@Ctx() ctx: RequestContext, @Body({ schema: SegnalazioneInput }) input: SegnalazioneInput) {
    return this.service.invia(ctx, input);
  }

  @Post(':segnalazione/azioni/:azione')
  @AccessByAzione('segnalazione')
  @Answers('Says what was done about it', segnalazioneView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneSegnalazione, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }
}
