import { Body, Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import {
  ALLEGATO_BYTES_MASSIMI,
  allegatoCaricatoView,
  ContributoInput,
  ContributoRaccoltoInput,
  moduloContributoView,
  ricevutaContributoView,
} from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { Access, Idempotent } from '../../platform/access/access.decorator.js';
import { Answers, Uploads } from '../../platform/access/answers.decorator.js';
import { Ctx } from '../../platform/access/request-context.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { ContributiFiles } from '../contributo/contributi.files.js';
import { InvioService } from './invio.service.js';
import { ModuloService } from './modulo.service.js';

/** Sending a contributo to a tavolo, with or without account. */
@Controller('api/v1/ambiti/:ambito/tavoli/:tavolo/contributi')
export class InvioController {
  constructor(
    private readonly moduli: ModuloService,
    private readonly service: InvioService,
    private readonly files: ContributiFiles,
  ) {}

  @Get('modulo')
  @Access('contributo.invia')
  @Answers('What the form for sending a contributo needs, with its token', moduloContributoView)
  @Header('Cache-Control', 'no-store')
  modulo(@Ctx() ctx: RequestContext) {
    return this.moduli.apri(ctx);
  }

  @Post('files')
  @Access('contributo.invia')
  @Answers('Uploads a file that will go with a contributo', allegatoCaricatoView)
  @Uploads(['pdf', 'jpeg', 'png'], ALLEGATO_BYTES_MASSIMI)
  allega(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest) {
    return this.files.ricevi(ctx, request);
  }

  @Post()
  @Access('contributo.invia')
  @Answers('Sends a contributo to a tavolo', ricevutaContributoView)
  @Idempotent()
  invia(@Ctx() ctx: RequestContext, @Body({ schema: ContributoInput }) input: ContributoInput) {
    return this.service.invia(ctx, input);
  }

  /** Taken at a desk, on paper or in words. */
  @Post('raccolti')
  @Access('contributo.raccogli')
  @Answers('Writes down a contributo that was handed in at a desk or told in words', ricevutaContributoView)
  @Idempotent()
  @HttpCode(201)
  raccogli(@Ctx() ctx: RequestContext, @Body({ schema: ContributoRaccoltoInput }) input: ContributoRaccoltoInput) {
    return this.service.raccogli(ctx, input);
  }
}
