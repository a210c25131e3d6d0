import { Controller, Get, Param, ParseEnumPipe, Query, Res } from '@nestjs/common';
import { attoRegistroView, pagina, RegistroFiltri, RegistroQuery, type FormatoTabella } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { RegistroExport } from './registro.export.js';
import { RegistroQueries } from './registro.queries.js';

@Controller('api/v1/ambiti/:ambito')
export class RegistroController {
  constructor(
    private readonly queries: RegistroQueries,
    private readonly esporta: RegistroExport,
  ) {}

  @Get('registro')
  @Access('registro.vedi')
  @Answers('The register of the acts of an ambito', pagina(attoRegistroView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: RegistroQuery }) query: RegistroQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('registro.:foglio')
  @Access('registro.vedi')
  @AnswersFile('The register of the acts, as a sheet', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RegistroFiltri }) filtri: RegistroFiltri,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, this.esporta.tabella(ctx, filtri, formato));
  }

  @Get('registro.pdf')
  @Access('registro.vedi')
  @AnswersFile('The latest acts of the register, signed by the portal', 'pdf')
  async documento(@Ctx() ctx: RequestContext, @Query({ schema: RegistroFiltri }) filtri: RegistroFiltri, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.esporta.documento(ctx, filtri));
  }
}
