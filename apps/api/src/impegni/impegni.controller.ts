import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ImpegnoStatoInput } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
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
  elenco(@Ctx() ctx: RequestContext) {
    return this.queries.elenco(ctx);
  }

  /** Not versioned: whoever says last where it stands is right. */
  @Put('impegni/:impegno')
  @Access('impegno.aggiorna')
  aggiorna(
    @Ctx() ctx: RequestContext,
    @Param('impegno', ParseUUIDPipe) id: string,
    @Body({ schema: ImpegnoStatoInput }) input: ImpegnoStatoInput,
  ) {
    return this.service.aggiorna(ctx, id, input);
  }

  @Get('incontri/punti-proposti')
  @Access('impegno.elenca')
  puntiProposti(@Ctx() ctx: RequestContext) {
    return this.queries.puntiProposti(ctx);
  }
}
