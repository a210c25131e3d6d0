import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AllegatoInput,
  AllegatoTitoloInput,
  AttoQuery,
  ConsegnaInput,
  OrdineInput,
  PianoAzioneInput,
  PianoInput,
  pianoView,
  type AzionePiano,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { AllegatiService } from './allegati.service.js';
import { PianiFiles, type Formato } from './piani.files.js';
import { PianiQueries } from './piani.queries.js';
import { PianiService } from './piani.service.js';

const FORMATI = { pdf: 'pdf', zip: 'zip' } as const;

/** The preparation of a Piano: allegati, versions of the dossier, signed copies, delivery. */
@Controller('api/v1/ambiti/:ambito/piani/:piano')
export class PianiController {
  constructor(
    private readonly queries: PianiQueries,
    private readonly service: PianiService,
    private readonly allegati: AllegatiService,
    private readonly files: PianiFiles,
  ) {}

  @Get()
  @Access('piano.prepara')
  @Answers('The Piano, for those who prepare it', pianoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put()
  @Access('piano.modifica')
  @Answers('Changes title, programmes and numbering of the Piano', pianoView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: PianoInput }) input: PianoInput) {
    return this.service.modifica(ctx, input);
  }

  @Post('allegati')
  @Access('piano.modifica')
  @Answers('Adds an allegato', pianoView)
  @Idempotent()
  aggiungi(@Ctx() ctx: RequestContext, @Body({ schema: AllegatoInput }) input: AllegatoInput) {
    return this.allegati.aggiungi(ctx, input);
  }

  @Post('atti')
  @Access('piano.modifica')
  @Answers('Uploads an act as an allegato', pianoView)
  @Uploads(['pdf'])
  carica(@Ctx() ctx: RequestContext, @Query({ schema: AttoQuery }) query: AttoQuery, @Req() request: FastifyRequest) {
    return this.allegati.carica(ctx, request, query);
  }

  @Put('allegati/:allegato')
  @Access('piano.modifica')
  @Answers('Renames an allegato', pianoView)
  @Versioned()
  rinomina(
    @Ctx() ctx: RequestContext,
    @Param('allegato', ParseUUIDPipe) allegato: string,
    @Body({ schema: AllegatoTitoloInput }) input: AllegatoTitoloInput,
  ) {
    return this.allegati.rinomina(ctx, allegato, input);
  }

  @Delete('allegati/:allegato')
  @Access('piano.modifica')
  @Answers('Takes an allegato away', pianoView)
  togli(@Ctx() ctx: RequestContext, @Param('allegato', ParseUUIDPipe) allegato: string) {
    return this.allegati.togli(ctx, allegato);
  }

  @Put('ordine')
  @Access('piano.modifica')
  @Answers('Puts the allegati in another order', pianoView)
  @Versioned()
  ordina(@Ctx() ctx: RequestContext, @Body({ schema: OrdineInput }) input: OrdineInput) {
    return this.allegati.ordina(ctx, input);
  }

  @Post('dossier')
  @Access('piano.compila')
  @Answers('Begins to make a draft of the dossier', pianoView)
  @Idempotent()
  compila(@Ctx() ctx: RequestContext) {
    return this.service.compila(ctx);
  }

  @Get('dossier/:dossier/:formato')
  @Access('piano.prepara')
  @AnswersFile('A version of the dossier', 'pdf', 'zip')
  async versione(
    @Ctx() ctx: RequestContext,
    @Param('dossier', ParseUUIDPipe) dossier: string,
    @Param('formato', new ParseEnumPipe(FORMATI)) formato: Formato,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.files.versione(ctx, dossier, formato));
  }

  @Post('azioni/:azione')
  @AccessByAzione('piano')
  @Answers('Takes a step on the Piano: closing, opening again, publishing', pianoView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzionePiano, @Body({ schema: PianoAzioneInput }) input: PianoAzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }

  @Put('consegna')
  @Access('piano.consegna')
  @Answers('Writes down to whom the Piano was handed in', pianoView)
  @Versioned()
  consegna(@Ctx() ctx: RequestContext, @Body({ schema: ConsegnaInput }) input: ConsegnaInput) {
    return this.service.consegna(ctx, input);
  }

  @Post('firmati')
  @Access('piano.consegna')
  @Answers('Uploads a signed copy', pianoView)
  @Uploads(['pdf', 'p7m'])
  firmato(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.files.aggiungiFirmato(ctx, request);
  }

  @Delete('firmati/:file')
  @Access('piano.consegna')
  @Answers('Takes a signed copy away', pianoView)
  togliFirmato(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string) {
    return this.files.togliFirmato(ctx, file);
  }
}
