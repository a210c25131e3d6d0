import { createHash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { superata } from '../procedura/hold.js';
import { ProblemError } from '../problem/problem.error.js';
import { IDEMPOTENT, VERSIONED } from './access.decorator.js';
import { contextOf, setContext } from './request-context.js';

const KEY = /^[A-Za-z0-9_-]{16,80}$/;
const ETAG = /^"(\d{1,10})"$/;
/** The greatest that a version's column holds. */
const LAST_VERSION = 2_147_483_647;

/** Reads `If-Match` and `Idempotency-Key` where a handler demands them; missing ones are refused before anything runs. */
@Injectable()
export class PreconditionsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const handler = execution.getHandler();
    const context = contextOf(request);
    const ifMatch = this.reflector.get<boolean>(VERSIONED, handler) ? readVersion(request) : null;
    const idempotency = this.reflector.get<boolean>(IDEMPOTENT, handler) ? readIdempotency(request) : null;
    setContext(request, { ...context, ifMatch, idempotency });
    return true;
  }
}

function readVersion(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new ProblemError('versione.mancante');
  const version = Number(ETAG.exec(header)?.[1] ?? Infinity);
  if (version > LAST_VERSION) throw superata();
  return version;
}

function readIdempotency(request: FastifyRequest): NonNullable<ReturnType<typeof contextOf>['idempotency']> {
  const chiave = request.headers['idempotency-key'];
  if (typeof chiave !== 'string' || !KEY.test(chiave)) throw new ProblemError('idempotenza.mancante');
  const impronta = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { rotta: `${request.method} ${request.routeOptions.url ?? ''}`, chiave, impronta, status: 201 };
}
