import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ElencoAmmessiInput, elenchiAmmessiView } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { ElenchiExport } from './elenchi.export.js';
import { ElenchiQueries } from './elenchi.queries.js';
import { ElenchiService } from './elenchi.service.js';

/** The elenchi degli ammessi of an avviso. */
@Controller('api/v1/ambiti/:ambito/avvisi/:avviso/elenchi')
export class ElenchiController {
  constructor(
    private readonly queries: ElenchiQueries,
    private readonly service: ElenchiService,
    private readonly exports: ElenchiExport,
  ) {}

  @Get()
  @Access('avviso.vedi')
  @Answers(
    'The elenchi degli ammessi of an avviso; to the offices also who was not admitted, and what waits for the next',
    elenchiAmmessiView,
  )
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Post()
  @Access('avviso.pubblica_elenco')
  @Answers('Publishes the elenco degli ammessi with its determina: all that is decided and in no elenco yet', elenchiAmmessiView)
  @Idempotent()
  pubblica(@Ctx() ctx: RequestContext, @Body({ schema: ElencoAmmessiInput }) input: ElencoAmmessiInput) {
    return this.service.pubblica(ctx, input);
  }

  @Get(':elenco/elenco.pdf')
  @Access('avviso.vedi')
  @AnswersFile('An elenco degli ammessi, to print', 'pdf')
  async pdf(@Ctx() ctx: RequestContext, @Param('elenco', ParseUUIDPipe) elenco: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.pdf(ctx, elenco));
  }
}
