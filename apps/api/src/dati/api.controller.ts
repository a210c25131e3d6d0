import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access.decorator.js';
import { AnswersFile } from '../platform/access/answers.decorator.js';
import { sendFile } from '../platform/http/send-file.js';
import { projectRoot } from '../platform/pdf/project-root.js';

/** The description of this very API, for who writes programs: the file that the documents' spec keeps true. */
@Controller('api/v1')
export class ApiController {
  @Get('openapi.json')
  @Access('dato.vedi')
  @AnswersFile('This description', 'json')
  async openapi(@Res() reply: FastifyReply) {
    return sendFile(reply, {
      body: createReadStream(join(projectRoot(), 'openapi.json')),
      name: 'openapi.json',
      mediaType: 'application/json; charset=utf-8',
    });
  }
}
