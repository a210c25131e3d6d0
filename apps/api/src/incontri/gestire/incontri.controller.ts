import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  anteprimaConvocazioneView,
  ConflittiQuery,
  conflittoView,
  DocumentoQuery,
  elenco,
  fileCaricatoView,
  incontriCreatiView,
  IncontriQuery,
  IncontroAzioneInput,
  IncontroInput,
  incontroRigaView,
  incontroView,
  integrazioneView,
  membroView,
  NuovoIncontroInput,
  pagina,
  type AzioneIncontro,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { Anteprima } from '../convocare/anteprima.js';
import { IntegrazioneQueries } from '../convocare/integrazione.queries.js';
import { IncontriFiles } from './incontri.files.js';
import { IncontriQueries } from './incontri.queries.js';
import { IncontriService } from './incontri.service.js';

@Controller('api/v1/ambiti/:ambito')
export class IncontriController {
  constructor(
    private readonly queries: IncontriQueries,
    private readonly service: IncontriService,
    private readonly anteprime: Anteprima,
    private readonly files: IncontriFiles,
    private readonly integrazioni: IntegrazioneQueries,
  ) {}

  @Get('incontri')
  @Access('incontro.elenca')
  @Answers('The incontri that the reader may see, as calendars show them', pagina(incontroRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: IncontriQuery }) query: IncontriQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Post('tavoli/:tavolo/incontri')
  @Access('incontro.crea')
  @Answers('Writes the draft of an incontro of a tavolo, or of a series', incontriCreatiView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoIncontroInput }) input: NuovoIncontroInput) {
    return this.service.crea(ctx, input);
  }

  @Post('plenarie')
  @Access('incontro.crea_plenaria')
  @Answers('Writes the draft of a plenaria', incontriCreatiView)
  @Idempotent()
  creaPlenaria(@Ctx() ctx: RequestContext, @Body({ schema: NuovoIncontroInput }) input: NuovoIncontroInput) {
    return this.service.crea(ctx, input);
  }

  @Get('tavoli/:tavolo/conflitti')
  @Access('incontro.crea')
  @Answers('What clashes with an incontro at that time', elenco(conflittoView))
  conflitti(@Ctx() ctx: RequestContext, @Query({ schema: ConflittiQuery }) query: ConflittiQuery) {
    return this.queries.conflitti(ctx, query);
  }

  @Get('plenarie/conflitti')
  @Access('incontro.crea_plenaria')
  @Answers('What clashes with a plenaria at that time', elenco(conflittoView))
  conflittiPlenaria(@Ctx() ctx: RequestContext, @Query({ schema: ConflittiQuery }) query: ConflittiQuery) {
    return this.queries.conflitti(ctx, query);
  }

  @Get('tavoli/:tavolo/membri')
  @Access('incontro.crea')
  @Answers('Who sits at a tavolo, to choose the people of a focus group', elenco(membroView))
  membri(@Ctx() ctx: RequestContext) {
    return this.queries.membri(ctx);
  }

  @Get('incontri/:incontro')
  @Access('incontro.vedi')
  @Answers('One incontro', incontroView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put('incontri/:incontro')
  @Access('incontro.modifica')
  @Answers('Changes an incontro that was not called yet', incontroView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: IncontroInput }) input: IncontroInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('incontri/:incontro')
  @Access('incontro.elimina')
  @AnswersNothing('Deletes the draft of an incontro')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Get('incontri/:incontro/anteprima')
  @Access('incontro.prepara')
  @Answers('What calling an incontro would send, and to whom', anteprimaConvocazioneView)
  anteprima(@Ctx() ctx: RequestContext) {
    return this.anteprime.leggi(ctx);
  }

  @Get('incontri/:incontro/integrazione')
  @Access('incontro.integra')
  @Answers('What adding to a convocation that has left would tell, and to how many', integrazioneView)
  integrazione(@Ctx() ctx: RequestContext) {
    return this.integrazioni.leggi(ctx);
  }

  @Post('incontri/:incontro/azioni/:azione')
  @AccessByAzione('incontro')
  @Answers('Takes a step on an incontro: calling, adding to what was called, moving, annulling, opening, closing', incontroView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneIncontro,
    @Body({ schema: IncontroAzioneInput }) input: IncontroAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Post('incontri/:incontro/files')
  @Access('incontro.modifica')
  @Answers('Adds a PDF to an incontro or to one of its punti, or puts it in the place of another', fileCaricatoView)
  @Uploads(['pdf'])
  allega(@Ctx() ctx: RequestContext, @Query({ schema: DocumentoQuery }) query: DocumentoQuery, @Req() request: FastifyRequest) {
    return this.files.add(ctx, request, query);
  }

  @Get('incontri/:incontro/files/:file')
  @Access('incontro.vedi')
  @AnswersFile('A file of an incontro', 'pdf')
  async file(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.open(ctx, file));
  }

  @Delete('incontri/:incontro/files/:file')
  @Access('incontro.modifica')
  @AnswersNothing('Takes a file away from an incontro')
  @HttpCode(204)
  togli(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string) {
    return this.files.remove(ctx, file);
  }
}
