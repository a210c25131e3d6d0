import { Controller, Get, Param, ParseEnumPipe, Query } from '@nestjs/common';
import { GuidaQuery, PAGINE_GUIDA, paginaGuidaView, ricercaGuidaView, type NomeGuida } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { cercaNellaGuida } from './cerca.js';
import { guida } from './guida.js';

const pagine = new ParseEnumPipe(Object.fromEntries(PAGINE_GUIDA.map(p => [p, p])), {
  exceptionFactory: () => new ProblemError('risorsa.non_trovata'),
});

/** The guide, which belongs to no ambito. */
@Controller('api/v1/guida')
export class GuidaController {
  @Get()
  @Access('installazione.vedi')
  @Answers('The index of the guide', paginaGuidaView)
  async indice() {
    return (await guida()).indice;
  }

  @Get('ricerca')
  @Access('installazione.vedi')
  @Answers('Searches the guide', ricercaGuidaView)
  cerca(@Query({ schema: GuidaQuery }) { q }: GuidaQuery) {
    return cercaNellaGuida(q);
  }

  @Get('pagine/:pagina')
  @Access('installazione.vedi')
  @Answers('A page of the guide', paginaGuidaView)
  async vedi(@Param('pagina', pagine) pagina: NomeGuida) {
    const trovata = (await guida()).pagine.get(pagina);
    if (trovata === undefined) throw new ProblemError('risorsa.non_trovata');
    return trovata;
  }
}
