import { Controller, Get, Res } from '@nestjs/common';
import { sigilliView } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { SigilliQueries } from './sigilli.queries.js';

@Controller('api/v1/ambiti/:ambito')
export class SigilliController {
  constructor(private readonly queries: SigilliQueries) {}

  @Get('sigilli')
  @Access('sigillo.vedi')
  @Answers('The latest sigilli of an ambito', sigilliView)
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('sigilli.json')
  @Access('sigillo.vedi')
  @AnswersFile('Every sigillo with the public keys, to be verified without us', 'json')
  async tutti(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply): Promise<void> {
    const body = Buffer.from(`${JSON.stringify(await this.queries.tutti(ctx), null, 1)}\n`);
    await sendFile(reply, { body, name: 'sigilli.json', mediaType: 'application/json' });
  }
}
