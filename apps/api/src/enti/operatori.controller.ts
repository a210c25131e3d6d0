import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { InvitoOperatoreInput, RichiestaIngressoInput, SegretoInput } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
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
  invita(@Ctx() ctx: RequestContext, @Body({ schema: InvitoOperatoreInput }) input: InvitoOperatoreInput) {
    return this.inviti.invita(ctx, input);
  }

  @Delete('ambiti/:ambito/enti/:ente/inviti/:invito')
  @Access('operatore.invita')
  @HttpCode(204)
  annullaInvito(@Ctx() ctx: RequestContext, @Param('invito', ParseUUIDPipe) invito: string) {
    return this.inviti.annulla(ctx, invito);
  }

  @Get('inviti/operatore')
  @Access('operatore.vedi_invito')
  leggiInvito(@Headers('x-segreto') segreto: string | undefined) {
    return this.inviti.leggi(segreto ?? '');
  }

  @Post('inviti/operatore/usa')
  @Access('operatore.accetta_invito')
  @HttpCode(200)
  usaInvito(@Ctx() ctx: RequestContext, @Body({ schema: SegretoInput }) input: SegretoInput) {
    return this.inviti.usa(ctx, input.segreto);
  }

  @Delete('ambiti/:ambito/enti/:ente/operatori/:operatore')
  @Access('operatore.rimuovi')
  @HttpCode(204)
  rimuovi(@Ctx() ctx: RequestContext, @Param('operatore', ParseUUIDPipe) operatore: string) {
    return this.service.rimuovi(ctx, operatore);
  }

  @Post('ambiti/:ambito/richieste-ingresso')
  @Access('ente.chiedi_ingresso')
  @HttpCode(202)
  chiedi(@Ctx() ctx: RequestContext, @Body({ schema: RichiestaIngressoInput }) input: RichiestaIngressoInput) {
    return this.service.chiedi(ctx, input);
  }

  @Post('ambiti/:ambito/enti/:ente/richieste/:richiesta/azioni/accogli')
  @Access('operatore.accogli')
  @HttpCode(200)
  accogli(@Ctx() ctx: RequestContext, @Param('richiesta', ParseUUIDPipe) richiesta: string) {
    return this.service.accogli(ctx, richiesta);
  }

  @Post('ambiti/:ambito/enti/:ente/richieste/:richiesta/azioni/respingi')
  @Access('operatore.accogli')
  @HttpCode(200)
  respingi(@Ctx() ctx: RequestContext, @Param('richiesta', ParseUUIDPipe) richiesta: string) {
    return this.service.respingi(ctx, richiesta);
  }
}
