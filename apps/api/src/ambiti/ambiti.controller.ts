import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { AmbitoInput, ambitoRigaView, ambitoView, installazioneView, NuovoAmbitoInput, pagina, ParoleInput } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AmbitiQueries } from './ambiti.queries.js';
import { AmbitiService } from './ambiti.service.js';

@Controller('api/v1')
export class AmbitiController {
  constructor(
    private readonly queries: AmbitiQueries,
    private readonly service: AmbitiService,
  ) {}

  @Get('installazione')
  @Access('installazione.vedi')
  @Answers('What this installation is', installazioneView)
  installazione() {
    return this.queries.installazione();
  }

  @Get('ambiti')
  @Access('ambito.vedi')
  @Answers('The ambiti of this portal', pagina(ambitoRigaView))
  elenco() {
    return this.queries.elenco();
  }

  @Post('ambiti')
  @Access('ambito.crea')
  @Answers('Creates an ambito', ambitoView)
  crea(@Ctx() ctx: RequestContext, @Body({ schema: NuovoAmbitoInput }) input: NuovoAmbitoInput) {
    return this.service.crea(ctx, input);
  }

  @Get('ambiti/:ambito')
  @Access('ambito.vedi')
  @Answers('One ambito, with its comuni, contacts, areas and Piano', ambitoView)
  vedi(@Ctx() ctx: RequestContext) {
    return this.queries.uno(ctx);
  }

  @Put('ambiti/:ambito')
  @Access('ambito.modifica')
  @Answers('Changes the data of an ambito', ambitoView)
  modifica(@Ctx() ctx: RequestContext, @Body({ schema: AmbitoInput }) input: AmbitoInput) {
    return this.service.modifica(ctx, input);
  }

  @Put('ambiti/:ambito/parole')
  @Access('ambito.modifica')
  @Answers('Chooses how the bodies of the ambito are called', ambitoView)
  parole(@Ctx() ctx: RequestContext, @Body({ schema: ParoleInput }) input: ParoleInput) {
    return this.service.parole(ctx, input);
  }
}
