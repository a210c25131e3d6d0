import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { consensoView, type AzioneConsenso } from '@tavoli/shared';
import { Access, AccessByAzione } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ConsensiService } from './consensi.service.js';

/** What the designated person does with the mailed link: the secret travels in the `X-Segreto` header, never in an URL. */
@Controller('api/v1/consenso')
export class ConsensiController {
  constructor(private readonly service: ConsensiService) {}

  @Get()
  @Access('consenso.vedi')
  @Answers('What the designated person is asked, by the mailed secret', consensoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Post('azioni/:azione')
  @AccessByAzione('consenso')
  @Answers('Gives, refuses or withdraws the consent to be named', consensoView)
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneConsenso) {
    return this.service.rispondi(ctx, azione);
  }
}
