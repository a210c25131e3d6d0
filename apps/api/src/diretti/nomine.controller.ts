import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { NominaInput, nominaView, type AzioneNomina } from '@tavoli/shared';
import { Access, AccessByAzione, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { DirettiQueries } from './diretti.queries.js';
import { NomineService } from './nomine.service.js';

/** What an invited ente does with the mailed link: the secret travels in the `X-Segreto` header, never in an URL. */
@Controller('api/v1/nomina')
export class NomineController {
  constructor(
    private readonly service: NomineService,
    private readonly queries: DirettiQueries,
  ) {}

  @Get()
  @Access('nomina.vedi')
  @Answers('The seats that an ente is offered, by the mailed secret', nominaView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.nomina(ctx);
  }

  @Post('azioni/:azione')
  @AccessByAzione('nomina')
  @Answers('Names who represents the ente, or declines a seat', nominaView)
  @Idempotent()
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneNomina, @Body({ schema: NominaInput }) input: NominaInput) {
    return this.service.rispondi(ctx, azione, input);
  }
}
