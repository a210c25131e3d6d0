import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { AccessoInput, SegretoInput, SoloEmailInput } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
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
  sessione(@Ctx() ctx: RequestContext) {
    return this.queries.sessione(ctx);
  }

  @Post('sessione')
  @Access('account.accedi')
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
  @HttpCode(202)
  chiediLink(@Ctx() ctx: RequestContext, @Body({ schema: SoloEmailInput }) { email }: SoloEmailInput) {
    return this.accesso.chiediLink(ctx, email);
  }

  @Post('sessione/link/usa')
  @Access('account.accedi')
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
  @HttpCode(204)
  esci(@Ctx() ctx: RequestContext, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.cookies.take(reply, this.accesso.esci(ctx));
  }

  @Get('sessioni')
  @Access('account.gestisci')
  sessioni(@Ctx() ctx: RequestContext) {
    return this.queries.sessioni(ctx);
  }

  @Delete('sessioni/:sessione')
  @Access('account.gestisci')
  @HttpCode(204)
  termina(@Ctx() ctx: RequestContext, @Param('sessione', ParseUUIDPipe) id: string) {
    return this.accesso.termina(ctx, id);
  }

  @Delete('sessioni')
  @Access('account.gestisci')
  @HttpCode(204)
  terminaAltre(@Ctx() ctx: RequestContext) {
    return this.accesso.terminaAltre(ctx);
  }
}
