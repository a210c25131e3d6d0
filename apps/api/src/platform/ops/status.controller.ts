import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Access } from '../access/access.decorator.js';
import { AnswersFile } from '../access/answers.decorator.js';
import { ProblemError } from '../problem/problem.error.js';
import { Health } from './health.js';

/** What the Italian interoperability guidelines (ModI) ask of every API: its state as problem details, also when all is well. */
@Controller('api/v1/status')
export class StatusController {
  constructor(@Inject(Health) private readonly health: Health) {}

  @Get()
  @Access('installazione.vedi')
  @AnswersFile('Whether the service works', 'problem')
  @Header('Content-Type', 'application/problem+json; charset=utf-8')
  async status(): Promise<string> {
    const { pronto, disco } = await this.health.ready();
    if (!pronto) throw new ProblemError('servizio.non_disponibile', { retryAfter: 5 });
    return JSON.stringify({
      type: 'about:blank',
      title: 'OK',
      status: 200,
      detail: disco === 'ok' ? 'Il servizio funziona.' : 'Il servizio funziona, ma in questo momento non può ricevere file.',
    });
  }
}
