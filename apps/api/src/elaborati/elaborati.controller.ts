import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  AZIONI_COMMENTO,
  CommentoInput,
  ElaboratiQuery,
  ElaboratoAzioneInput,
  ElaboratoInput,
  ElaboratoModificaInput,
  elaboratoPubblicoView,
  elaboratoRigaView,
  elaboratoView,
  EsitoCommentoInput,
  pagina,
  type AzioneCommento,
  type AzioneElaborato,
} from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { AccoglimentoService } from './accoglimento.service.js';
import { CommentiService } from './consultazione/commenti.service.js';
import { ElaboratiFiles } from './elaborato/elaborati.files.js';
import { ElaboratiQueries } from './elaborato/elaborati.queries.js';
import { ElaboratiService } from './elaborati.service.js';

const GIUDIZI = Object.fromEntries(AZIONI_COMMENTO.map(azione => [azione, azione]));

@Controller('api/v1/ambiti/:ambito')
export class ElaboratiController {
  constructor(
    private readonly queries: ElaboratiQueries,
    private readonly service: ElaboratiService,
    private readonly commenti: CommentiService,
    private readonly files: ElaboratiFiles,
    private readonly accoglimento: AccoglimentoService,
  ) {}

  @Post('tavoli/:tavolo/elaborati')
  @Access('elaborato.crea')
  @Answers('Begins an elaborato of a tavolo', elaboratoView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: ElaboratoInput }) input: ElaboratoInput) {
    return this.service.crea(ctx, input);
  }

  @Get('elaborati')
  @Access('elaborato.elenca')
  @Answers('The elaborati that the reader may see', pagina(elaboratoRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: ElaboratiQuery }) query: ElaboratiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('elaborati/:elaborato')
  @Access('elaborato.leggi')
  @Answers('One elaborato, for staff and members of its tavolo', elaboratoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put('elaborati/:elaborato')
  @Access('elaborato.modifica')
  @Answers('Changes the title of an elaborato and who writes in it', elaboratoView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: ElaboratoModificaInput }) input: ElaboratoModificaInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('elaborati/:elaborato')
  @Access('elaborato.elimina')
  @AnswersNothing('Deletes an elaborato that was not handed in')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Post('elaborati/:elaborato/azioni/:azione')
  @AccessByAzione('elaborato')
  @Answers('Takes a step on an elaborato: consultation, handing in, accepting, sending back', elaboratoView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneElaborato,
    @Body({ schema: ElaboratoAzioneInput }) input: ElaboratoAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Post('elaborati/:elaborato/commenti')
  @Access('elaborato.commenta')
  @Answers('Comments on an elaborato during its consultation', elaboratoView)
  @Idempotent()
  commenta(@Ctx() ctx: RequestContext, @Body({ schema: CommentoInput }) input: CommentoInput) {
    return this.commenti.commenta(ctx, input);
  }

  @Post('elaborati/:elaborato/commenti/:commento/esiti/:giudizio')
  @Access('commento.accogli')
  @Answers('Answers a comment', elaboratoView)
  @HttpCode(200)
  rispondi(
    @Ctx() ctx: RequestContext,
    @Param('commento', ParseUUIDPipe) commento: string,
    @Param('giudizio', new ParseEnumPipe(GIUDIZI)) giudizio: AzioneCommento,
    @Body({ schema: EsitoCommentoInput }) input: EsitoCommentoInput,
  ) {
    return this.commenti.rispondi(ctx, commento, giudizio, input);
  }

  @Post('elaborati/:elaborato/file')
  @Access('elaborato.scrivi')
  @Answers('Uploads the file of an elaborato that is written elsewhere', elaboratoView)
  @Uploads(['pdf'])
  carica(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.files.carica(ctx, request);
  }

  @Get('elaborati/:elaborato/file')
  @Access('elaborato.leggi')
  @AnswersFile('The uploaded file of an elaborato', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.apri(placeOf(ctx).ambitoId, placeOf(ctx).id));
  }

  @Get('elaborati/:elaborato/bozza.pdf')
  @Access('elaborato.leggi')
  @AnswersFile('The draft of an elaborato, for printing', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async bozza(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.accoglimento.bozza(ctx));
  }

  @Get('elaborati/:elaborato/pubblico')
  @Access('elaborato.leggi_pubblico')
  @Answers('An accepted elaborato, for everybody', elaboratoPubblicoView)
  pubblico(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('elaborati/:elaborato/elaborato.pdf')
  @Access('elaborato.leggi_pubblico')
  @AnswersFile('The PDF of an accepted elaborato, the one that its fingerprint is of', 'pdf')
  async pdf(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.accoglimento.pdfAccolto(ctx));
  }

  @Get('elaborati/:elaborato/elaborato.json')
  @Access('elaborato.leggi_pubblico')
  @AnswersFile('An accepted elaborato in canonical JSON, the one that its fingerprint is of', 'json')
  async json(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.accoglimento.jsonAccolto(ctx));
  }
}
