import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem/problem.error.js';
import { asProblem, sendProblem } from '../problem/problem.filter.js';

const SEGRETO = /^[A-Za-z0-9_-]{43}$/;

/** What ends with one click: where mail programs POST (`<prefisso>/<secret>`), the page that people are shown, what is done. */
export interface UnClic {
  readonly prefisso: string;
  readonly pagina: string;
  /** @throws ProblemError `collegamento.non_valido` */
  readonly fai: (segreto: string) => Promise<unknown>;
}

/**
 * One-click unsubscription (RFC 8058): mail programs POST a form here, from elsewhere and without a session, so it stands beside the
 * API and its guards. All it can do is what its secret was mailed for. People who open the address are shown the page.
 */
export function mountUnClic(app: NestFastifyApplication, { prefisso, pagina, fai }: UnClic): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  void fastify.register(async scope => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: 1024 * 1024 }, (_request, payload, done) => {
      payload
        .resume()
        .once('end', () => done(null))
        .once('error', done);
    });
    scope.get<{ Params: { segreto: string } }>(`${prefisso}/:segreto`, async (request, reply) =>
      SEGRETO.test(request.params.segreto)
        ? reply.redirect(`${pagina}#${request.params.segreto}`, 303)
        : sendProblem(reply, request.id, new ProblemError('collegamento.non_valido')),
    );
    scope.post<{ Params: { segreto: string } }>(`${prefisso}/:segreto`, async (request, reply) => {
      try {
        if (!SEGRETO.test(request.params.segreto)) throw new ProblemError('collegamento.non_valido');
        await fai(request.params.segreto);
        return await reply.code(204).send();
      } catch (error) {
        return sendProblem(reply, request.id, asProblem(error));
      }
    });
  });
}
