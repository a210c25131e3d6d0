import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { dataSerieView, DateSerieQuery, elenco, SerieAzioneInput, serieEsitoView, SerieQuery, serieView } from '@tavoli/shared';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { SerieQueries } from './serie.queries.js';
import { SerieService } from './serie.service.js';

/** Incontri that were planned together, and are still free each of the others. */
@Controller('api/v1/ambiti/:ambito')
export class SerieController {
  constructor(
    private readonly queries: SerieQueries,
    private readonly service: SerieService,
  ) {}

  @Get('incontri/:incontro/serie')
  @Access('incontro.prepara')
  @Answers('The incontri of a series, with what may be done to each and what speaks against its day', serieView)
  vedi(@Ctx() ctx: RequestContext, @Query({ schema: SerieQuery }) query: SerieQuery) {
    return this.queries.leggi(ctx, query);
  }

  @Post('incontri/:incontro/serie')
  @Access('incontro.prepara')
  @Answers('One act on several incontri of a series: all of them, or none', serieEsitoView)
  @Idempotent()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Body({ schema: SerieAzioneInput }) input: SerieAzioneInput) {
    return this.service.esegui(ctx, input);
  }

  @Get('tavoli/:tavolo/serie')
  @Access('incontro.crea')
  @Answers('The dates of a series that is being planned at a tavolo, with what speaks against each', elenco(dataSerieView))
  date(@Ctx() ctx: RequestContext, @Query({ schema: DateSerieQuery }) query: DateSerieQuery) {
    return this.queries.date(ctx, query);
  }

  @Get('plenarie/serie')
  @Access('incontro.crea_plenaria')
  @Answers('The dates of a series of plenarie that is being planned, with what speaks against each', elenco(dataSerieView))
  datePlenarie(@Ctx() ctx: RequestContext, @Query({ schema: DateSerieQuery }) query: DateSerieQuery) {
    return this.queries.date(ctx, query);
  }
}
