import { Controller, Get } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { CruscottoQueries } from './cruscotto.queries.js';

@Controller('api/v1/ambiti/:ambito/cruscotto')
export class CruscottoController {
  constructor(private readonly queries: CruscottoQueries) {}

  @Get()
  @Access('cruscotto.vedi')
  tavoli(@Ctx() ctx: RequestContext) {
    return this.queries.tavoli(ctx);
  }
}
