import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  CodaQuery,
  CodiceInput,
  ContributiQuery,
  ContributoAzioneInput,
  DECISIONI_RIESAME,
  LegameInput,
  OmissisInput,
  RiesameInput,
  SpostaInput,
  type AzioneContributo,
  type DecisioneRiesame,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Versioned } from '../../platform/access/access.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { CodaQueries } from '../letture/coda.queries.js';
import { ContributiExport } from '../ricevute/contributi.export.js';
import { ContributiFiles } from '../contributo/contributi.files.js';
import { ContributiQueries } from '../letture/contributi.queries.js';
import { ContributiService } from './contributi.service.js';
import { GestioneQueries } from '../letture/gestione.queries.js';
import { LegamiService } from './legami.service.js';
import { RiesameService } from './riesame.service.js';

const DECISIONI = Object.fromEntries(DECISIONI_RIESAME.map(d => [d, d]));

/** What is read of contributi, and what staff do with them. Sending: `invio.controller.ts`; their authors: `autore.controller.ts`; rules: `regole.controller.ts`. */
@Controller('api/v1/ambiti/:ambito')
export class ContributiController {
  constructor(
    private readonly queries: ContributiQueries,
    private readonly code: CodaQueries,
    private readonly gestioni: GestioneQueries,
    private readonly service: ContributiService,
    private readonly riesami: RiesameService,
    private readonly legami: LegamiService,
    private readonly files: ContributiFiles,
    private readonly exports: ContributiExport,
  ) {}

  @Get('contributi')
  @Access('contributo.elenca')
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: ContributiQuery }) query: ContributiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('contributi/coda')
  @Access('contributo.ricevuti')
  coda(@Ctx() ctx: RequestContext, @Query({ schema: CodaQuery }) query: CodaQuery) {
    return this.code.elenco(ctx, query);
  }

  @Get('contributi/coda.csv')
  @Access('contributo.ricevuti')
  async csv(@Ctx() ctx: RequestContext, @Query({ schema: CodaQuery }) query: CodaQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.csv(ctx, query));
  }

  /** What the short code of a receipt tells; asked with POST, so that codes stand in no log. */
  @Post('contributi/ricerche')
  @Access('contributo.cerca')
  @HttpCode(200)
  cerca(@Ctx() ctx: RequestContext, @Body({ schema: CodiceInput }) { codice }: CodiceInput) {
    return this.queries.perCodice(ctx, codice);
  }

  @Get('contributi/:contributo')
  @Access('contributo.vedi')
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('contributi/:contributo/gestione')
  @Access('contributo.gestisci')
  gestione(@Ctx() ctx: RequestContext) {
    return this.gestioni.uno(ctx);
  }

  @Get('contributi/:contributo/files/:file')
  @Access('contributo.vedi')
  async file(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.open(ctx, file));
  }

  @Get('contributi/:contributo/ricevuta.pdf')
  @Access('contributo.gestisci')
  async ricevuta(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.ricevuta(ctx));
  }

  @Post('contributi/:contributo/azioni/:azione')
  @AccessByAzione('contributo')
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneContributo,
    @Body({ schema: ContributoAzioneInput }) input: ContributoAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Put('contributi/:contributo/omissis')
  @Access('contributo.ometti')
  @Versioned()
  ometti(@Ctx() ctx: RequestContext, @Body({ schema: OmissisInput }) input: OmissisInput) {
    return this.service.ometti(ctx, input);
  }

  /** To another tavolo. */
  @Post('contributi/:contributo/spostamenti')
  @Access('contributo.sposta')
  @Versioned()
  @HttpCode(200)
  sposta(@Ctx() ctx: RequestContext, @Body({ schema: SpostaInput }) input: SpostaInput) {
    return this.service.sposta(ctx, input);
  }

  @Post('contributi/:contributo/riesame/:decisione')
  @Access('contributo.decidi_riesame')
  @Versioned()
  @HttpCode(200)
  decidi(
    @Ctx() ctx: RequestContext,
    @Param('decisione', new ParseEnumPipe(DECISIONI)) decisione: DecisioneRiesame,
    @Body({ schema: RiesameInput }) input: RiesameInput,
  ) {
    return this.riesami.decidi(ctx, decisione, input.motivazione);
  }

  @Post('contributi/:contributo/legami')
  @Access('contributo.collega')
  @HttpCode(200)
  collega(@Ctx() ctx: RequestContext, @Body({ schema: LegameInput }) input: LegameInput) {
    return this.legami.collega(ctx, input);
  }

  @Delete('contributi/:contributo/legami/:legame')
  @Access('contributo.collega')
  @HttpCode(200)
  scollega(@Ctx() ctx: RequestContext, @Param('legame', ParseUUIDPipe) legame: string) {
    return this.legami.scollega(ctx, legame);
  }

  @Get('incontri/:incontro/contributi')
  @Access('incontro.vedi')
  dellIncontro(@Ctx() ctx: RequestContext) {
    return this.legami.dellIncontro(ctx);
  }

  @Get('verbali/:verbale/contributi')
  @Access('verbale.leggi_pubblico')
  delVerbale(@Ctx() ctx: RequestContext) {
    return this.legami.delVerbale(ctx);
  }
}
