import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { PUBBLICO } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../commands/context.js';

const CONTEXT = Symbol('context');
type Carrier = FastifyRequest & { [CONTEXT]?: RequestContext };

/** The context of a request, as far as the guards have built it. */
export function contextOf(request: FastifyRequest): RequestContext {
  const carrier = request as Carrier;
  return (carrier[CONTEXT] ??= {
    actor: PUBBLICO,
    sessioneId: null,
    requestId: request.id,
    network: networkOf(request.ip),
    place: null,
    ifMatch: null,
    idempotency: null,
  });
}

export function setContext(request: FastifyRequest, context: RequestContext): void {
  (request as Carrier)[CONTEXT] = context;
}

/** An address cut to its network (/24 or /64): enough to limit abuse, too little to follow a person. */
export function networkOf(ip: string): string {
  const plain = ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip;
  return plain.includes('.') ? plain.split('.').slice(0, 3).join('.') : ipv6Network(plain);
}

/** The first four of the eight groups, once `::` is written out: or one network could pose as many. */
function ipv6Network(ip: string): string {
  const [before = '', after] = ip.split('%', 1)[0]?.split('::') ?? [];
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4).map(group => Number.parseInt(group, 16).toString(16)).join(':');
}

/** Injects the `RequestContext` into a handler. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => contextOf(execution.switchToHttp().getRequest<FastifyRequest>()));
