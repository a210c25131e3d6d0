import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { emailStatoView, MessaggiQuery, pagina } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { EmailQueries } from '../platform/email/email-queries.js';
import { MessaggiService } from './messaggi.service.js';

/** The delivery ledger of the mails of an ambito. */
@Controller('api/v1/ambiti/:ambito/email')
export class MessaggiController {
  constructor(
    private readonly queries: EmailQueries,
    private readonly service: MessaggiService,
  ) {}

  @Get()
  @Access('email.elenca')
  @Answers('The mails of an ambito, and what became of them', pagina(emailStatoView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: MessaggiQuery }) query: MessaggiQuery) {
    return this.queries.list(placeOf(ctx).ambitoId, query);
  }

  @Post(':email/rinvio')
  @Access('email.rispedisci')
  @AnswersNothing('Sends a mail again')
  @HttpCode(204)
  rinvia(@Ctx() ctx: RequestContext) {
    return this.service.rinvia(ctx);
  }
}
