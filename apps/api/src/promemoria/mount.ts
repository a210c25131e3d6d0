import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../platform/problem/problem.filter.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { Rinunce } from './rinunce.js';

const SEGRETO = /^[A-Za-z0-9_-]{43}$/;

/**
 * One-click unsubscription (RFC 8058): mail programs POST a form here, from elsewhere and without a session, so it stands beside the
 * API and its guards. All it can do is turn off the reminders of the address that its secret was mailed to. People who open it are shown the page.
 */
export function mountRinunce(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const rinunce = app.get(Rinunce, { strict: false });
  void fastify.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: 1024 * 1024 }, (_request, payload, done) => {
      payload.resume().once('end', () => done(null)).once('error', done);
    });
    scope.get<{ Params: { segreto: string } }>('/u/:segreto', async (request, reply) =>
      SEGRETO.test(request.params.segreto) ? reply.redirect(`/disiscrizione#${request.params.segreto}`, 303) : sendProblem(reply, request.id, new ProblemError('collegamento.non_valido')),
    );
    scope.post<{ Params: { segreto: string } }>('/u/:segreto', async (request, reply) => {
      try {
        if (!SEGRETO.test(request.params.segreto)) throw new ProblemError('collegamento.non_valido');
        await rinunce.rinuncia(request.params.segreto);
        return await reply.code(204).send();
      } catch (error) {
        return sendProblem(reply, request.id, error instanceof ProblemError ? error : new ProblemError('errore.interno'));
      }
    });
  });
}
