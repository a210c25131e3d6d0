import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { AccessoInput, pagina, SegretoInput, sessioneAttivaView, sessioneView, SoloEmailInput } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AccessoService } from './accesso.service.js';
import { AccountsQueries } from './accounts.queries.js';
import { FromBrowser, type Browser } from './account/browser.js';
import { SessionCookies } from './session-cookies.js';

@Controller('api/v1')
export class SessioniController {
  constructor(
    private readonly accesso: AccessoService,
    private readonly queries: AccountsQueries,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('sessione')
  @Access('account.accedi')
  @Answers('Who is signed in, and every relation they hold', sessioneView)
  sessione(@Ctx() ctx: RequestContext) {
    return this.queries.sessione(ctx);
  }

  @Post('sessione')
  @Access('account.accedi')
  @AnswersNothing('Signs in with address and password: the answer sets the session cookie')
  @HttpCode(204)
  accedi(
    @Ctx() ctx: RequestContext,
    @Body({ schema: AccessoInput }) input: AccessoInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.accesso.accedi(ctx, input, browser));
  }

  @Post('sessione/link')
  @Access('account.accedi')
  @AnswersNothing('Asks for a mail with which one signs in without a password')
  @HttpCode(202)
  chiediLink(@Ctx() ctx: RequestContext, @Body({ schema: SoloEmailInput }) { email }: SoloEmailInput) {
    return this.accesso.chiediLink(ctx, email);
  }

  @Post('sessione/link/usa')
  @Access('account.accedi')
  @AnswersNothing('Signs in with the mailed secret')
  @HttpCode(204)
  usaLink(
    @Ctx() ctx: RequestContext,
    @Body({ schema: SegretoInput }) { segreto }: SegretoInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.accesso.usaLink(ctx, segreto, browser));
  }

  @Delete('sessione')
  @Access('account.accedi')
  @AnswersNothing('Signs out')
  @HttpCode(204)
  esci(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.cookies.take(reply, this.accesso.esci(ctx));
  }

  @Get('sessioni')
  @Access('account.gestisci')
  @Answers('The open sessions of the account', pagina(sessioneAttivaView))
  sessioni(@Ctx() ctx: RequestContext) {
    return this.queries.sessioni(ctx);
  }

  @Delete('sessioni/:sessione')
  @Access('account.gestisci')
  @AnswersNothing('Ends one session of the account')
  @HttpCode(204)
  termina(@Ctx() ctx: RequestContext, @Param('sessione', ParseUUIDPipe) id: string) {
    return this.accesso.termina(ctx, id);
  }

  @Delete('sessioni')
  @Access('account.gestisci')
  @AnswersNothing('Ends every session of the account but this one')
  @HttpCode(204)
  terminaAltre(@Ctx() ctx: RequestContext) {
    return this.accesso.terminaAltre(ctx);
  }
}
