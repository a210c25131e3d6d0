import { Controller, Get, Header, Param, ParseEnumPipe, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import type { FormatoTabella } from '@tavoli/shared';
import { FORMATI } from '../../platform/xlsx/table-file.js';
import { IncontriExport } from './incontri.export.js';

const PRIVATE = 'private, no-store';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class IncontriExportController {
  constructor(private readonly exports: IncontriExport) {}

  @Get('presenze.:foglio')
  @Access('incontro.esporta')
  @AnswersFile('The presences at an incontro, as a table', 'csv', 'xlsx')
  @Header('Cache-Control', PRIVATE)
  async presenzeTabella(
    @Ctx() ctx: RequestContext,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.presenzeTabella(ctx, formato));
  }

  @Get('presenze.pdf')
  @Access('incontro.esporta')
  @AnswersFile('The sheet of the presences at an incontro', 'pdf')
  @Header('Cache-Control', PRIVATE)
  async presenzePdf(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.presenzePdf(ctx));
  }

  @Get('recapiti.:foglio')
  @Access('incontro.esporta')
  @AnswersFile('To whom the convocazione went, and what became of it, as a table', 'csv', 'xlsx')
  @Header('Cache-Control', PRIVATE)
  async recapiti(
    @Ctx() ctx: RequestContext,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.recapitiTabella(ctx, formato));
  }

  @Get('prova-convocazione.pdf')
  @Access('incontro.esporta')
  @AnswersFile('The proof of the convocazione', 'pdf')
  @Header('Cache-Control', PRIVATE)
  async prova(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.prova(ctx));
  }
}
