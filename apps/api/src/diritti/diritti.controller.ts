import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ChiusuraAccountInput, pianoChiusuraView } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { DirittiService } from './diritti.service.js';

@Controller('api/v1/account')
export class DirittiController {
  constructor(private readonly service: DirittiService) {}

  @Get('dati.json')
  @Access('account.gestisci')
  @AnswersFile('All that is kept about the account', 'json')
  @Header('Cache-Control', 'private, no-store')
  async dati(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.service.dati(ctx));
  }

  @Get('chiusura')
  @Access('account.gestisci')
  @Answers('What closing the account would do', pianoChiusuraView)
  piano(@Ctx() ctx: RequestContext) {
    return this.service.piano(ctx);
  }

  @Post('chiusura')
  @Access('account.gestisci')
  @AnswersNothing('Closes the account')
  @HttpCode(204)
  chiudi(@Ctx() ctx: RequestContext, @Body({ schema: ChiusuraAccountInput }) { password }: ChiusuraAccountInput) {
    return this.service.chiudi(ctx, password);
  }
}
