import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  DaProtocollareQuery,
  daProtocollareView,
  pagina,
  ProtocolliQuery,
  protocolliView,
  ProtocolloCorrezione,
  ProtocolloInput,
  ProtocolloTolto,
  type FormatoTabella,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FORMATI } from '../platform/xlsx/table-file.js';
import { ProtocolliQueries } from './protocolli.queries.js';
import { ProtocolliService } from './protocolli.service.js';

@Controller('api/v1/ambiti/:ambito')
export class ProtocolliController {
  constructor(
    private readonly service: ProtocolliService,
    private readonly queries: ProtocolliQueries,
  ) {}

  @Get('protocolli')
  @Access('protocollo.vedi')
  @Answers('The protocol numbers that offices gave to one thing', protocolliView)
  di(@Ctx() ctx: RequestContext, @Query({ schema: ProtocolliQuery }) query: ProtocolliQuery) {
    return this.queries.di(ctx, query);
  }

  @Post('protocolli')
  @Access('protocollo.scrivi')
  @Answers('Writes the protocol number that an office gave to a thing', protocolliView)
  @Idempotent()
  scrivi(@Ctx() ctx: RequestContext, @Body({ schema: ProtocolloInput }) input: ProtocolloInput) {
    return this.service.scrivi(ctx, input);
  }

  @Put('protocolli/:protocollo')
  @Access('protocollo.correggi')
  @Answers('Corrects a protocol number, with a reason', protocolliView)
  @Versioned()
  correggi(@Ctx() ctx: RequestContext, @Body({ schema: ProtocolloCorrezione }) input: ProtocolloCorrezione) {
    return this.service.correggi(ctx, input);
  }

  @Post('protocolli/:protocollo/togli')
  @Access('protocollo.togli')
  @Answers('Takes a protocol number away, with a reason', protocolliView)
  @Versioned()
  @HttpCode(200)
  togli(@Ctx() ctx: RequestContext, @Body({ schema: ProtocolloTolto }) input: ProtocolloTolto) {
    return this.service.togli(ctx, input.motivazione);
  }

  @Get('da-protocollare')
  @Access('protocollo.scrivi')
  @Answers('What no office has protocolled yet, oldest first', pagina(daProtocollareView))
  daProtocollare(@Ctx() ctx: RequestContext, @Query({ schema: DaProtocollareQuery }) query: DaProtocollareQuery) {
    return this.queries.daProtocollare(ctx, query);
  }

  @Get('da-protocollare.:foglio')
  @Access('protocollo.scrivi')
  @AnswersFile('What no office has protocolled yet, as a sheet', 'csv', 'xlsx')
  async tabella(
    @Ctx() ctx: RequestContext,
    @Query({ schema: DaProtocollareQuery }) query: DaProtocollareQuery,
    @Param('foglio', new ParseEnumPipe(FORMATI)) formato: FormatoTabella,
    @Res() reply: FastifyReply,
  ) {
    return sendFile(reply, this.queries.tabella(ctx, query, formato));
  }
}
