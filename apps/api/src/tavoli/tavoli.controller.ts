import { Body, Controller, Get, Param, ParseEnumPipe, Post, Put, Res } from '@nestjs/common';
import { NuovoTavoloInput, pagina, TavoloInput, tavoloRigaView, tavoloView, type FormatoTabella } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { TavoliExport } from './tavoli.export.js';
import { TavoliQueries } from './tavoli.queries.js';
import { TavoliService } from './tavoli.service.js';

@Controller('api/v1/ambiti/:ambito/tavoli')
export class TavoliController {
  constructor(
    private readonly queries: TavoliQueries,
    private readonly service: TavoliService,
    private readonly exports: TavoliExport,
  ) {}

  @Get()
  @Access('tavolo.vedi')
  @Answers('The tavoli of an ambito', pagina(tavoloRigaView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(placeOf(ctx).ambitoId);
  }

  @Post()
  @Access('tavolo.crea')
  @Answers('Opens a tavolo', tavoloView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoTavoloInput }) input: NuovoTavoloInput) {
    return this.service.crea(ctx, input);
  }

  @Get(':tavolo')
  @Access('tavolo.vedi')
  @Answers('The public page of a tavolo', tavoloView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put(':tavolo')
  @Access('tavolo.modifica')
  @Answers('Changes a tavolo', tavoloView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: TavoloInput }) input: TavoloInput) {
    return this.service.modifica(ctx, input);
  }

  @Get(':tavolo/rappresentanti.pdf')
  @Access('tavolo.esporta_elenco')
  @AnswersFile('Who sits at a tavolo, for printing', 'pdf')
  async pdf(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.pdf(ctx));
  }

  @Get(':tavolo/rappresentanti.:foglio')
  @Access('tavolo.esporta_elenco')
  @AnswersFile('Who sits at a tavolo, as a table', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.tabella(ctx, formato));
  }
}
