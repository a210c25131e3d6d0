import { Controller, Get, Param, ParseEnumPipe, Res } from '@nestjs/common';
import { catalogoDatiView, DATASET, FORMATI_DATI, numeriView, type Dataset, type FormatoDati } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Costly } from '../platform/access/cost.guard.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { DatiService } from './dati.service.js';
import { NumeriQueries } from './numeri.queries.js';

/** `contributi.csv`, `contributi.json`, … */
const FILES = Object.fromEntries(DATASET.flatMap(d => FORMATI_DATI.map(f => [`${d}.${f}`, `${d}.${f}`])));

@Controller('api/v1/ambiti/:ambito')
export class DatiController {
  constructor(
    private readonly dati: DatiService,
    private readonly numeri: NumeriQueries,
  ) {}

  @Get('dati')
  @Access('dato.vedi')
  @Answers('The catalogue of the open data', catalogoDatiView)
  catalogo(@Ctx() ctx: RequestContext) {
    return this.dati.catalogo(ctx);
  }

  @Get('dati/:file')
  @Access('dato.vedi')
  @AnswersFile('A dataset as CSV or JSON', 'csv', 'json')
  async file(@Ctx() ctx: RequestContext, @Param('file', new ParseEnumPipe(FILES)) file: string, @Res() reply: FastifyReply) {
    const [dataset, formato] = file.split('.') as [Dataset, FormatoDati];
    return sendFile(reply, await this.dati.file(ctx, dataset, formato));
  }

  @Get('numeri')
  @Access('dato.vedi')
  @Answers('Figures of an ambito', numeriView)
  @Costly()
  dellAmbito(@Ctx() ctx: RequestContext) {
    return this.numeri.leggi(ctx);
  }

  @Get('tavoli/:tavolo/numeri')
  @Access('dato.vedi')
  @Answers('Figures of a tavolo', numeriView)
  @Costly()
  delTavolo(@Ctx() ctx: RequestContext) {
    return this.numeri.leggi(ctx);
  }
}
