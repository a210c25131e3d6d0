import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { PROBLEMS, type FieldProblem, type Problem, type ProblemCode } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/unavailable.js';
import { inNostreParole } from '../database/nostre-parole.js';
import { noteCode } from './answered.js';
import { ProblemError } from './problem.error.js';

/** Codes for what the framework refuses before our code runs. */
const BY_STATUS: Record<number, ProblemCode> = {
  400: 'richiesta.illeggibile',
  401: 'accesso.richiesto',
  403: 'accesso.negato',
  404: 'risorsa.non_trovata',
  405: 'richiesta.metodo_non_ammesso',
  413: 'richiesta.troppo_grande',
  415: 'richiesta.tipo_non_ammesso',
  503: 'servizio.non_disponibile',
};

/** A refusal that will pass says when to come back, also where who refused said nothing. */
const PASSING: ReadonlySet<number> = new Set([429, 503]);
const RETRY_AFTER = 5;

/** Turns whatever was thrown into RFC 9457 problem details; nothing else of an error ever leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const known = asProblem(error);
    if (known.code === 'errore.interno') this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown error');
    sendProblem(reply, http.getRequest<FastifyRequest>().id, known);
  }
}

export function sendProblem(reply: FastifyReply, requestId: string, error: ProblemError): void {
  const [status, title] = PROBLEMS[error.code];
  noteCode(reply.raw, error.code);
  const { retryAfter = PASSING.has(status) ? RETRY_AFTER : undefined, ...extra } = error.extra;
  const problem: Problem = { type: `/problemi#${error.code}`, title, status, code: error.code, instance: requestId, ...extra };
  if (retryAfter !== undefined) void reply.header('Retry-After', String(Math.ceil(retryAfter)));
  void reply
    .code(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}

export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isUnavailable(error)) return new ProblemError('servizio.non_disponibile', { retryAfter: RETRY_AFTER });
  const detto = inNostreParole(error);
  if (detto !== null) return new ProblemError(detto);
  const { statusCode } = error as { statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : (statusCode ?? 500);
  const mapped = BY_STATUS[status];
  if (mapped !== undefined) return new ProblemError(mapped);
  return new ProblemError('errore.interno');
}

/** For `StandardSchemaValidationPipe`: every issue of the schema becomes a field problem. */
export function validationProblem(issues: readonly { readonly message: string; readonly path?: readonly unknown[] }[]): ProblemError {
  const errors: FieldProblem[] = issues
    .slice(0, 50)
    .map(issue => ({ pointer: pointer(issue.path ?? []), code: 'richiesta.non_valida', message: issue.message }));
  return new ProblemError('richiesta.non_valida', { errors });
}

function pointer(path: readonly unknown[]): string {
  return path
    .map(
      part =>
        `/${String(typeof part === 'object' && part !== null && 'key' in part ? part.key : part)
          .replaceAll('~', '~0')
          .replaceAll('/', '~1')}`,
    )
    .join('');
}
