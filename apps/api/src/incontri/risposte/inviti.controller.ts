import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import { AZIONI_INVITO, incontroView, invitoIncontroView, RispostaDalPortaleInput, RispostaInput, type AzioneInvito } from '@tavoli/shared';
import { Access, AccessByAzione } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { RisposteService } from './risposte.service.js';

const AZIONE = Object.fromEntries(AZIONI_INVITO.map(azione => [azione, azione]));

/** What an invited person does: from the mailed link (the secret travels in `X-Segreto`), or signed in. */
@Controller('api/v1')
export class InvitiController {
  constructor(private readonly service: RisposteService) {}

  @Get('invito')
  @Access('invito.vedi')
  @Answers('The invitation to an incontro, by the mailed secret', invitoIncontroView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Post('invito/azioni/:azione')
  @AccessByAzione('invito')
  @Answers('Answers an invitation, by the mailed secret', invitoIncontroView)
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneInvito, @Body({ schema: RispostaInput }) input: RispostaInput) {
    return this.service.rispondiConSegreto(ctx, azione, input);
  }

  @Post('ambiti/:ambito/incontri/:incontro/risposte/:risposta')
  @Access('incontro.rispondi')
  @Answers('Answers an invitation, signed in', incontroView)
  @HttpCode(200)
  rispondiDalPortale(
    @Ctx() ctx: RequestContext,
    @Param('risposta', new ParseEnumPipe(AZIONE)) azione: AzioneInvito,
    @Body({ schema: RispostaDalPortaleInput }) input: RispostaDalPortaleInput,
  ) {
    return this.service.rispondiDalPortale(ctx, azione, input);
  }
}
