import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Query, Res } from '@nestjs/common';
import {
  enteRigaView,
  entiConteggiView,
  EntiQuery,
  esitiInsiemeView,
  pagina,
  VerificaInsiemeInput,
  type FormatoTabella,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { EntiExport } from './enti.export.js';
import { EntiQueries } from './enti.queries.js';
import { EntiInsieme } from './insieme.service.js';

/** The enti as a table: read, narrowed, taken away as a file, verified several at once. */
@Controller('api/v1/ambiti/:ambito/enti')
export class ElencoEntiController {
  constructor(
    private readonly queries: EntiQueries,
    private readonly exports: EntiExport,
    private readonly insieme: EntiInsieme,
  ) {}

  @Get()
  @Access('ente.elenca')
  @Answers('The enti that the reader may see', pagina(enteRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: EntiQuery }) query: EntiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('conteggi')
  @Access('ente.elenca')
  @Answers('How many enti there are, and for each value of each filter', entiConteggiView)
  conteggi(@Ctx() ctx: RequestContext, @Query({ schema: EntiQuery }) query: EntiQuery) {
    return this.queries.conteggi(ctx, query);
  }

  @Get('elenco.:foglio')
  @Access('ente.elenca')
  @AnswersFile('The enti, as a table', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Query({ schema: EntiQuery }) query: EntiQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.tabella(ctx, query, formato));
  }

  @Post('verifiche')
  @Access('ente.verifica')
  @Answers('Verifies several enti; each is judged by itself', esitiInsiemeView)
  @HttpCode(200)
  verificaInsieme(@Ctx() ctx: RequestContext, @Body({ schema: VerificaInsiemeInput }) input: VerificaInsiemeInput) {
    return this.insieme.verifica(ctx, input);
  }

  @Post('verifiche/anteprima')
  @Access('ente.verifica')
  @Answers('What verifying several enti would come to; nothing is done', esitiInsiemeView)
  @HttpCode(200)
  anteprimaVerifica(@Ctx() ctx: RequestContext, @Body({ schema: VerificaInsiemeInput }) input: VerificaInsiemeInput) {
    return this.insieme.anteprima(ctx, input);
  }
}
