import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { PUBBLICO } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../commands/context.js';
import { networkOf } from '../http/network.js';

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

/** Injects the `RequestContext` into a handler. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext =>
  contextOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);
