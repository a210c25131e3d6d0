import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  elenco,
  pagina,
  RettificaInput,
  SezioneInput,
  sezioneView,
  VerbaleAzioneInput,
  verbalePubblicoView,
  verbaleRigaView,
  verbaleView,
  VerbaliQuery,
  versioneSezioneView,
  type AzioneVerbale,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { PubblicazioneService } from './pubblicazione.service.js';
import { RettificaService } from './rettifica.service.js';
import { SezioniService } from './verbale/sezioni.service.js';
import { VerbaliQueries } from './verbale/verbali.queries.js';
import { VerbaliService } from './verbali.service.js';

@Controller('api/v1/ambiti/:ambito')
export class VerbaliController {
  constructor(
    private readonly queries: VerbaliQueries,
    private readonly service: VerbaliService,
    private readonly sezioni: SezioniService,
    private readonly pubblicazione: PubblicazioneService,
    private readonly rettifiche: RettificaService,
  ) {}

  @Post('incontri/:incontro/verbale')
  @Access('verbale.crea')
  @Answers('Begins the verbale of an incontro', verbaleView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext) {
    return this.service.crea(ctx);
  }

  @Get('verbali')
  @Access('verbale.elenca')
  @Answers('The verbali that the reader may see', pagina(verbaleRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: VerbaliQuery }) query: VerbaliQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get('verbali/:verbale')
  @Access('verbale.leggi')
  @Answers('A whole verbale, for who may read it whole', verbaleView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Get('verbali/:verbale/pubblico')
  @Access('verbale.leggi_pubblico')
  @Answers('The public twin of a verbale', verbalePubblicoView)
  pubblico(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('verbali/:verbale/verbale.pdf')
  @Access('verbale.leggi_pubblico')
  @AnswersFile('The published PDF of a verbale', 'pdf')
  async pdf(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.pubblicazione.file(ctx));
  }

  /** The whole text, for those who may read it whole. */
  @Get('verbali/:verbale/integrale.pdf')
  @Access('verbale.leggi')
  @AnswersFile('The PDF of a whole verbale, for who may read it whole', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async integrale(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.pubblicazione.integrale(ctx));
  }

  @Post('verbali/:verbale/azioni/:azione')
  @AccessByAzione('verbale')
  @Answers('Takes a step on a verbale: revision, approval, publication', verbaleView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneVerbale,
    @Body({ schema: VerbaleAzioneInput }) input: VerbaleAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  /** A new verbale that corrects the published one of the URL. */
  @Post('verbali/:verbale/rettifiche')
  @Access('verbale.rettifica')
  @Answers('Begins a verbale that corrects a published one', verbaleView)
  @Idempotent()
  rettifica(@Ctx() ctx: RequestContext, @Body({ schema: RettificaInput }) input: RettificaInput) {
    return this.rettifiche.comincia(ctx, input);
  }

  @Put('verbali/:verbale/sezioni/:sezione')
  @Access('verbale.scrivi')
  @Answers('Saves one section of a verbale', sezioneView)
  @Versioned()
  salva(@Ctx() ctx: RequestContext, @Param('sezione', ParseUUIDPipe) sezione: string, @Body({ schema: SezioneInput }) input: SezioneInput) {
    return this.sezioni.salva(ctx, sezione, input);
  }

  @Post('verbali/:verbale/sezioni/:sezione/tenuta')
  @Access('verbale.scrivi')
  @Answers('Takes or keeps the turn to write a section, so that nobody else writes there', sezioneView)
  @HttpCode(200)
  tieni(@Ctx() ctx: RequestContext, @Param('sezione', ParseUUIDPipe) sezione: string) {
    return this.sezioni.tieni(ctx, sezione);
  }

  @Delete('verbali/:verbale/sezioni/:sezione/tenuta')
  @Access('verbale.scrivi')
  @AnswersNothing('Gives the turn to write a section back')
  @HttpCode(204)
  lascia(@Ctx() ctx: RequestContext, @Param('sezione', ParseUUIDPipe) sezione: string) {
    return this.sezioni.lascia(ctx, sezione);
  }

  @Get('verbali/:verbale/sezioni/:sezione/versioni')
  @Access('verbale.scrivi')
  @Answers('The earlier versions of a section', elenco(versioneSezioneView))
  versioni(@Ctx() ctx: RequestContext, @Param('sezione', ParseUUIDPipe) sezione: string) {
    return this.queries.versioni(ctx, sezione);
  }
}
