import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { elenco, ModelloOdgInput, modelloOdgView } from '@tavoli/shared';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { ModelliOdgService } from './modelli-odg.service.js';

/** Ordini del giorno to be used again, by who plans incontri of a tavolo, or plenarie. */
@Controller('api/v1/ambiti/:ambito')
export class ModelliOdgController {
  constructor(private readonly service: ModelliOdgService) {}

  @Get('tavoli/:tavolo/modelli-odg')
  @Access('incontro.crea')
  @Answers('The ordini del giorno kept for a tavolo, and for all', elenco(modelloOdgView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.service.elenco(ctx);
  }

  @Post('tavoli/:tavolo/modelli-odg')
  @Access('incontro.crea')
  @Answers('Keeps an ordine del giorno for a tavolo', modelloOdgView)
  @Idempotent()
  salva(@Ctx() ctx: RequestContext, @Body({ schema: ModelloOdgInput }) input: ModelloOdgInput) {
    return this.service.salva(ctx, input);
  }

  @Delete('tavoli/:tavolo/modelli-odg/:modello')
  @Access('incontro.crea')
  @AnswersNothing('Deletes an ordine del giorno kept for a tavolo')
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext, @Param('modello', ParseUUIDPipe) id: string) {
    return this.service.elimina(ctx, id);
  }

  @Get('plenarie/modelli-odg')
  @Access('incontro.crea_plenaria')
  @Answers('The ordini del giorno kept for all the tavoli', elenco(modelloOdgView))
  diTutti(@Ctx() ctx: RequestContext) {
    return this.service.elenco(ctx);
  }

  @Post('plenarie/modelli-odg')
  @Access('incontro.crea_plenaria')
  @Answers('Keeps an ordine del giorno for all the tavoli', modelloOdgView)
  @Idempotent()
  salvaPerTutti(@Ctx() ctx: RequestContext, @Body({ schema: ModelloOdgInput }) input: ModelloOdgInput) {
    return this.service.salva(ctx, input);
  }

  @Delete('plenarie/modelli-odg/:modello')
  @Access('incontro.crea_plenaria')
  @AnswersNothing('Deletes an ordine del giorno kept for all the tavoli')
  @HttpCode(204)
  eliminaPerTutti(@Ctx() ctx: RequestContext, @Param('modello', ParseUUIDPipe) id: string) {
    return this.service.elimina(ctx, id);
  }
}
