import { Body, Controller, Get, Param, ParseEnumPipe, Put } from '@nestjs/common';
import { PAGINE_LEGALI, PaginaLegaleInput, type PaginaLegale } from '@tavoli/shared';
import { Access, Versioned } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { LegaleService } from './legale.service.js';

const pagine = new ParseEnumPipe(Object.fromEntries(PAGINE_LEGALI.map(p => [p, p])));

@Controller('api/v1/ambiti/:ambito/pagine')
export class LegaleController {
  constructor(private readonly service: LegaleService) {}

  @Get(':pagina')
  @Access('ambito.vedi')
  vedi(@Ctx() ctx: RequestContext, @Param('pagina', pagine) pagina: PaginaLegale) {
    return this.service.leggi(ctx, pagina);
  }

  @Put(':pagina')
  @Access('ambito.modifica')
  @Versioned()
  scrivi(
    @Ctx() ctx: RequestContext,
    @Param('pagina', pagine) pagina: PaginaLegale,
    @Body({ schema: PaginaLegaleInput }) input: PaginaLegaleInput,
  ) {
    return this.service.scrivi(ctx, pagina, input);
  }
}
