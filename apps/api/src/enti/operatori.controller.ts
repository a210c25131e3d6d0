import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  enteView,
  InvitoOperatoreInput,
  invitoOperatoreView,
  invitoView,
  RichiestaIngressoInput,
  richiestaRicevutaView,
  SegretoInput,
} from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { InvitiService } from './inviti.service.js';
import { OperatoriService } from './operatori.service.js';

/** Who acts for an ente: invitations, requests to join, removal. */
@Controller('api/v1')
export class OperatoriController {
  constructor(
    private readonly service: OperatoriService,
    private readonly inviti: InvitiService,
  ) {}

  @Post('ambiti/:ambito/enti/:ente/inviti')
  @Access('operatore.invita')
  @Answers('Invites somebody to act for an ente', invitoOperatoreView)
  invita(@Ctx() ctx: RequestContext, @Body({ schema: InvitoOperatoreInput }) input: InvitoOperatoreInput) {
    return this.inviti.invita(ctx, input);
  }

  @Delete('ambiti/:ambito/enti/:ente/inviti/:invito')
  @Access('operatore.invita')
  @AnswersNothing('Takes an invitation back')
  @HttpCode(204)
  annullaInvito(@Ctx() ctx: RequestContext, @Param('invito', ParseUUIDPipe) invito: string) {
    return this.inviti.annulla(ctx, invito);
  }

  @Get('inviti/operatore')
  @Access('operatore.vedi_invito')
  @Answers('What the holder of a mailed invitation is invited to', invitoView)
  leggiInvito(@Headers('x-segreto') segreto: string | undefined) {
    return this.inviti.leggi(segreto ?? '');
  }

  @Post('inviti/operatore/usa')
  @Access('operatore.accetta_invito')
  @Answers('Accepts an invitation: whoever is signed in acts for the ente from now on', invitoView)
  @HttpCode(200)
  usaInvito(@Ctx() ctx: RequestContext, @Body({ schema: SegretoInput }) input: SegretoInput) {
    return this.inviti.usa(ctx, input.segreto);
  }

  @Delete('ambiti/:ambito/enti/:ente/operatori/:operatore')
  @Access('operatore.rimuovi')
  @AnswersNothing('Ends that somebody acts for an ente')
  @HttpCode(204)
  rimuovi(@Ctx() ctx: RequestContext, @Param('operatore', ParseUUIDPipe) operatore: string) {
    return this.service.rimuovi(ctx, operatore);
  }

  @Post('ambiti/:ambito/richieste-ingresso')
  @Access('ente.chiedi_ingresso')
  @Answers('Asks the operatori of an ente to be let in', richiestaRicevutaView)
  @HttpCode(202)
  chiedi(@Ctx() ctx: RequestContext, @Body({ schema: RichiestaIngressoInput }) input: RichiestaIngressoInput) {
    return this.service.chiedi(ctx, input);
  }

  @Post('ambiti/:ambito/enti/:ente/richieste/:richiesta/azioni/accogli')
  @Access('operatore.accogli')
  @Answers('Lets in who asked to act for an ente', enteView)
  @HttpCode(200)
  accogli(@Ctx() ctx: RequestContext, @Param('richiesta', ParseUUIDPipe) richiesta: string) {
    return this.service.accogli(ctx, richiesta);
  }

  @Post('ambiti/:ambito/enti/:ente/richieste/:richiesta/azioni/respingi')
  @Access('operatore.accogli')
  @Answers('Refuses who asked to act for an ente', enteView)
  @HttpCode(200)
  respingi(@Ctx() ctx: RequestContext, @Param('richiesta', ParseUUIDPipe) richiesta: string) {
    return this.service.respingi(ctx, richiesta);
  }
}
