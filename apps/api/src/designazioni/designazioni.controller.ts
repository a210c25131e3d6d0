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
  Res,
} from '@nestjs/common';
import {
  AccettaInsiemeInput,
  DesignazioneAzioneInput,
  DesignazioneInput,
  designazioneRigaView,
  designazioneView,
  designazioniConteggiView,
  DesignazioniQuery,
  DimissioniInput,
  esitiInsiemeView,
  IndirizzoCorrettoInput,
  NuovaDesignazioneInput,
  pagina,
  type AzioneDesignazione,
  type FormatoTabella,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { DesignazioniExport } from './designazioni.export.js';
import { DesignazioniQueries } from './designazioni.queries.js';
import { RecapitiService } from './recapiti.service.js';
import { DesignazioniService } from './designazioni.service.js';

@Controller('api/v1/ambiti/:ambito')
export class DesignazioniController {
  constructor(
    private readonly service: DesignazioniService,
    private readonly queries: DesignazioniQueries,
    private readonly exports: DesignazioniExport,
    private readonly recapiti: RecapitiService,
  ) {}

  @Get('designazioni')
  @Access('designazione.elenca')
  @Answers('The designazioni that the reader may see, latest first', pagina(designazioneRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: DesignazioniQuery }) query: DesignazioniQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('designazioni/conteggi')
  @Access('designazione.elenca')
  @Answers('How many designazioni there are, and for each value of each filter', designazioniConteggiView)
  conteggi(@Ctx() ctx: RequestContext, @Query({ schema: DesignazioniQuery }) query: DesignazioniQuery) {
    return this.queries.conteggi(ctx, query);
  }

  @Get('designazioni.:foglio')
  @Access('designazione.esporta')
  @AnswersFile('The designazioni, as a table', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Query({ schema: DesignazioniQuery }) query: DesignazioniQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.exports.tabella(ctx, query, formato));
  }

  @Post('enti/:ente/designazioni')
  @Access('designazione.crea')
  @Answers('Writes the draft of a designazione of an ente for a tavolo', designazioneView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovaDesignazioneInput }) input: NuovaDesignazioneInput) {
    return this.service.crea(ctx, input);
  }

  @Post('designazioni/accettazioni')
  @Access('designazione.elenca')
  @Answers('Accepts several designazioni; each is judged by itself', esitiInsiemeView)
  @HttpCode(200)
  accettaInsieme(@Ctx() ctx: RequestContext, @Body({ schema: AccettaInsiemeInput }) input: AccettaInsiemeInput) {
    return this.service.accettaInsieme(ctx, input);
  }

  @Post('designazioni/accettazioni/anteprima')
  @Access('designazione.elenca')
  @Answers('What accepting several designazioni would come to; nothing is done', esitiInsiemeView)
  @HttpCode(200)
  anteprimaAccetta(@Ctx() ctx: RequestContext, @Body({ schema: AccettaInsiemeInput }) input: AccettaInsiemeInput) {
    return this.service.anteprimaAccetta(ctx, input);
  }

  @Get('designazioni/:designazione')
  @Access('designazione.vedi')
  @Answers('One designazione', designazioneView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.una(ctx);
  }

  @Put('designazioni/:designazione')
  @Access('designazione.modifica')
  @Answers('Changes the draft of a designazione', designazioneView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: DesignazioneInput }) input: DesignazioneInput) {
    return this.service.modifica(ctx, input);
  }

  @Put('designazioni/:designazione/persone/:persona/indirizzo')
  @Access('designazione.correggi')
  @Answers('Corrects the address of a person who has not answered yet, and asks for their consent again', designazioneView)
  @Versioned()
  correggi(
    @Ctx() ctx: RequestContext,
    @Param('persona', ParseUUIDPipe) persona: string,
    @Body({ schema: IndirizzoCorrettoInput }) input: IndirizzoCorrettoInput,
  ) {
    return this.recapiti.correggi(ctx, persona, input);
  }

  @Delete('designazioni/:designazione')
  @Access('designazione.elimina')
  @AnswersNothing('Deletes the draft of a designazione')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Post('designazioni/:designazione/azioni/:azione')
  @AccessByAzione('designazione')
  @Answers(
    'Takes a step on a designazione: sending it there or back, accepting, refusing, replacing, suspending, ending it',
    designazioneView,
  )
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneDesignazione,
    @Body({ schema: DesignazioneAzioneInput }) input: DesignazioneAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Post('designazioni/:designazione/dimissioni')
  @Access('designazione.registra_dimissioni')
  @Answers('Records that one of its people has resigned, as the office has it on paper', designazioneView)
  @Versioned()
  @HttpCode(200)
  dimissioni(@Ctx() ctx: RequestContext, @Body({ schema: DimissioniInput }) input: DimissioniInput) {
    return this.service.registraDimissioni(ctx, input);
  }

  @Get('designazioni/:designazione/ricevuta.pdf')
  @Access('designazione.vedi')
  @AnswersFile('The receipt of a designazione that was sent', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async ricevuta(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.ricevuta(ctx));
  }
}
