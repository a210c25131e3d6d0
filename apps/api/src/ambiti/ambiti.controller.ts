import { Body, Controller, Get, Post } from '@nestjs/common';
import { ambitoRigaView, ambitoView, installazioneView, NuovoAmbitoInput, pagina } from '@tavoli/shared';
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
}
