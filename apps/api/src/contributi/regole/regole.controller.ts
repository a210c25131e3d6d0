import { Body, Controller, Get, Put } from '@nestjs/common';
import {
  RegoleContributiInput,
  regoleContributiView,
  TempiContributiInput,
  tempiContributiView,
  type RegoleContributi,
  type TempiContributi,
} from '@tavoli/shared';
import { Access, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { RegoleContributiService } from './regole.service.js';

/** When a tavolo takes contributi and what it asks; how long an ambito takes to moderate and to answer. All of it is public. */
@Controller('api/v1/ambiti/:ambito')
export class RegoleContributiController {
  constructor(private readonly service: RegoleContributiService) {}

  @Get('tavoli/:tavolo/contributi/regole')
  @Access('tavolo.vedi')
  @Answers('When a tavolo takes contributi, and what it asks', regoleContributiView)
  regole(@Ctx() ctx: RequestContext) {
    return this.service.regole(ctx);
  }

  @Put('tavoli/:tavolo/contributi/regole')
  @Access('contributo.regola')
  @Answers('Changes when a tavolo takes contributi, and what it asks', regoleContributiView)
  @Versioned()
  regola(@Ctx() ctx: RequestContext, @Body({ schema: RegoleContributiInput }) input: RegoleContributi) {
    return this.service.regola(ctx, input);
  }

  @Get('contributi/tempi')
  @Access('ambito.vedi')
  @Answers('How long the ambito takes to moderate and to answer', tempiContributiView)
  tempi(@Ctx() ctx: RequestContext) {
    return this.service.tempi(ctx);
  }

  @Put('contributi/tempi')
  @Access('contributo.regola_tempi')
  @Answers('Changes how long the ambito takes to moderate and to answer', tempiContributiView)
  @Versioned()
  regolaTempi(@Ctx() ctx: RequestContext, @Body({ schema: TempiContributiInput }) input: TempiContributi) {
    return this.service.regolaTempi(ctx, input);
  }
}
