import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  CambioEmailInput,
  CambioPasswordInput,
  ConfermaInput,
  InvitoAmministratoreInput,
  ProfiloInput,
  RegistrazioneInput,
  ReimpostaPasswordInput,
  SegretoInput,
  SoloEmailInput,
} from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AccountService } from './account.service.js';
import { AmministratoreService } from './amministratore.service.js';
import { PasswordService } from './password.service.js';
import { RegistrazioneService } from './registrazione.service.js';
import { FromBrowser, type Browser } from './account/browser.js';
import { SessionCookies } from './session-cookies.js';

/** The account and its secrets. What anyone may ask about an address always answers the same. */
@Controller('api/v1/account')
export class AccountController {
  constructor(
    private readonly registrazione: RegistrazioneService,
    private readonly password: PasswordService,
    private readonly account: AccountService,
    private readonly amministratore: AmministratoreService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @Access('account.registra')
  @AnswersNothing('Asks for an account: a confirmation leaves for the address, whether or not it is known')
  @HttpCode(202)
  registra(@Ctx() ctx: RequestContext, @Body({ schema: RegistrazioneInput }) { email }: RegistrazioneInput) {
    return this.registrazione.registra(ctx, email);
  }

  @Post('conferma')
  @Access('account.registra')
  @AnswersNothing('Confirms an address with the mailed secret, chooses name and password, and signs in')
  @HttpCode(204)
  conferma(
    @Ctx() ctx: RequestContext,
    @Body({ schema: ConfermaInput }) input: ConfermaInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.registrazione.conferma(ctx, input, browser));
  }

  @Post('incarico/usa')
  @Access('account.registra')
  @AnswersNothing('Takes an office with the mailed secret: makes the account, with name and password, and signs in')
  @HttpCode(204)
  prendiIncarico(
    @Ctx() ctx: RequestContext,
    @Body({ schema: ConfermaInput }) input: ConfermaInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.registrazione.prendiIncarico(ctx, input, browser));
  }

  @Post('conferma/rinvia')
  @Access('account.registra')
  @AnswersNothing('Sends the confirmation of an address again')
  @HttpCode(202)
  rinvia(@Ctx() ctx: RequestContext, @Body({ schema: SoloEmailInput }) { email }: SoloEmailInput) {
    return this.registrazione.rinvia(ctx, email);
  }

  @Post('password/reset')
  @Access('account.accedi')
  @AnswersNothing('Asks for a mail with which the password can be chosen again')
  @HttpCode(202)
  chiediReset(@Ctx() ctx: RequestContext, @Body({ schema: SoloEmailInput }) { email }: SoloEmailInput) {
    return this.password.chiediReset(ctx, email);
  }

  @Post('password/reset/usa')
  @Access('account.accedi')
  @AnswersNothing('Chooses a new password with the mailed secret, and signs in')
  @HttpCode(204)
  reimposta(
    @Ctx() ctx: RequestContext,
    @Body({ schema: ReimpostaPasswordInput }) input: ReimpostaPasswordInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.password.reimposta(ctx, input, browser));
  }

  @Put('password')
  @Access('account.gestisci')
  @AnswersNothing('Changes the password; every other session ends')
  @HttpCode(204)
  cambiaPassword(
    @Ctx() ctx: RequestContext,
    @Body({ schema: CambioPasswordInput }) input: CambioPasswordInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.password.cambia(ctx, input, browser));
  }

  @Post('email')
  @Access('account.gestisci')
  @AnswersNothing('Asks to change the address: a confirmation leaves for the new one')
  @HttpCode(202)
  chiediCambioEmail(@Ctx() ctx: RequestContext, @Body({ schema: CambioEmailInput }) input: CambioEmailInput) {
    return this.account.chiediCambioEmail(ctx, input);
  }

  @Post('email/usa')
  @Access('account.gestisci')
  @AnswersNothing('Confirms the new address with the mailed secret')
  @HttpCode(204)
  confermaEmail(@Ctx() ctx: RequestContext, @Body({ schema: SegretoInput }) { segreto }: SegretoInput) {
    return this.account.confermaEmail(ctx, segreto);
  }

  @Put('profilo')
  @Access('account.gestisci')
  @AnswersNothing('Changes name and surname')
  @HttpCode(204)
  cambiaProfilo(@Ctx() ctx: RequestContext, @Body({ schema: ProfiloInput }) input: ProfiloInput) {
    return this.account.cambiaProfilo(ctx, input);
  }

  @Post('amministratore/usa')
  @Access('account.accedi')
  @AnswersNothing('Becomes administrator of the installation with the invitation written at the first start')
  @HttpCode(204)
  usaInvito(
    @Ctx() ctx: RequestContext,
    @Body({ schema: InvitoAmministratoreInput }) input: InvitoAmministratoreInput,
    @FromBrowser() browser: Browser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cookies.give(reply, this.amministratore.usaInvito(ctx, input, browser));
  }
}
