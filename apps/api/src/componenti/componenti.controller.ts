import { Controller, Get, Query } from '@nestjs/common';
import { componenteRigaView, ComponentiQuery, componenteView, pagina } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ComponentiQueries } from './componenti.queries.js';

@Controller('api/v1/ambiti/:ambito/componenti')
export class ComponentiController {
  constructor(private readonly queries: ComponentiQueries) {}

  @Get()
  @Access('componente.vedi')
  @Answers('The enti that sit at the tavoli of an ambito, and who sits for them', pagina(componenteRigaView))
  elenco(@Ctx() ctx: RequestContext, @Query({ schema: ComponentiQuery }) query: ComponentiQuery) {
    return this.queries.elenco(ctx, query);
  }

  @Get(':componente')
  @Access('componente.vedi')
  @Answers('The public page of an ente that has or had a seat', componenteView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }
}
