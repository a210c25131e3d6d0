import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { cosaSeguitaView, SeguitoInput } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersNothing } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { SeguitiService } from './seguiti.service.js';

@Controller('api/v1')
export class SeguitiController {
  constructor(private readonly service: SeguitiService) {}

  @Post('ambiti/:ambito/contributi/:contributo/seguiti')
  @Access('seguito.chiedi')
  @AnswersNothing('Asks to be told what becomes of a contributo: a confirmation leaves for the address')
  @HttpCode(202)
  contributo(@Ctx() ctx: RequestContext, @Body({ schema: SeguitoInput }) input: SeguitoInput) {
    return this.service.chiedi(ctx, 'contributo', input);
  }

  @Post('ambiti/:ambito/tavoli/:tavolo/seguiti')
  @Access('seguito.chiedi')
  @AnswersNothing('Asks to be told what a tavolo publishes: a confirmation leaves for the address')
  @HttpCode(202)
  tavolo(@Ctx() ctx: RequestContext, @Body({ schema: SeguitoInput }) input: SeguitoInput) {
    return this.service.chiedi(ctx, 'tavolo', input);
  }

  @Post('seguito/conferma')
  @Access('seguito.gestisci')
  @Answers('Confirms that one follows, by the mailed secret', cosaSeguitaView)
  @HttpCode(200)
  conferma(@Headers('x-segreto') segreto = '') {
    return this.service.conferma(segreto);
  }

  @Post('seguito/ferma')
  @Access('seguito.gestisci')
  @Answers('Stops following, by the mailed secret', cosaSeguitaView)
  @HttpCode(200)
  ferma(@Headers('x-segreto') segreto = '') {
    return this.service.ferma(segreto);
  }
}
