import { Body, Controller, Get, Header, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  AutoreAzioneInput,
  AZIONI_AUTORE,
  contributoAutoreView,
  elenco,
  mioContributoView,
  ricevutaContributoView,
  type AzioneAutore,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access, AccessByAzione, Versioned } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { AutoreQueries } from '../letture/autore.queries.js';
import { AutoreService } from './autore.service.js';
import { ContributiExport } from '../ricevute/contributi.export.js';
import { InvioService } from '../invio/invio.service.js';

const AZIONE = Object.fromEntries(AZIONI_AUTORE.map(azione => [azione, azione]));

/** What its author does with a contributo: by the secret of the receipt (in `X-Segreto`), or signed in. */
@Controller('api/v1')
export class AutoreController {
  constructor(
    private readonly queries: AutoreQueries,
    private readonly service: AutoreService,
    private readonly invio: InvioService,
    private readonly exports: ContributiExport,
  ) {}

  /** With the secret that was mailed to confirm the address; it works again and says the same. */
  @Post('contributo/conferma')
  @Access('contributo.conferma')
  @Answers('Confirms the address of a contributo with the mailed secret: it enters moderation', ricevutaContributoView)
  @HttpCode(200)
  conferma(@Ctx() ctx: RequestContext) {
    return this.invio.conferma(ctx);
  }

  @Get('contributo')
  @Access('autore.vedi')
  @Answers('One’s own contributo, by the secret of the receipt', contributoAutoreView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.conSegreto(ctx);
  }

  @Get('contributo/ricevuta.pdf')
  @Access('autore.vedi')
  @AnswersFile('The receipt of one’s own contributo, by its secret', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async ricevuta(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.ricevuta(ctx));
  }

  @Post('contributo/azioni/:azione')
  @AccessByAzione('autore')
  @Answers('Takes a step as its author, by the secret of the receipt', contributoAutoreView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneAutore, @Body({ schema: AutoreAzioneInput }) input: AutoreAzioneInput) {
    return this.service.conSegreto(ctx, azione, input);
  }

  @Get('account/contributi')
  @Access('contributo.miei')
  @Answers('One’s own contributi, latest first', elenco(mioContributoView))
  miei(@Ctx() ctx: RequestContext) {
    return this.queries.miei(ctx);
  }

  @Get('account/contributi/:mio')
  @Access('contributo.miei')
  @Answers('One of one’s own contributi', contributoAutoreView)
  mio(@Ctx() ctx: RequestContext, @Param('mio', ParseUUIDPipe) id: string) {
    return this.queries.mio(ctx, id);
  }

  @Get('account/contributi/:mio/ricevuta.pdf')
  @Access('contributo.miei')
  @AnswersFile('The receipt of one of one’s own contributi', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async ricevutaMia(@Ctx() ctx: RequestContext, @Param('mio', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.exports.ricevutaMia(ctx, id));
  }

  @Post('account/contributi/:mio/azioni/:step')
  @Access('contributo.miei')
  @Answers('Takes a step as its author, signed in', contributoAutoreView)
  @Versioned()
  @HttpCode(200)
  eseguiMio(
    @Ctx() ctx: RequestContext,
    @Param('mio', ParseUUIDPipe) id: string,
    @Param('step', new ParseEnumPipe(AZIONE)) azione: AzioneAutore,
    @Body({ schema: AutoreAzioneInput }) input: AutoreAzioneInput,
  ) {
    return this.service.mio(ctx, id, azione, input);
  }
}
