import { Controller, Get, Param, ParseEnumPipe, Query, Res } from '@nestjs/common';
import { riepilogoElaboratiView, RiepilogoQuery, type FormatoTabella } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { FORMATI } from '../../platform/xlsx/table-file.js';
import { RiepilogoQueries } from './riepilogo.queries.js';
import { RiepilogoTabelle } from './riepilogo.tabelle.js';

const FOGLIO = new ParseEnumPipe(FORMATI);

/** What the schede cost and how they are measured, across the tavoli. */
@Controller('api/v1/ambiti/:ambito/riepilogo')
export class RiepilogoController {
  constructor(
    private readonly queries: RiepilogoQueries,
    private readonly tabelle: RiepilogoTabelle,
  ) {}

  @Get('elaborati')
  @Access('elaborato.elenca')
  @Answers('Budget and indicators of the schede, added up', riepilogoElaboratiView)
  riepilogo(@Ctx() ctx: RequestContext, @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery) {
    return this.queries.riepilogo(ctx, query);
  }

  @Get('risorse.:foglio')
  @Access('elaborato.elenca')
  @AnswersFile('The budget of the schede, as a table', 'csv', 'xlsx')
  async risorse(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery,
    @Param('foglio', FOGLIO) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.tabelle.risorse(ctx, query, formato));
  }

  @Get('importi.:foglio')
  @Access('elaborato.elenca')
  @AnswersFile('Every amount of the schede, by year, fondo and payer', 'csv', 'xlsx')
  async importi(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery,
    @Param('foglio', FOGLIO) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.tabelle.importi(ctx, query, formato));
  }

  @Get('indicatori.:foglio')
  @Access('elaborato.elenca')
  @AnswersFile('The indicators of the schede, as a table', 'csv', 'xlsx')
  async indicatori(
    @Ctx() ctx: RequestContext,
    @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery,
    @Param('foglio', FOGLIO) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, await this.tabelle.indicatori(ctx, query, formato));
  }
}
