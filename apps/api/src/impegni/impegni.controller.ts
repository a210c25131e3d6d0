import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { impegniView, ImpegnoStatoInput, puntiPropostiView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ImpegniQueries } from './impegni.queries.js';
import { ImpegniService } from './impegni.service.js';

@Controller('api/v1/ambiti/:ambito/tavoli/:tavolo')
export class ImpegniController {
  constructor(
    private readonly queries: ImpegniQueries,
    private readonly service: ImpegniService,
  ) {}

  @Get('impegni')
  @Access('impegno.elenca')
  @Answers('The impegni that were taken on at a tavolo', impegniView)
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  /** Not versioned: whoever says last where it stands is right. */
  @Put('impegni/:impegno')
  @Access('impegno.aggiorna')
  @Answers('Says where an impegno stands', impegniView)
  aggiorna(
    @Ctx() ctx: RequestContext,
    @Param('impegno', ParseUUIDPipe) id: string,
    @Body({ schema: ImpegnoStatoInput }) input: ImpegnoStatoInput,
  ) {
    return this.service.aggiorna(ctx, id, input);
  }

  @Get('incontri/punti-proposti')
  @Access('impegno.elenca')
  @Answers('What the next ordine del giorno begins with', puntiPropostiView)
  puntiProposti(@Ctx() ctx: RequestContext) {
    return this.queries.puntiProposti(ctx);
  }
}
