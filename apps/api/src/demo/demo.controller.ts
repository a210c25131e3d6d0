import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { demoMessaggioRigaView, demoMessaggioView, demoPersonaView, identificativoProprio, pagina } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Access } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, AnswersNothing } from '../platform/access/answers.decorator.js';
import { DemoQueries } from './demo.queries.js';

const AccessoDemoInput = z.strictObject({
  accountId: identificativoProprio('In the demo anyone enters as anyone; elsewhere this route is not there.'),
});
const PostaQuery = z.strictObject({ per: z.string().trim().min(1).max(254).optional() });

/** Enter as anyone, read anyone's mail: only in the demo. This module is not even loaded elsewhere. */
@Controller('api/v1/demo')
export class DemoController {
  constructor(private readonly queries: DemoQueries) {}

  @Get('persone')
  @Access('demo.usa')
  @Answers('Only in the demo: the people one can enter as', pagina(demoPersonaView))
  persone() {
    return this.queries.persone();
  }

  @Post('accesso')
  @Access('demo.usa')
  @AnswersNothing('Only in the demo: signs in as one of its people')
  @HttpCode(204)
  accedi(
    @Body({ schema: AccessoDemoInput }) input: { accountId: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.queries.accedi(input.accountId, request, reply);
  }

  @Get('posta')
  @Access('demo.usa')
  @Answers('Only in the demo: the latest mails', pagina(demoMessaggioRigaView))
  posta(@Query({ schema: PostaQuery }) { per }: z.infer<typeof PostaQuery>) {
    return this.queries.posta(per);
  }

  @Get('posta/:messaggio')
  @Access('demo.usa')
  @Answers('Only in the demo: one mail', demoMessaggioView)
  messaggio(@Param('messaggio', ParseUUIDPipe) id: string) {
    return this.queries.messaggio(id);
  }

  /** The HTML of a mail, for a sandboxed frame of the demo's own page: nothing in it can run. */
  @Get('posta/:messaggio/html')
  @Access('demo.usa')
  @AnswersFile('Only in the demo: the HTML of a mail', 'html')
  async html(@Param('messaggio', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    const { html } = await this.queries.messaggio(id);
    return reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
      .send(html);
  }
}
