import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { AzioneInput, EnteDatiInput, EnteInput, EntiQuery, type AzioneEnte } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { EntiQueries } from './enti.queries.js';
import { EntiService } from './enti.service.js';
import { StatutiService } from './statuti.service.js';

@Controller('api/v1/ambiti/:ambito/enti')
export class EntiController {
  constructor(
    private readonly service: EntiService,
    private readonly queries: EntiQueries,
    private readonly statuti: StatutiService,
  ) {}

  @Get()
  @Access('ente.elenca')
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: EntiQuery }) query: EntiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('conteggi')
  @Access('ente.elenca')
  conteggi(@Ctx() ctx: RequestContext) {
    return this.queries.conteggi(ctx);
  }

  @Post()
  @Access('ente.registra')
  @Idempotent()
  registra(@Ctx() ctx: RequestContext, @Body({ schema: EnteInput }) input: EnteInput) {
    return this.service.registra(ctx, input);
  }

  @Get(':ente')
  @Access('ente.vedi')
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put(':ente')
  @Access('ente.modifica')
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: EnteDatiInput }) input: EnteDatiInput) {
    return this.service.modifica(ctx, input);
  }

  @Post(':ente/azioni/:azione')
  @AccessByAzione('ente')
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneEnte, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }

  @Put(':ente/statuto')
  @Access('ente.modifica')
  @Versioned()
  caricaStatuto(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.statuti.carica(ctx, request);
  }

  @Get(':ente/statuto')
  @Access('ente.vedi')
  @Header('Cache-Control', 'private, no-store')
  async statuto(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.statuti.apri(ctx));
  }
}
