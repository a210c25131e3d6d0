import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { OspitePresenteInput, PresenzeInput, PuntoCorrenteInput } from '@tavoli/shared';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { PresenzeService } from './presenze.service.js';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class PresenzeController {
  constructor(private readonly service: PresenzeService) {}

  @Get('presenze')
  @Access('incontro.segui')
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Post('presenze')
  @Access('incontro.rileva')
  @HttpCode(200)
  rileva(@Ctx() ctx: RequestContext, @Body({ schema: PresenzeInput }) input: PresenzeInput) {
    return this.service.rileva(ctx, input);
  }

  @Post('presenti')
  @Access('incontro.rileva')
  @Idempotent()
  aggiungi(@Ctx() ctx: RequestContext, @Body({ schema: OspitePresenteInput }) input: OspitePresenteInput) {
    return this.service.aggiungi(ctx, input);
  }

  @Delete('presenti/:ospite')
  @Access('incontro.rileva')
  @HttpCode(204)
  togli(@Ctx() ctx: RequestContext, @Param('ospite', ParseUUIDPipe) ospite: string) {
    return this.service.togli(ctx, ospite);
  }

  @Post('punto')
  @Access('incontro.rileva')
  @HttpCode(200)
  punto(@Ctx() ctx: RequestContext, @Body({ schema: PuntoCorrenteInput }) input: PuntoCorrenteInput) {
    return this.service.punto(ctx, input);
  }
}
