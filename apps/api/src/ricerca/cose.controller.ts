import { Controller, Get, Query } from '@nestjs/common';
import { CoseQuery, coseView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Costly } from '../platform/access/cost.guard.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CoseQueries } from './cose.queries.js';

@Controller('api/v1/ambiti/:ambito/cose')
export class CoseController {
  constructor(private readonly queries: CoseQueries) {}

  @Get()
  @Access('ricerca.cose')
  @Answers('Things by what they are called, as far as the reader may see them', coseView)
  @Costly()
  cerca(@Ctx() ctx: RequestContext, @Query({ schema: CoseQuery }) query: CoseQuery) {
    return this.queries.cerca(ctx, query);
  }
}
