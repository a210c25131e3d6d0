import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { elenco, incaricoView, VerbalizzanteInput } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { IncarichiQueries } from './incarichi.queries.js';
import { IncarichiService } from './incarichi.service.js';

/** Who writes the verbale of one incontro: chosen by who leads it, on its page. */
@Controller('api/v1/ambiti/:ambito/incontri/:incontro/verbalizzanti')
export class VerbalizzantiController {
  constructor(
    private readonly service: IncarichiService,
    private readonly queries: IncarichiQueries,
  ) {}

  @Get()
  @Access('incontro.affida_verbale')
  @Answers('Who writes the verbale of an incontro, by an incarico for it alone', elenco(incaricoView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.dellIncontro(ctx);
  }

  @Post()
  @Access('incontro.affida_verbale')
  @Answers('Gives the writing of the verbale of an incontro to somebody', incaricoView)
  @Idempotent()
  affida(@Ctx() ctx: RequestContext, @Body({ schema: VerbalizzanteInput }) input: VerbalizzanteInput) {
    return this.service.assegnaVerbale(ctx, input);
  }

  @Post(':scelto/termina')
  @Access('incontro.affida_verbale')
  @Answers('Ends it', incaricoView)
  @HttpCode(200)
  termina(@Ctx() ctx: RequestContext, @Param('scelto', ParseUUIDPipe) scelto: string) {
    return this.service.terminaVerbale(ctx, scelto);
  }
}
