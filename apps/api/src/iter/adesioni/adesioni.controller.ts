import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put, Res } from '@nestjs/common';
import { AdesioneInput, adesioneView, adesioniView, AzioneInput, type AzioneAdesione, type FormatoTabella } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { FORMATI } from '../../platform/xlsx/table-file.js';
import { AdesioniExport } from './adesioni.export.js';
import { AdesioniQueries } from './adesioni.queries.js';
import { AdesioniService } from './adesioni.service.js';

@Controller('api/v1/ambiti/:ambito')
export class AdesioniController {
  constructor(
    private readonly service: AdesioniService,
    private readonly queries: AdesioniQueries,
    private readonly exports: AdesioniExport,
  ) {}

  @Get('adesioni')
  @Access('adesione.elenca')
  @Answers('The adesioni that the reader may see', adesioniView)
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('adesioni.:foglio')
  @Access('adesione.esporta')
  @AnswersFile('The adesioni, as a table', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, this.exports.tabella(ctx, formato));
  }

  @Post('enti/:ente/adesioni')
  @Access('adesione.crea')
  @Answers('Writes the draft of the adesione of an ente', adesioneView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: AdesioneInput }) input: AdesioneInput) {
    return this.service.crea(ctx, input);
  }

  @Get('adesioni/:adesione')
  @Access('adesione.vedi')
  @Answers('One adesione', adesioneView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.una(ctx);
  }

  @Put('adesioni/:adesione')
  @Access('adesione.modifica')
  @Answers('Changes the draft of an adesione', adesioneView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AdesioneInput }) input: AdesioneInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('adesioni/:adesione')
  @Access('adesione.elimina')
  @AnswersNothing('Deletes the draft of an adesione')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Post('adesioni/:adesione/azioni/:azione')
  @AccessByAzione('adesione')
  @Answers('Takes a step on an adesione', adesioneView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneAdesione, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }
}
