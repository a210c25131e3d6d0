import { Controller, Get, Query } from '@nestjs/common';
import { attoRegistroView, pagina, RegistroQuery } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { RegistroQueries } from './registro.queries.js';

@Controller('api/v1/ambiti/:ambito/registro')
export class RegistroController {
  constructor(private readonly queries: RegistroQueries) {}

  @Get()
  @Access('registro.vedi')
  @Answers('The register of the acts of an ambito', pagina(attoRegistroView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: RegistroQuery }) query: RegistroQuery) {
    return this.queries.elenco(ctx, query);
  }
}
