import { Body, Controller, Put } from '@nestjs/common';
import { OrariVerbaleInput, verbaleView } from '@tavoli/shared';
import { Access, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { OrariService } from './orari.service.js';

@Controller('api/v1/ambiti/:ambito')
export class OrariController {
  constructor(private readonly service: OrariService) {}

  @Put('verbali/:verbale/orari')
  @Access('verbale.scrivi')
  @Answers('Writes down when the incontro really began and ended', verbaleView)
  @Versioned()
  annota(@Ctx() ctx: RequestContext, @Body({ schema: OrariVerbaleInput }) input: OrariVerbaleInput) {
    return this.service.annota(ctx, input);
  }
}
