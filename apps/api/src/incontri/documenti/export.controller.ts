import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { IncontriExport } from './incontri.export.js';

const PRIVATE = 'private, no-store';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class IncontriExportController {
  constructor(private readonly exports: IncontriExport) {}

  @Get('presenze.csv')
  @Access('incontro.esporta')
  @AnswersFile('The presences at an incontro, as a table', 'csv')
  @Header('Cache-Control', PRIVATE)
  async presenzeCsv(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.presenzeCsv(ctx));
  }

  @Get('presenze.pdf')
  @Access('incontro.esporta')
  @AnswersFile('The sheet of the presences at an incontro', 'pdf')
  @Header('Cache-Control', PRIVATE)
  async presenzePdf(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.presenzePdf(ctx));
  }

  @Get('recapiti.csv')
  @Access('incontro.esporta')
  @AnswersFile('To whom the convocazione went, and what became of it, as a table', 'csv')
  @Header('Cache-Control', PRIVATE)
  async recapiti(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.recapitiCsv(ctx));
  }

  @Get('prova-convocazione.pdf')
  @Access('incontro.esporta')
  @AnswersFile('The proof of the convocazione', 'pdf')
  @Header('Cache-Control', PRIVATE)
  async prova(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.prova(ctx));
  }
}
