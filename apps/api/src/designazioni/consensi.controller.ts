import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { AzioneConsenso } from '@tavoli/shared';
import { Access, AccessByAzione } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ConsensiService } from './consensi.service.js';

/** What the designated person does with the mailed link: the secret travels in the `X-Segreto` header, never in an URL. */
@Controller('api/v1/consenso')
export class ConsensiController {
  constructor(private readonly service: ConsensiService) {}

  @Get()
  @Access('consenso.vedi')
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Post('azioni/:azione')
  @AccessByAzione('consenso')
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneConsenso) {
    return this.service.rispondi(ctx, azione);
  }
}
