import { Body, Controller, Get, Post } from '@nestjs/common';
import { ChiudiSottogruppoInput, ChiusuraInput, primaDiChiudereView, tavoloView } from '@tavoli/shared';
import { Access, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ChiudiSottogruppoService } from './chiudi-sottogruppo.service.js';
import { ChiusureService } from './chiusure.service.js';

@Controller('api/v1/ambiti/:ambito/tavoli/:tavolo')
export class ChiusureController {
  constructor(
    private readonly service: ChiusureService,
    private readonly sottogruppi: ChiudiSottogruppoService,
  ) {}

  @Get('chiusura')
  @Access('tavolo.partecipazione') // who leads the tavolo reads what would follow; only the coordinatore does it
  @Answers('What closing the tavolo would do', primaDiChiudereView)
  prima(@Ctx() ctx: RequestContext) {
    return this.service.prima(ctx);
  }

  @Post('chiusura')
  @Access('tavolo.chiudi')
  @Answers('Closes the tavolo by an act, or takes it into another', tavoloView)
  @Versioned()
  chiudi(@Ctx() ctx: RequestContext, @Body({ schema: ChiusuraInput }) input: ChiusuraInput) {
    return this.service.chiudi(ctx, input);
  }

  @Post('sottogruppo/chiusura')
  @Access('sottogruppo.chiudi')
  @Answers('Closes a sottogruppo, and nothing else', tavoloView)
  @Versioned()
  chiudiSottogruppo(@Ctx() ctx: RequestContext, @Body({ schema: ChiudiSottogruppoInput }) input: ChiudiSottogruppoInput) {
    return this.sottogruppi.chiudi(ctx, input);
  }
}
