import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ChiusuraAccountInput } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { DirittiService } from './diritti.service.js';

@Controller('api/v1/account')
export class DirittiController {
  constructor(private readonly service: DirittiService) {}

  @Get('dati.json')
  @Access('account.gestisci')
  @Header('Cache-Control', 'private, no-store')
  async dati(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.service.dati(ctx));
  }

  @Get('chiusura')
  @Access('account.gestisci')
  piano(@Ctx() ctx: RequestContext) {
    return this.service.piano(ctx);
  }

  @Post('chiusura')
  @Access('account.gestisci')
  @HttpCode(204)
  chiudi(@Ctx() ctx: RequestContext, @Body({ schema: ChiusuraAccountInput }) { password }: ChiusuraAccountInput) {
    return this.service.chiudi(ctx, password);
  }
}
