import { Controller, Post } from '@nestjs/common';
import { sollecitoConsensiView } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { SollecitiConsensoService } from './solleciti-consenso.service.js';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class SollecitiConsensoController {
  constructor(private readonly service: SollecitiConsensoService) {}

  @Post('solleciti-consenso')
  @Access('incontro.convoca')
  @Answers('Asks the enti that cannot be called for the consents that are missing', sollecitoConsensiView)
  @Idempotent()
  manda(@Ctx() ctx: RequestContext) {
    return this.service.manda(ctx);
  }
}
