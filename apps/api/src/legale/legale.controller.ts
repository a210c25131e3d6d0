import { Body, Controller, Get, Param, ParseEnumPipe, Put } from '@nestjs/common';
import { PaginaLegaleInput, paginaLegaleView, PAGINE_LEGALI, type PaginaLegale } from '@tavoli/shared';
import { Access, Versioned } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { LegaleService } from './legale.service.js';

const pagine = new ParseEnumPipe(Object.fromEntries(PAGINE_LEGALI.map(p => [p, p])));

@Controller('api/v1/ambiti/:ambito/pagine')
export class LegaleController {
  constructor(private readonly service: LegaleService) {}

  @Get(':pagina')
  @Access('ambito.vedi')
  @Answers('One of the pages that the law asks for', paginaLegaleView)
  vedi(@Ctx() ctx: RequestContext, @Param('pagina', pagine) pagina: PaginaLegale) {
    return this.service.leggi(ctx, pagina);
  }

  @Put(':pagina')
  @Access('ambito.modifica')
  @Answers('Writes the ambito’s own text of one of those pages', paginaLegaleView)
  @Versioned()
  scrivi(
    @Ctx() ctx: RequestContext,
    @Param('pagina', pagine) pagina: PaginaLegale,
    @Body({ schema: PaginaLegaleInput }) input: PaginaLegaleInput,
  ) {
    return this.service.scrivi(ctx, pagina, input);
  }
}
