import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IncaricoInput, incaricoView, pagina, RinnovoInput } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { IncarichiQueries } from './incarichi.queries.js';
import { IncarichiService } from './incarichi.service.js';

@Controller('api/v1/ambiti/:ambito/incarichi')
export class IncarichiController {
  constructor(
    private readonly service: IncarichiService,
    private readonly queries: IncarichiQueries,
  ) {}

  @Get()
  @Access('incarico.elenca')
  @Answers('Who holds an office in the ambito', pagina(incaricoView))
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  @Get('storia')
  @Access('incarico.elenca')
  @Answers('Who held an office in the ambito before', pagina(incaricoView))
  storia(@Ctx() ctx: RequestContext) {
    return this.queries.storia(ctx);
  }

  @Post()
  @Access('incarico.assegna')
  @Answers('Gives an office to somebody', incaricoView)
  @Idempotent()
  assegna(@Ctx() ctx: RequestContext, @Body({ schema: IncaricoInput }) input: IncaricoInput) {
    return this.service.assegna(ctx, input);
  }

  @Post(':incarico/rinnova')
  @Access('incarico.assegna')
  @Answers('An office goes on until another day, by an act of its own', incaricoView)
  @HttpCode(200)
  rinnova(@Ctx() ctx: RequestContext, @Body({ schema: RinnovoInput }) input: RinnovoInput) {
    return this.service.rinnova(ctx, input);
  }

  @Post(':incarico/termina')
  @Access('incarico.termina')
  @Answers('Ends an office', incaricoView)
  @HttpCode(200)
  termina(@Ctx() ctx: RequestContext) {
    return this.service.termina(ctx);
  }
}
