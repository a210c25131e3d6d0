import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { AttoInput, esitoIterView } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { AttiService } from './atti.service.js';

@Controller('api/v1/ambiti/:ambito/iter')
export class AttiController {
  constructor(private readonly service: AttiService) {}

  @Post('fasi/:fase/atti')
  @Access('atto.crea')
  @Answers('Adds an act to a phase', esitoIterView)
  @Idempotent()
  crea(@Ctx() ctx: RequestContext, @Body({ schema: AttoInput }) input: AttoInput) {
    return this.service.crea(ctx, input);
  }

  @Put('atti/:atto')
  @Access('atto.modifica')
  @Answers('Changes an act', esitoIterView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AttoInput }) input: AttoInput) {
    return this.service.modifica(ctx, input);
  }

  @Delete('atti/:atto')
  @Access('atto.elimina')
  @AnswersNothing('Deletes an act')
  @Versioned()
  @HttpCode(204)
  elimina(@Ctx() ctx: RequestContext) {
    return this.service.elimina(ctx);
  }

  @Put('atti/:atto/file')
  @Access('atto.allega')
  @Answers('Uploads the file of an act', esitoIterView)
  @Uploads(['pdf', 'p7m'])
  @Versioned()
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.service.allega(ctx, request);
  }

  @Get('atti/:atto/file')
  @Access('atto.vedi')
  @AnswersFile('The file of an act', 'pdf', 'p7m')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.service.apri(ctx));
  }
}
