import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { AttoInput } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { AttiService } from './atti.service.js';

@Controller('api/v1/ambiti/:ambito/iter')
export class AttiController {
  constructor(private readonly service: AttiService) {}

  @Post('fasi/:fase/atti')
  @Access('atto.crea')
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: AttoInput }) input: AttoInput) {
    return this.service.crea(ctx, input);
  }

  @Put('atti/:atto')
  @Access('atto.modifica')
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AttoInput }) input: AttoInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('atti/:atto')
  @Access('atto.elimina')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Put('atti/:atto/file')
  @Access('atto.allega')
  @Versioned()
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.service.allega(ctx, request);
  }

  @Get('atti/:atto/file')
  @Access('atto.vedi')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.service.apri(ctx));
  }
}
