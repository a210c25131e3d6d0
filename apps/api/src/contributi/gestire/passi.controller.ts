import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  contributiCollegatiView,
  ContributoAzioneInput,
  contributoGestioneView,
  DECISIONI_RIESAME,
  LegameInput,
  OmissisInput,
  RiesameInput,
  SpostaInput,
  type AzioneContributo,
  type DecisioneRiesame,
} from '@tavoli/shared';
import { Access, AccessByAzione, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { ContributiService } from './contributi.service.js';
import { LegamiService } from './legami.service.js';
import { RiesameService } from './riesame.service.js';

const DECISIONI = Object.fromEntries(DECISIONI_RIESAME.map(d => [d, d]));

/** What staff do with a contributo, and what they tie it to. */
@Controller('api/v1/ambiti/:ambito')
export class PassiContributoController {
  constructor(
    private readonly service: ContributiService,
    private readonly riesami: RiesameService,
    private readonly legami: LegamiService,
  ) {}

  @Post('contributi/:contributo/azioni/:azione')
  @AccessByAzione('contributo')
  @Answers('Takes a step on a contributo: publishing, refusing, answering, merging', contributoGestioneView)
  @Versioned()
  @HttpCode(200)
  esegui(
    @Ctx() ctx: RequestContext,
    @Param('azione') azione: AzioneContributo,
    @Body({ schema: ContributoAzioneInput }) input: ContributoAzioneInput,
  ) {
    return this.service.esegui(ctx, azione, input);
  }

  @Put('contributi/:contributo/omissis')
  @Access('contributo.ometti')
  @Answers('Says what of a contributo is left out of its public text', contributoGestioneView)
  @Versioned()
  ometti(@Ctx() ctx: RequestContext, @Body({ schema: OmissisInput }) input: OmissisInput) {
    return this.service.ometti(ctx, input);
  }

  /** To another tavolo. */
  @Post('contributi/:contributo/spostamenti')
  @Access('contributo.sposta')
  @Answers('Moves a contributo to another tavolo', contributoGestioneView)
  @Versioned()
  @HttpCode(200)
  sposta(@Ctx() ctx: RequestContext, @Body({ schema: SpostaInput }) input: SpostaInput) {
    return this.service.sposta(ctx, input);
  }

  @Post('contributi/:contributo/riesame/:decisione')
  @Access('contributo.decidi_riesame')
  @Answers('Decides on the riesame that the author asked for', contributoGestioneView)
  @Versioned()
  @HttpCode(200)
  decidi(
    @Ctx() ctx: RequestContext,
    @Param('decisione', new ParseEnumPipe(DECISIONI)) decisione: DecisioneRiesame,
    @Body({ schema: RiesameInput }) input: RiesameInput,
  ) {
    return this.riesami.decidi(ctx, decisione, input.motivazione);
  }

  @Post('contributi/:contributo/legami')
  @Access('contributo.collega')
  @Answers('Ties a contributo to an incontro, a verbale or an elaborato', contributoGestioneView)
  @HttpCode(200)
  collega(@Ctx() ctx: RequestContext, @Body({ schema: LegameInput }) input: LegameInput) {
    return this.legami.collega(ctx, input);
  }

  @Delete('contributi/:contributo/legami/:legame')
  @Access('contributo.collega')
  @Answers('Unties a contributo', contributoGestioneView)
  @HttpCode(200)
  scollega(@Ctx() ctx: RequestContext, @Param('legame', ParseUUIDPipe) legame: string) {
    return this.legami.scollega(ctx, legame);
  }

  @Get('incontri/:incontro/contributi')
  @Access('incontro.vedi')
  @Answers('The contributi tied to the punti of an incontro', contributiCollegatiView)
  dellIncontro(@Ctx() ctx: RequestContext) {
    return this.legami.dellIncontro(ctx);
  }

  @Get('verbali/:verbale/contributi')
  @Access('verbale.leggi_pubblico')
  @Answers('The contributi tied to the sections of a verbale', contributiCollegatiView)
  delVerbale(@Ctx() ctx: RequestContext) {
    return this.legami.delVerbale(ctx);
  }
}
