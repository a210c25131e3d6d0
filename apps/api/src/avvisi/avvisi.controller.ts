import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  AvvisoAzioneInput,
  ChiarimentoInput,
  RettificaAvvisoInput,
  AvvisoInput,
  avvisoRigaView,
  avvisoView,
  fileCaricatoView,
  pagina,
  paginaQuery,
  type AzioneAvviso,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { AvvisiFiles } from './avvisi.files.js';
import { AvvisiQueries } from './avvisi.queries.js';
import { AvvisiService } from './avvisi.service.js';
import { DopoPubblicatoService } from './dopo-pubblicato.service.js';

@Controller('api/v1/ambiti/:ambito/avvisi')
export class AvvisiController {
  constructor(
    private readonly queries: AvvisiQueries,
    private readonly service: AvvisiService,
    private readonly files: AvvisiFiles,
    private readonly dopo: DopoPubblicatoService,
  ) {}

  @Get()
  @Access('avviso.elenca')
  @Answers('The avvisi of an ambito that the reader may see', pagina(avvisoRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: paginaQuery }) query: { cursor?: string; limit: number }) {
    return this.queries.elenco(ctx, query);
  }

  @Post()
  @Access('avviso.crea')
  @Answers('Writes the draft of an avviso', avvisoView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: AvvisoInput }) input: AvvisoInput) {
    return this.service.crea(ctx, input);
  }

  @Get(':avviso')
  @Access('avviso.vedi')
  @Answers('One avviso', avvisoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put(':avviso')
  @Access('avviso.modifica')
  @Answers('Changes the draft of an avviso', avvisoView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AvvisoInput }) input: AvvisoInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete(':avviso')
  @Access('avviso.elimina')
  @AnswersNothing('Deletes the draft of an avviso')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Post(':avviso/azioni/:azione')
  @AccessByAzione('avviso')
  @Answers('Takes a step on an avviso: publishing, extending, closing, annulling', avvisoView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneAvviso, @Body({ schema: AvvisoAzioneInput }) input: AvvisoAzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }

  @Post(':avviso/chiarimenti')
  @Access('avviso.chiarisci')
  @Answers('Publishes a question on an avviso with its answer, and tells the enti that are answering', avvisoView)
  @Idempotent()
  chiarisci(@Ctx() ctx: RequestContext, @Body({ schema: ChiarimentoInput }) input: ChiarimentoInput) {
    return this.dopo.chiarisci(ctx, input);
  }

  @Post(':avviso/rettifiche')
  @Access('avviso.rettifica')
  @Answers('Changes an open avviso, saying what and why, and tells the enti that are answering', avvisoView)
  @Versioned()
  @HttpCode(200)
  rettifica(@Ctx() ctx: RequestContext, @Body({ schema: RettificaAvvisoInput }) input: RettificaAvvisoInput) {
    return this.dopo.rettifica(ctx, input);
  }

  @Post(':avviso/files')
  @Access('avviso.modifica')
  @Answers('Adds a PDF to an avviso', fileCaricatoView)
  @Uploads(['pdf'])
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.files.add(ctx, request);
  }

  @Get(':avviso/files/:file')
  @Access('avviso.vedi')
  @AnswersFile('A file of an avviso', 'pdf')
  async file(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.open(ctx, file));
  }

  @Delete(':avviso/files/:file')
  @Access('avviso.modifica')
  @AnswersNothing('Takes a file away from the draft of an avviso')
  @HttpCode(204)
  togli(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string) {
    return this.files.remove(ctx, file);
  }
}
