import { Controller, Get, Param } from '@nestjs/common';
import { Access } from '../platform/access/access.decorator.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { PubblicazioneService } from './pubblicazione.service.js';

@Controller('api/v1/verifica')
export class VerificaController {
  constructor(private readonly pubblicazione: PubblicazioneService) {}

  @Get(':sha256')
  @Access('verifica.chiedi')
  chiedi(@Param('sha256') sha256: string) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ProblemError('risorsa.non_trovata');
    return this.pubblicazione.verifica(sha256);
  }
}
