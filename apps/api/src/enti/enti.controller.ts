import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { AzioneInput, EnteDatiInput, EnteIdentitaInput, EnteInput, enteView, type AzioneEnte } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, AccessByAzione, Idempotent, Versioned } from '../platform/access/access.decorator.js';
import { Answers, AnswersFile, Uploads } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { sendFile } from '../platform/http/send-file.js';
import { EntiQueries } from './enti.queries.js';
import { EntiService } from './enti.service.js';
import { IdentitaService } from './identita.service.js';
import { StatutiService } from './statuti.service.js';

@Controller('api/v1/ambiti/:ambito/enti')
export class EntiController {
  constructor(
    private readonly service: EntiService,
    private readonly queries: EntiQueries,
    private readonly statuti: StatutiService,
    private readonly identita: IdentitaService,
  ) {}

  @Post()
  @Access('ente.registra')
  @Answers('Registers an ente', enteView)
  @Idempotent()
  registra(@Ctx() ctx: RequestContext, @Body({ schema: EnteInput }) input: EnteInput) {
    return this.service.registra(ctx, input);
  }

  @Get(':ente')
  @Access('ente.vedi')
  @Answers('One ente, for its operatori and the offices', enteView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put(':ente')
  @Access('ente.modifica')
  @Answers('Changes the data of an ente', enteView)
  @Versioned()
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: EnteDatiInput }) input: EnteDatiInput) {
    return this.service.modifica(ctx, input);
  }

  @Post(':ente/azioni/:azione')
  @AccessByAzione('ente')
  @Answers('Takes a step on an ente: verifying, refusing, suspending', enteView)
  @Versioned()
  @HttpCode(200)
  esegui(@Ctx() ctx: RequestContext, @Param('azione') azione: AzioneEnte, @Body({ schema: AzioneInput }) input: AzioneInput) {
    return this.service.esegui(ctx, azione, input);
  }

  @Put(':ente/identita')
  @Access('ente.correggi_identita')
  @Answers('Corrects what an ente was verified by, with the reason', enteView)
  @Versioned()
  correggiIdentita(@Ctx() ctx: RequestContext, @Body({ schema: EnteIdentitaInput }) input: EnteIdentitaInput) {
    return this.identita.correggi(ctx, input);
  }

  @Put(':ente/statuto')
  @Access('ente.modifica')
  @Answers('Uploads the statute of an ente', enteView)
  @Uploads(['pdf', 'p7m'])
  @Versioned()
  caricaStatuto(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.statuti.carica(ctx, request);
  }

  @Get(':ente/statuto')
  @Access('ente.vedi')
  @AnswersFile('The statute of an ente', 'pdf', 'p7m')
  @Header('Cache-Control', 'private, no-store')
  async statuto(@Ctx() ctx: RequestContext, @Res() reply: FastifyReply) {
    return sendFile(reply, await this.statuti.apri(ctx));
  }
}
