import { Body, Controller, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { AZIONI_CORREZIONE, CorrezioneInput, EsitoCorrezioneInput, verbaleView, type AzioneCorrezione } from '@tavoli/shared';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { CorrezioniService } from './correzioni.service.js';

const ESITI = Object.fromEntries(AZIONI_CORREZIONE.map(azione => [azione, azione]));

/** The corrections of a verbale in revision, for who is signed in. */
@Controller('api/v1/ambiti/:ambito/verbali/:verbale/correzioni')
export class CorrezioniController {
  constructor(private readonly service: CorrezioniService) {}

  @Post()
  @Access('verbale.proponi')
  @Answers('Proposes a correction during the revision', verbaleView)
  @Idempotent()
  proponi(@Ctx() ctx: RequestContext, @Body({ schema: CorrezioneInput }) input: CorrezioneInput) {
    return this.service.proponi(ctx, input);
  }

  @Post(':correzione/esiti/:esito')
  @Access('correzione.accogli')
  @Answers('Decides on a proposed correction', verbaleView)
  @HttpCode(200)
  decidi(
    @Ctx() ctx: RequestContext,
    @Param('correzione', ParseUUIDPipe) correzione: string,
    @Param('esito', new ParseEnumPipe(ESITI)) esito: AzioneCorrezione,
    @Body({ schema: EsitoCorrezioneInput }) input: EsitoCorrezioneInput,
  ) {
    return this.service.decidi(ctx, correzione, esito, input);
  }
}
