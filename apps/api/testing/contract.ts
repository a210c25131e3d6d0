import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemView } from '@tavoli/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessAudit, type DeclaredRoute } from '../src/platform/access/access.audit.js';
import { refusalsSaid } from './documents/openapi/said.js';

const PROBLEM = 'application/problem+json';

/** Every answer of the API in a test, beside what its handler declares: a field that is missing, one too many or of another kind is a fault, and the spec that met it does not pass. */
export class Contract {
  readonly faults = new Set<string>();
  /** `GET /api/v1/…` of each route that has answered without refusing. */
  readonly seen = new Set<string>();
  private known: ReadonlyMap<string, DeclaredRoute> | undefined;

  constructor(private readonly app: NestFastifyApplication) {
    app
      .getHttpAdapter()
      .getInstance()
      .addHook(
        'onSend',
        (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload: unknown) => void) => {
          this.look(request, reply, payload);
          done(null, payload);
        },
      );
  }

  /** Every route that answers JSON or a file by reading only. */
  reads(): DeclaredRoute[] {
    return [...this.routes().values()].filter(route => route.method === 'GET');
  }

  /** @throws Error naming each fault, once */
  expectKept(): void {
    if (this.faults.size > 0) throw new Error(`Answers that are not what their handlers declare:\n${[...this.faults].join('\n')}`);
  }

  private look(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const name = `${request.method} ${request.routeOptions.url ?? ''}`;
    const route = this.routes().get(name);
    const fault = route && (reply.statusCode < 400 ? this.answered(name, route, reply, payload) : refused(route, reply, payload));
    if (fault) this.faults.add(`${name} ${reply.statusCode}: ${fault}`);
  }

  private answered(name: string, { answer, status }: DeclaredRoute, reply: FastifyReply, payload: unknown): string | null {
    this.seen.add(name);
    if (reply.statusCode !== status) return `the declared status is ${status}`;
    if (answer?.files) return answer.files.includes(typeOf(reply)) ? null : `${typeOf(reply)} is not declared`;
    if (answer?.json) return typeof payload === 'string' ? faultOf(answer.json, payload) : 'there is no JSON';
    return payload === undefined || payload === null || payload === '' ? null : 'it has a body and declares none';
  }

  private routes(): ReadonlyMap<string, DeclaredRoute> {
    this.known ??= new Map(
      this.app
        .get(AccessAudit, { strict: false })
        .routes()
        .map(route => [`${route.method} ${route.path}`, route]),
    );
    return this.known;
  }
}

/** What the guards say to headers, identifiers and bodies that an operation never asked for, whichever it is. */
const OF_GUARDS = /^(?:richiesta|accesso|versione|idempotenza|collegamento|risorsa|servizio|errore)\./;

/** A refusal says what every refusal says; the code of a rule is one that `openapi.json` names for its operation. */
function refused({ method, path }: DeclaredRoute, reply: FastifyReply, payload: unknown): string | null {
  if (typeOf(reply) !== PROBLEM || typeof payload !== 'string') return 'a refusal is no problem detail';
  const { code } = JSON.parse(payload) as { code: string };
  return (
    faultOf(problemView, payload) ??
    (OF_GUARDS.test(code) || refusalsSaid(method, path).includes(code) ? null : `openapi.json does not say \`${code}\``)
  );
}

const typeOf = (reply: FastifyReply): string =>
  String(reply.getHeader('content-type') ?? '')
    .split(';', 1)[0]
    ?.trim() ?? '';

/** Where the payload is not what the schema says; null: nowhere. */
function faultOf(schema: NonNullable<NonNullable<DeclaredRoute['answer']>['json']>, payload: string): string | null {
  const { error } = schema.safeParse(JSON.parse(payload));
  return error ? error.issues.map(issue => `/${issue.path.join('/')} ${issue.message}`).join('; ') : null;
}
