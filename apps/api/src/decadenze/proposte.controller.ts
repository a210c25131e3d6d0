import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { PropostaDecadenzaInput, PropostaDeclinataInput, proveDecadenzaView } from '@tavoli/shared';
import { Access, Idempotent } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { Ctx } from '../platform/access/request-context.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ProposteService } from './proposte.service.js';

@Controller('api/v1/ambiti/:ambito/designazioni/:designazione/decadenze/proposta')
export class ProposteController {
  constructor(private readonly service: ProposteService) {}

  @Post()
  @Access('decadenza.proponi')
  @Answers('The referente proposes that the loss of a seat be weighed, with its absences', proveDecadenzaView)
  @Idempotent()
  proponi(@Ctx() ctx: RequestContext, @Body({ schema: PropostaDecadenzaInput }) input: PropostaDecadenzaInput) {
    return this.service.proponi(ctx, input);
  }

  @Post('declina')
  @Access('decadenza.declina')
  @Answers('Who decides does not take up what the referente has proposed, and says why', proveDecadenzaView)
  @HttpCode(200)
  declina(@Ctx() ctx: RequestContext, @Body({ schema: PropostaDeclinataInput }) input: PropostaDeclinataInput) {
    return this.service.declina(ctx, input);
  }
}
