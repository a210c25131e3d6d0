import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import {
  AzioneInput,
  esitoIterView,
  FirmaAzioneInput,
  FirmatarioInput,
  OsservazioneInput,
  type AzioneFirma,
  type AzioneOsservazione,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../../platform/access/answers.decorator.js';
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
  @Answers('Adds a signatory of the accordo', esitoIterView)
  @Idempotent()
  creaFirmatario(@Ctx() ctx: RequestContext, @Body({ schema: FirmatarioInput }) input: FirmatarioInput) {
    return this.firmatari.crea(ctx, input);
  }

  @Put('firmatari/:firmatario')
  @Access('firmatario.modifica')
  @Answers('Changes a signatory of the accordo', esitoIterView)
  @Versioned()
  modificaFirmatario(@Ctx() ctx: RequestContext, @Body({ schema: FirmatarioInput }) input: FirmatarioInput) {
    return this.firmatari.modifica(ctx, input);
  }

  @Delete('firmatari/:firmatario')
  @Access('firmatario.elimina')
  @AnswersNothing('Takes a signatory of the accordo away')
  @Versioned()
  @HttpCode(204)
  eliminaFirmatario(@Ctx() ctx: RequestContext) {
    return this.firmatari.elimina(ctx);
  }

  @Post('firmatari/:firmatario/azioni/:azione')
  @AccessByAzione('firmatario')
  @Answers('Takes a step on a signature', esitoIterView)
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
  @Answers('Writes down an osservazione that came in', esitoIterView)
  @Idempotent()
  creaOsservazione(@Ctx() ctx: RequestContext, @Body({ schema: OsservazioneInput }) input: OsservazioneInput) {
    return this.osservazioni.crea(ctx, input);
  }

  @Put('osservazioni/:osservazione')
  @Access('osservazione.modifica')
  @Answers('Changes an osservazione', esitoIterView)
  @Versioned()
  modificaOsservazione(@Ctx() ctx: RequestContext, @Body({ schema: OsservazioneInput }) input: OsservazioneInput) {
    return this.osservazioni.modifica(ctx, input);
  }

  @Post('osservazioni/:osservazione/azioni/:azione')
  @AccessByAzione('osservazione')
  @Answers('Answers an osservazione', esitoIterView)
  @Versioned()
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneOsservazione, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.osservazioni.esegui(ctx, azione, input);
  }

  @Put('osservazioni/:osservazione/file')
  @Access('osservazione.allega')
  @Answers('Uploads the file of an osservazione', esitoIterView)
  @Uploads(['pdf', 'p7m'])
  @Versioned()
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.osservazioni.allega(ctx, request);
  }

  @Get('osservazioni/:osservazione/file')
  @Access('osservazione.vedi')
  @AnswersFile('The file of an osservazione', 'pdf', 'p7m')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.osservazioni.apri(ctx));
  }
}
