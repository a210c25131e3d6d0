import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import {
  CodaQuery,
  codaRigaView,
  CodiceInput,
  ContributiQuery,
  contributoGestioneView,
  contributoPubblicoView,
  contributoRigaView,
  pagina,
  statoPerCodiceView,
  type FormatoTabella,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { FORMATI } from '../../platform/xlsx/table-file.js';
import { ContributiFiles } from '../contributo/contributi.files.js';
import { CodaQueries } from '../letture/coda.queries.js';
import { ContributiQueries } from '../letture/contributi.queries.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { ContributiExport } from '../ricevute/contributi.export.js';

/** What is read of contributi. What staff do with them: `passi.controller.ts`; sending: `invio.controller.ts`; their authors: `autore.controller.ts`; rules: `regole.controller.ts`. */
@Controller('api/v1/ambiti/:ambito')
export class ContributiController {
  constructor(
    private readonly queries: ContributiQueries,
    private readonly code: CodaQueries,
    private readonly gestioni: GestioneQueries,
    private readonly files: ContributiFiles,
    private readonly exports: ContributiExport,
  ) {}

  @Get('contributi')
  @Access('contributo.elenca')
  @Answers('The published contributi, latest first', pagina(contributoRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: ContributiQuery }) query: ContributiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('contributi/coda')
  @Access('contributo.ricevuti')
  @Answers('The queue of contributi that the reader works on', pagina(codaRigaView))
  coda(@Ctx() ctx: RequestContext, @Query({ schema: CodaQuery }) query: CodaQuery) {
    return this.code.elenco(ctx, query);
  }

  @Get('contributi/coda.:foglio')
  @Access('contributo.ricevuti')
  @AnswersFile('The queue of contributi, as a table', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Query({ schema: CodaQuery }) query: CodaQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.tabella(ctx, query, formato));
  }

  /** What the short code of a receipt tells; asked with POST, so that codes stand in no log. */
  @Post('contributi/ricerche')
  @Access('contributo.cerca')
  @Answers('How far a contributo is, by the short code of its receipt', statoPerCodiceView)
  @HttpCode(200)
  cerca(@Ctx() ctx: RequestContext, @Body({ schema: CodiceInput }) { codice }: CodiceInput) {
    return this.queries.perCodice(ctx, codice);
  }

  @Get('contributi/:contributo')
  @Access('contributo.vedi')
  @Answers('The public page of a contributo', contributoPubblicoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('contributi/:contributo/gestione')
  @Access('contributo.gestisci')
  @Answers('All of a contributo, for the staff of its tavolo', contributoGestioneView)
  gestione(@Ctx() ctx: RequestContext) {
    return this.gestioni.uno(ctx);
  }

  @Get('contributi/:contributo/files/:file')
  @Access('contributo.vedi')
  @AnswersFile('A file of a contributo', 'pdf', 'jpeg', 'png')
  async file(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.open(ctx, file));
  }

  @Get('contributi/:contributo/ricevuta.pdf')
  @Access('contributo.gestisci')
  @AnswersFile('The receipt of a contributo, for the staff', 'pdf')
  async ricevuta(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.ricevuta(ctx));
  }
}
