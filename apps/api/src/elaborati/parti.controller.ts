import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  elaboratoView,
  elenco,
  FonteInput,
  fontiPossibiliView,
  SezioneElaboratoInput,
  sezioneElaboratoView,
  usoInElaboratoView,
  versioneSezioneElaboratoView,
} from '@tavoli/shared';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CampiService } from './campi.service.js';
import { FontiService } from './fonti.service.js';
import { PartiService } from './parti.service.js';

/** The parts of an elaborato, and what they came from. */
@Controller('api/v1/ambiti/:ambito')
export class PartiController {
  constructor(
    private readonly parti: PartiService,
    private readonly fonti: FontiService,
    private readonly campi: CampiService,
  ) {}

  @Put('elaborati/:elaborato/sezioni/:parte')
  @Access('elaborato.scrivi')
  @Answers('Saves one part of an elaborato', sezioneElaboratoView)
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
  @Answers('Takes or keeps the turn to write a part, so that nobody else writes there', sezioneElaboratoView)
  @HttpCode(200)
  tieni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.tieni(ctx, parte);
  }

  @Delete('elaborati/:elaborato/sezioni/:parte/tenuta')
  @Access('elaborato.scrivi')
  @AnswersNothing('Gives the turn to write a part back')
  @HttpCode(204)
  lascia(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.lascia(ctx, parte);
  }

  @Get('elaborati/:elaborato/sezioni/:parte/versioni')
  @Access('elaborato.leggi')
  @Answers('The earlier versions of a part', elenco(versioneSezioneElaboratoView))
  versioni(@Ctx() ctx: RequestContext, @Param('parte', ParseUUIDPipe) parte: string) {
    return this.parti.versioni(ctx, parte);
  }

  @Post('elaborati/:elaborato/campi')
  @Access('elaborato.modifica')
  @Answers('Takes into a scheda that was begun before the fields that the ambito asks for now', elaboratoView)
  @Versioned()
  @HttpCode(200)
  prendiCampi(@Ctx() ctx: RequestContext) {
    return this.campi.prendi(ctx);
  }

  @Get('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  @Answers('What may be named as a source of an elaborato', fontiPossibiliView)
  fontiPossibili(@Ctx() ctx: RequestContext) {
    return this.fonti.possibili(ctx);
  }

  @Post('elaborati/:elaborato/fonti')
  @Access('elaborato.scrivi')
  @Answers('Names a source of an elaborato', elaboratoView)
  @Idempotent()
  aggiungiFonte(@Ctx() ctx: RequestContext, @Body({ schema: FonteInput }) input: FonteInput) {
    return this.fonti.aggiungi(ctx, input);
  }

  @Delete('elaborati/:elaborato/fonti/:fonte')
  @Access('elaborato.scrivi')
  @AnswersNothing('Takes a source of an elaborato away')
  @HttpCode(204)
  togliFonte(@Ctx() ctx: RequestContext, @Param('fonte', ParseUUIDPipe) fonte: string) {
    return this.fonti.togli(ctx, fonte);
  }

  @Get('verbali/:verbale/elaborati')
  @Access('elaborato.elenca')
  @Answers('The elaborati that came from a verbale', elenco(usoInElaboratoView))
  daVerbale(@Ctx() ctx: RequestContext) {
    return this.fonti.daVerbale(ctx);
  }
}
