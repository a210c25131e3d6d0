import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CongiuntoInput, incontroView } from '@tavoli/shared';
import { Access, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { CongiuntiService } from './congiunti.service.js';

@Controller('api/v1/ambiti/:ambito/incontri/:incontro')
export class CongiuntiController {
  constructor(private readonly service: CongiuntiService) {}

  @Post('congiunto')
  @Access('incontro.consenti')
  @Answers('Answers for a tavolo that another one calls to meet together', incontroView)
  @Versioned()
  @HttpCode(200)
  rispondi(@Ctx() ctx: RequestContext, @Body({ schema: CongiuntoInput }) input: CongiuntoInput) {
    return this.service.rispondi(ctx, input);
  }
}
