import { Controller, Get, Param } from '@nestjs/common';
import { verificaView } from '@tavoli/shared';
import { Access } from '../platform/access/access.decorator.js';
import { Answers } from '../platform/access/answers.decorator.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Verifiche } from '../platform/verifica/verifiche.js';
import { PubblicazioneService } from './pubblicazione.service.js';

@Controller('api/v1/verifica')
export class VerificaController {
  constructor(
    private readonly pubblicazione: PubblicazioneService,
    private readonly verifiche: Verifiche,
  ) {}

  @Get(':sha256')
  @Access('verifica.chiedi')
  @Answers('Whether a file with this fingerprint is one that we published', verificaView)
  async chiedi(@Param('sha256') sha256: string) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ProblemError('risorsa.non_trovata');
    const sostituito = await this.verifiche.sostituito(sha256);
    if (sostituito !== null) return { autentico: false, documento: null, sostituito };
    const verbale = await this.pubblicazione.verifica(sha256);
    return verbale.autentico ? verbale : this.verifiche.cerca(sha256);
  }
}
