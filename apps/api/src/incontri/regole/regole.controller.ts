import { Body, Controller, Get, Put } from '@nestjs/common';
import { elenco, partecipazioneView, RegoleTavoloInput, regoleTavoloView, type RegoleTavolo } from '@tavoli/shared';
import { Access, Versioned } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
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
  @Answers('The rules of a tavolo: notice, quorum, verbali', regoleTavoloView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.service.vedi(ctx);
  }

  @Put('regole')
  @Access('tavolo.regola')
  @Answers('Changes the rules of a tavolo', regoleTavoloView)
  @Versioned()
  regola(@Ctx() ctx: RequestContext, @Body({ schema: RegoleTavoloInput }) input: RegoleTavolo) {
    return this.service.regola(ctx, input);
  }

  @Get('partecipazione')
  @Access('tavolo.partecipazione')
  @Answers('Attendance of each ente at a tavolo', elenco(partecipazioneView))
  partecipazione(@Ctx() ctx: RequestContext) {
    return this.partecipazioni.elenco(ctx);
  }
}
