import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { FonteInput, RiepilogoQuery, SezioneElaboratoInput } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
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
  @HttpCode(200)
  tieni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.tieni(ctx, parte);
  }

  @Delete('elaborati/:elaborato/sezioni/:parte/tenuta')
  @Access('elaborato.scrivi')
  @HttpCode(204)
  lascia(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.lascia(ctx, parte);
  }

  @Get('elaborati/:elaborato/sezioni/:parte/versioni')
  @Access('elaborato.leggi')
  versioni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.versioni(ctx, parte);
  }

  @Get('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  fontiPossibili(@Ctx() ctx: RequestContext) {
    return this.fonti.possibili(ctx);
  }

  @Post('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  @Idempotent()
  aggiungiFonte(@Ctx() ctx: RequestContext, @Body({ schema: FonteInput }) input: FonteInput) {
    return this.fonti.aggiungi(ctx, input);
  }

  @Delete('elaborati/:elaborato/fonti/:fonte')
  @Access('elaborato.scrivi')
  @HttpCode(204)
  togliFonte(@Ctx() ctx: RequestContext, @Param('fonte', ParseUUIDPipe) fonte: string) {
    return this.fonti.togli(ctx, fonte);
  }

  @Get('verbali/:verbale/elaborati')
  @Access('elaborato.elenca')
  daVerbale(@Ctx() ctx: RequestContext) {
    return this.fonti.daVerbale(ctx);
  }

  @Get('riepilogo/elaborati')
  @Access('elaborato.elenca')
  riepilogo(@Ctx() ctx: RequestContext, @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery) {
    return this.somme.riepilogo(ctx, query);
  }

  @Get('riepilogo/risorse.csv')
  @Access('elaborato.elenca')
  async risorse(@Ctx() ctx: RequestContext, @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.somme.risorseCsv(ctx, query));
  }

  @Get('riepilogo/indicatori.csv')
  @Access('elaborato.elenca')
  async indicatori(@Ctx() ctx: RequestContext, @Query({ schema: RiepilogoQuery }) query: RiepilogoQuery, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.somme.indicatoriCsv(ctx, query));
  }
}
