import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  esitoPresenzeView,
  incontroDalVivoView,
  incontroView,
  OspitePresenteInput,
  PresenzeInput,
  presenzeView,
  PuntoCorrenteInput,
} from '@tavoli/shared';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { PresenzeService } from './presenze.service.js';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class PresenzeController {
  constructor(private readonly service: PresenzeService) {}

  @Get('dal-vivo')
  @Access('incontro.vedi')
  @Answers('An incontro as it goes on: the punto under discussion and numbers, nobody’s name', incontroDalVivoView)
  dalVivo(@Ctx() ctx: RequestContext) {
    return this.service.dalVivo(ctx);
  }

  @Get('presenze')
  @Access('incontro.segui')
  @Answers('The presences at an incontro, as they are now', presenzeView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Post('presenze')
  @Access('incontro.rileva')
  @Answers('Records presences; one that finds another value is told, never written over', esitoPresenzeView)
  @HttpCode(200)
  rileva(@Ctx() ctx: RequestContext, @Body({ schema: PresenzeInput }) input: PresenzeInput) {
    return this.service.rileva(ctx, input);
  }

  @Post('presenti')
  @Access('incontro.rileva')
  @Answers('Adds a guest who came', presenzeView)
  @Idempotent()
  aggiungi(@Ctx() ctx: RequestContext, @Body({ schema: OspitePresenteInput }) input: OspitePresenteInput) {
    return this.service.aggiungi(ctx, input);
  }

  @Delete('presenti/:ospite')
  @Access('incontro.rileva')
  @AnswersNothing('Takes a guest away')
  @HttpCode(204)
  togli(@Ctx() ctx: RequestContext, @Param('ospite', ParseUUIDPipe) ospite: string) {
    return this.service.togli(ctx, ospite);
  }

  @Post('punto')
  @Access('incontro.rileva')
  @Answers('Says which punto is being discussed', incontroView)
  @HttpCode(200)
  punto(@Ctx() ctx: RequestContext, @Body({ schema: PuntoCorrenteInput }) input: PuntoCorrenteInput) {
    return this.service.punto(ctx, input);
  }
}
