import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  elaboratoView,
  elenco,
  FonteInput,
  fontiPossibiliView,
  riepilogoElaboratiView,
  RiepilogoQuery,
  SezioneElaboratoInput,
  sezioneElaboratoView,
  usoInElaboratoView,
  versioneSezioneElaboratoView,
  type FormatoTabella,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { FontiService } from './fonti.service.js';
import { PartiService } from './parti.service.js';
import { RiepilogoQueries } from './riepilogo.queries.js';

/** The parts of an elaborato, what they came from, and what all of them add up to. */
@Controller('api/v1/ambiti/:ambito')
export class PartiController {
  constructor(
    private readonly parti: PartiService,
    private readonly fonti: FontiService,
    private readonly somme: RiepilogoQueries,
  ) {}

  @Put('elaborati/:elaborato/sezioni/:parte')
  @Access('elaborato.scrivi')
  @Answers('Saves one part of an elaborato', sezioneElaboratoView)
  @Versioned()
  salva(
    @Ctx() ctx: RequestContext,
    @Param('parte', ParseUUIDPipe) parte: string,
    @Body({ schema: SezioneElaboratoInput }) input: SezioneElaboratoInput,
  ) {
    return this.parti.salva(ctx, parte, input);
  }

  @Post('elaborati/:elaborato/sezioni/:parte/tenuta')
  @Access('elaborato.scrivi')
  @Answers('Takes or keeps the turn to write a part, so that nobody else writes there', sezioneElaboratoView)
  @HttpCode(200)
  tieni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.tieni(ctx, parte);
  }

  @Delete('elaborati/:elaborato/sezioni/:parte/tenuta')
  @Access('elaborato.scrivi')
  @AnswersNothing('Gives the turn to write a part back')
  @HttpCode(204)
  lascia(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.lascia(ctx, parte);
  }

  @Get('elaborati/:elaborato/sezioni/:parte/versioni')
  @Access('elaborato.leggi')
  @Answers('The earlier versions of a part', elenco(versioneSezioneElaboratoView))
  versioni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.versioni(ctx, parte);
  }

  @Get('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  @Answers('What may be named as a source of an elaborato', fontiPossibiliView)
  fontiPossibili(@Ctx() ctx: RequestContext) {
    return this.fonti.possibili(ctx);
  }

  @Post('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  @Answers('Names a source of an elaborato', elaboratoView)
  @Idempotent()
  aggiungiFonte(@Ctx() ctx: RequestContext, @Body({ schema: FonteInput }) input: FonteInput) {
    return this.fonti.aggiungi(ctx, input);
  }

  @Delete('elaborati/:elaborato/fonti/:fonte')
  @Access('elaborato.scrivi')
  @AnswersNothing('Takes a source of an elaborato away')
  @HttpCode(204)
  togliFonte(@Ctx() ctx: RequestContext, @Param('fonte', ParseUUIDPipe) fonte: string) {
    return this.fonti.togli(ctx, fonte);
  }

  @Get('verbali/:verbale/elaborati')
  @Access('elaborato.elenca')
  @Answers('The elaborati that came from a verbale', elenco(usoInElaboratoView))
  daVerbale(@Ctx() ctx: RequestContext) {
    return this.fonti.daVerbale(ctx);
  }

  @Get('riepilogo/elaborati')
  @Access('elaborato.elenca')
  @Answers('Budget and indicators of the schede, added up', riepilogoElaboratiView)
  riepilogo(@Ctx() ctx: RequestContext, @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery) {
    return this.somme.riepilogo(ctx, query);
  }

  @Get('riepilogo/risorse.:foglio')
  @Access('elaborato.elenca')
  @AnswersFile('The budget of the schede, as a table', 'csv', 'xlsx')
  async risorse(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.somme.risorseTabella(ctx, query, formato));
  }

  @Get('riepilogo/indicatori.:foglio')
  @Access('elaborato.elenca')
  @AnswersFile('The indicators of the schede, as a table', 'csv', 'xlsx')
  async indicatori(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.somme.indicatoriTabella(ctx, query, formato));
  }
}
