import { Body, Controller, Get, Put } from '@nestjs/common';
import { RegoleTavoloInput, type RegoleTavolo } from '@tavoli/shared';
import { Access, Versioned } from '../../platform/access/access.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { PartecipazioneQueries } from './partecipazione.queries.js';
import { RegoleService } from './regole.service.js';

@Controller('api/v1/ambiti/:ambito/tavoli/:tavolo')
export class RegoleController {
  constructor(
    private readonly service: RegoleService,
    private readonly partecipazioni: PartecipazioneQueries,
  ) {}

  @Get('regole')
  @Access('tavolo.vedi')
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Put('regole')
  @Access('tavolo.regola')
  @Versioned()
  regola(@Ctx() ctx: RequestContext, @Body({ schema: RegoleTavoloInput }) input: RegoleTavolo) {
    return this.service.regola(ctx, input);
  }

  @Get('partecipazione')
  @Access('tavolo.partecipazione')
  partecipazione(@Ctx() ctx: RequestContext) {
    return this.partecipazioni.elenco(ctx);
  }
}
