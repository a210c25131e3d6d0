import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CommentoInput, elaboratoView } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Access } from '../../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import { placeOf, type RequestContext } from '../../platform/commands/context.js';
import { sendFile } from '../../platform/http/send-file.js';
import { ElaboratiFiles } from '../elaborato/elaborati.files.js';
import { ElaboratiQueries } from '../elaborato/elaborati.queries.js';
import { CommentiService } from './commenti.service.js';
import { leggiDalLink, letturaDi } from './dal-link.js';

/** What a member does with an elaborato from the link that they were mailed (the secret travels in `X-Segreto`). */
@Controller('api/v1/consultazione')
export class ConsultazioneController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly queries: ElaboratiQueries,
    private readonly service: CommentiService,
    private readonly files: ElaboratiFiles,
  ) {}

  @Get()
  @Access('consultazione.vedi')
  @Answers('The elaborato that a member is asked about, by their mailed secret', elaboratoView)
  @Header('Cache-Control', 'private, no-store')
  vedi(@Ctx() ctx: RequestContext) {
    return leggiDalLink(this.db.manager, this.queries, ctx);
  }

  @Get('file')
  @Access('consultazione.vedi')
  @AnswersFile('The uploaded file of that elaborato', 'pdf')
  @Header('Cache-Control', 'private, no-store')
  async file(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    const { id } = await letturaDi(this.db.manager, ctx);
    return sendFile(reply, await this.files.apri(placeOf(ctx).ambitoId, id));
  }

  @Post('commenti')
  @Access('consultazione.commenta')
  @Answers('Comments on that elaborato during its consultation, by the mailed secret of a member', elaboratoView)
  @HttpCode(200)
  commenta(@Ctx() ctx: RequestContext, @Body({ schema: CommentoInput }) input: CommentoInput) {
    return this.service.commentaDalLink(ctx, input);
  }
}
