import { Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Res } from '@nestjs/common';
import { filoView, pianoPubblicoView } from '@tavoli/shared';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { FiloQueries } from './filo.queries.js';
import { PianiFiles, type Formato } from './piani.files.js';
import { PianiQueries } from './piani.queries.js';

const FORMATI = { pdf: 'pdf', zip: 'zip' } as const;

/** What everyone reads of the Piano di Zona. */
@Controller('api/v1/ambiti/:ambito')
export class PianoPubblicoController {
  constructor(
    private readonly queries: PianiQueries,
    private readonly threads: FiloQueries,
    private readonly files: PianiFiles,
  ) {}

  @Get('piano')
  @Access('piano.vedi')
  @Answers('The Piano, for everybody', pianoPubblicoView)
  pubblico(@Ctx() ctx: RequestContext) {
    return this.queries.pubblico(ctx);
  }

  @Get('piano/filo')
  @Access('piano.vedi')
  @Answers('From what the Piano holds back to where it came from, and the other way', filoView)
  filo(@Ctx() ctx: RequestContext) {
    return this.threads.filo(ctx);
  }

  @Get('piani/:piano/pubblicato/:formato')
  @Access('piano.vedi')
  @AnswersFile('The published dossier', 'pdf', 'zip')
  async dossier(@Ctx() ctx: RequestContext, @Param('formato', new ParseEnumPipe(FORMATI)) formato: Formato, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.pubblicato(ctx, formato));
  }

  @Get('piani/:piano/file/:file')
  @Access('piano.vedi')
  @AnswersFile('A file of the published Piano', 'pdf', 'p7m')
  async file(@Ctx() ctx: RequestContext, @Param('file', ParseUUIDPipe) file: string, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.files.file(ctx, file));
  }
}
