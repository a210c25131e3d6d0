import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CalendarioPrivato } from './privato.service.js';

@Controller('api/v1/calendario')
export class CalendarioPrivatoController {
  constructor(private readonly service: CalendarioPrivato) {}

  @Get()
  @Access('calendario.gestisci')
  stato(@Ctx() ctx: RequestContext) {
    return this.service.stato(ctx);
  }

  @Post()
  @Access('calendario.gestisci')
  rigenera(@Ctx() ctx: RequestContext) {
    return this.service.rigenera(ctx);
  }

  @Delete()
  @Access('calendario.gestisci')
  @HttpCode(204)
  spegni(@Ctx() ctx: RequestContext) {
    return this.service.spegni(ctx);
  }
}
