import { Controller, Get, Query } from '@nestjs/common';
import { RicercaQuery, ricercaView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Costly } from '../platform/access/cost.guard.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { RicercaQueries } from './ricerca.queries.js';

@Controller('api/v1/ambiti/:ambito/ricerca')
export class RicercaController {
  constructor(private readonly queries: RicercaQueries) {}

  @Get()
  @Access('ricerca.cerca')
  @Answers('Searches what an ambito has published', ricercaView)
  @Costly()
  cerca(@Ctx() ctx: RequestContext, @Query({ schema: RicercaQuery }) query: RicercaQuery) {
    return this.queries.cerca(ctx, query);
  }
}
