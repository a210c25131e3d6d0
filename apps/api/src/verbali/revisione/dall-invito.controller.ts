import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CorrezioneInput, verbaleView } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { Access } from '../../platform/access/access.decorator.js';
import { Answers } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { VerbaliQueries } from '../verbale/verbali.queries.js';
import { CorrezioniService } from './correzioni.service.js';
import { leggiDallInvito } from './dall-invito.js';

/** What a member does with the verbale in revision from the mailed link of their invitation (the secret travels in `X-Segreto`). */
@Controller('api/v1/invito/verbale')
export class VerbaleDallInvitoController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: VerbaliQueries,
    private readonly service: CorrezioniService,
  ) {}

  @Get()
  @Access('invito.leggi_verbale')
  @Answers('The verbale in revision, by the mailed secret of a member', verbaleView)
  @Header('Cache-Control', 'private, no-store')
  vedi(@Ctx() ctx: RequestContext) {
    return leggiDallInvito(this.db.manager, this.queries, ctx);
  }

  @Post('correzioni')
  @Access('invito.proponi_correzione')
  @Answers('Proposes a correction during the revision, by the mailed secret of a member', verbaleView)
  @HttpCode(200)
  proponi(@Ctx() ctx: RequestContext, @Body({ schema: CorrezioneInput }) input: CorrezioneInput) {
    return this.service.proponiDallInvito(ctx, input);
  }
}
