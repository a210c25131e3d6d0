import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  CodaQuery,
  codaRigaView,
  CodiceInput,
  contributiCollegatiView,
  ContributiQuery,
  ContributoAzioneInput,
  contributoGestioneView,
  contributoPubblicoView,
  contributoRigaView,
  DECISIONI_RIESAME,
  LegameInput,
  OmissisInput,
  pagina,
  RiesameInput,
  SpostaInput,
  statoPerCodiceView,
  type AzioneContributo,
  type DecisioneRiesame,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Versioned } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../../platform/access/answers.decorator.js';
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

  @Get('contributi/coda.csv')
  @Access('contributo.ricevuti')
  @AnswersFile('The queue of contributi, as a table', 'csv')
  async csv(@Ctx() ctx: RequestContext, @Query({ schema: CodaQuery }) query: CodaQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.csv(ctx, query));
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

  @Post('contributi/:contributo/azioni/:azione')
  @AccessByAzione('contributo')
  @Answers('Takes a step on a contributo: publishing, refusing, answering, merging', contributoGestioneView)
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
  @Answers('Says what of a contributo is left out of its public text', contributoGestioneView)
  @Versioned()
  ometti(@Ctx() ctx: RequestContext, @Body({ schema: OmissisInput }) input: OmissisInput) {
    return this.service.ometti(ctx, input);
  }

  /** To another tavolo. */
  @Post('contributi/:contributo/spostamenti')
  @Access('contributo.sposta')
  @Answers('Moves a contributo to another tavolo', contributoGestioneView)
  @Versioned()
  @HttpCode(200)
  sposta(@Ctx() ctx: RequestContext, @Body({ schema: SpostaInput }) input: SpostaInput) {
    return this.service.sposta(ctx, input);
  }

  @Post('contributi/:contributo/riesame/:decisione')
  @Access('contributo.decidi_riesame')
  @Answers('Decides on the riesame that the author asked for', contributoGestioneView)
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
  @Answers('Ties a contributo to an incontro, a verbale or an elaborato', contributoGestioneView)
  @HttpCode(200)
  collega(@Ctx() ctx: RequestContext, @Body({ schema: LegameInput }) input: LegameInput) {
    return this.legami.collega(ctx, input);
  }

  @Delete('contributi/:contributo/legami/:legame')
  @Access('contributo.collega')
  @Answers('Unties a contributo', contributoGestioneView)
  @HttpCode(200)
  scollega(@Ctx() ctx: RequestContext, @Param('legame', ParseUUIDPipe) legame: string) {
    return this.legami.scollega(ctx, legame);
  }

  @Get('incontri/:incontro/contributi')
  @Access('incontro.vedi')
  @Answers('The contributi tied to the punti of an incontro', contributiCollegatiView)
  dellIncontro(@Ctx() ctx: RequestContext) {
    return this.legami.dellIncontro(ctx);
  }

  @Get('verbali/:verbale/contributi')
  @Access('verbale.leggi_pubblico')
  @Answers('The contributi tied to the sections of a verbale', contributiCollegatiView)
  delVerbale(@Ctx() ctx: RequestContext) {
    return this.legami.delVerbale(ctx);
  }
}
