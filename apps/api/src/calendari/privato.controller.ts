import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { calendarioPrivatoView, indirizzoCalendarioView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CalendarioPrivato } from './privato.service.js';

@Controller('api/v1/calendario')
export class CalendarioPrivatoController {
  constructor(private readonly service: CalendarioPrivato) {}

  @Get()
  @Access('calendario.gestisci')
  @Answers('Whether one’s own calendar feed is on', calendarioPrivatoView)
  stato(@Ctx() ctx: RequestContext) {
    return this.service.stato(ctx);
  }

  @Post()
  @Access('calendario.gestisci')
  @Answers('Makes a new secret address of one’s own calendar feed; the one before ends', indirizzoCalendarioView)
  rigenera(@Ctx() ctx: RequestContext) {
    return this.service.rigenera(ctx);
  }

  @Delete()
  @Access('calendario.gestisci')
  @AnswersNothing('Turns one’s own calendar feed off')
  @HttpCode(204)
  spegni(@Ctx() ctx: RequestContext) {
    return this.service.spegni(ctx);
  }
}
