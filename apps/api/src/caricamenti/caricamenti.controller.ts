import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AzioneCaricamentoInput,
  caricamentoRigaView,
  caricamentoView,
  ColonneInput,
  elenco,
  NuovoCaricamentoQuery,
  RigheQuery,
  righeCaricateView,
  TABELLA_BYTES_MASSIMI,
  TabellaQuery,
  type AzioneCaricamento,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { CaricamentiExport } from './caricamenti.export.js';
import { CaricamentiQueries } from './caricamenti.queries.js';
import { CaricamentiService } from './caricamenti.service.js';

@Controller('api/v1/ambiti/:ambito/caricamenti')
export class CaricamentiController {
  constructor(
    private readonly service: CaricamentiService,
    private readonly queries: CaricamentiQueries,
    private readonly export_: CaricamentiExport,
  ) {}

  @Get()
  @Access('caricamento.elenca')
  @Answers('The last imports of the ambito', elenco(caricamentoRigaView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('esportazione')
  @Access('caricamento.esporta')
  @AnswersFile('All that the ambito holds of a kind, as a table that can be imported again', 'csv', 'xlsx')
  @Header('Cache-Control', 'private, no-store')
  async esporta(@Ctx() ctx: RequestContext, @Query({ schema: TabellaQuery }) query: TabellaQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.export_.esporta(ctx, query));
  }

  @Get('modello')
  @Access('caricamento.crea')
  @AnswersFile('The empty table of a kind, with one row as an example', 'csv', 'xlsx')
  async modello(@Query({ schema: TabellaQuery }) query: TabellaQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, this.export_.modello(query));
  }

  @Post()
  @Access('caricamento.crea')
  @Answers('Reads a table and says what an import of it would do', caricamentoView)
  @Uploads(['csv', 'xlsx', 'ods'], TABELLA_BYTES_MASSIMI)
  crea(
    @Ctx() ctx: RequestContext,
    @Query({ schema: NuovoCaricamentoQuery }) { tipo }: NuovoCaricamentoQuery,
    @Req() request: FastifyRequest,
  ) {
    return this.service.crea(ctx, tipo, request);
  }

  @Get(':caricamento')
  @Access('caricamento.vedi')
  @Answers('One import: its columns, what it would do or did', caricamentoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Get(':caricamento/righe')
  @Access('caricamento.vedi')
  @Answers('What becomes of each row', righeCaricateView)
  righe(@Ctx() ctx: RequestContext, @Query({ schema: RigheQuery }) query: RigheQuery) {
    return this.queries.righe(ctx, query);
  }

  @Get(':caricamento/errori')
  @Access('caricamento.vedi')
  @AnswersFile('The errors, one a row', 'csv')
  @Header('Cache-Control', 'private, no-store')
  async errori(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.export_.errori(ctx));
  }

  @Put(':caricamento/colonne')
  @Access('caricamento.modifica')
  @Answers('Says which field each column is, and simulates again', caricamentoView)
  @Versioned()
  colonne(@Ctx() ctx: RequestContext, @Body({ schema: ColonneInput }) input: ColonneInput) {
    return this.service.colonne(ctx, input);
  }

  @Delete(':caricamento')
  @Access('caricamento.elimina')
  @AnswersNothing('Throws a simulation away')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Post(':caricamento/azioni/:azione')
  @AccessByAzione('caricamento')
  @Answers('Takes a step on an import: executing, undoing', caricamentoView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneCaricamento,
    @Body({ schema: AzioneCaricamentoInput }) input: AzioneCaricamentoInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Post(':caricamento/messaggi')
  @Access('caricamento.scrivi')
  @Answers('Sends the messages that an import left for later', caricamentoView)
  @Versioned()
  @HttpCode(200)
  scrivi(@Ctx() ctx: RequestContext) {
    return this.service.scrivi(ctx);
  }
}
