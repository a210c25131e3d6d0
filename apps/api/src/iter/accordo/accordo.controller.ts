import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AzioneInput,
  FirmaAzioneInput,
  FirmatarioInput,
  OsservazioneInput,
  type AzioneFirma,
  type AzioneOsservazione,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { FirmatariService } from './firmatari.service.js';
import { OsservazioniService } from './osservazioni.service.js';

@Controller('api/v1/ambiti/:ambito/iter')
export class AccordoController {
  constructor(
    private readonly firmatari: FirmatariService,
    private readonly osservazioni: OsservazioniService,
  ) {}

  @Post('firmatari')
  @Access('firmatario.crea')
  @Idempotent()
  creaFirmatario(@Ctx() ctx: RequestContext, @Body({ schema: FirmatarioInput }) input: FirmatarioInput) {
    return this.firmatari.crea(ctx, input);
  }

  @Put('firmatari/:firmatario')
  @Access('firmatario.modifica')
  @Versioned()
  modificaFirmatario(@Ctx() ctx: RequestContext, @Body({ schema: FirmatarioInput }) input: FirmatarioInput) {
    return this.firmatari.modifica(ctx, input);
  }

  @Delete('firmatari/:firmatario')
  @Access('firmatario.elimina')
  @Versioned()
  @HttpCode(204)
  eliminaFirmatario(@Ctx() ctx: RequestContext) {
    return this.firmatari.elimina(ctx);
  }

  @Post('firmatari/:firmatario/azioni/:azione')
  @AccessByAzione('firmatario')
  @Versioned()
  @HttpCode(200)
  eseguiFirmatario(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneFirma,
    @Body({ schema: FirmaAzioneInput }) input: FirmaAzioneInput,
  ) {
    return this.firmatari.esegui(ctx, azione, input);
  }

  @Post('osservazioni')
  @Access('osservazione.crea')
  @Idempotent()
  creaOsservazione(@Ctx() ctx: RequestContext, @Body({ schema: OsservazioneInput }) input: OsservazioneInput) {
    return this.osservazioni.crea(ctx, input);
  }

  @Put('osservazioni/:osservazione')
  @Access('osservazione.modifica')
  @Versioned()
  modificaOsservazione(@Ctx() ctx: RequestContext, @Body({ schema: OsservazioneInput }) input: OsservazioneInput) {
    return this.osservazioni.modifica(ctx, input);
  }

  @Post('osservazioni/:osservazione/azioni/:azione')
  @AccessByAzione('osservazione')
  @Versioned()
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneOsservazione, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.osservazioni.esegui(ctx, azione, input);
  }

  @Put('osservazioni/:osservazione/file')
  @Access('osservazione.allega')
  @Versioned()
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.osservazioni.allega(ctx, request);
  }

  @Get('osservazioni/:osservazione/file')
  @Access('osservazione.vedi')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.osservazioni.apri(ctx));
  }
}
