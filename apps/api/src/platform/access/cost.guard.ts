import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { laneOf } from '../http/asking.js';
import { Buckets, rateOf } from '../http/connections/buckets.js';
import { isInternal } from '../http/internal.js';
import { ProblemError } from '../problem/problem.error.js';
import { contextOf } from './request-context.js';

const COSTLY = Symbol('COSTLY');
/** NestJS' number for `@Res()`. */
const RESPONSE = '1';

/** Declares that an answer costs much more than reading some rows: searches, figures over everything. */
export const Costly = () => SetMetadata(COSTLY, true);

/** What any other answer costs, of a bucket of its own: a network may ask for ten times as many of them. */
const LIGHT = 0.1;

/**
 * Networks pay for what they ask: little for a list or a step, more for what costs much, which is what is declared `@Costly()`, and every file (a handler that writes its answer itself, by `@Res()`).
 * Who holds an office pays nothing, nor do the pages that we make, which were paid for when they were asked.
 */
@Injectable()
export class CostGuard implements CanActivate {
  private readonly buckets: Buckets;
  private readonly light: Buckets;
  private readonly known = new WeakMap<object, boolean>();

  constructor(@Inject(CONFIG) config: Config) {
    this.buckets = new Buckets(rateOf(config));
    this.light = new Buckets(rateOf(config));
  }

  /** @throws ProblemError 429 `richiesta.troppe` with `Retry-After` */
  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (isInternal(request.raw) || laneOf(contextOf(request).actor) === 'ufficio') return true;
    const wait = this.isCostly(execution, request.method) ? this.buckets.take(request.ip) : this.light.take(request.ip, LIGHT);
    if (wait > 0) throw new ProblemError('richiesta.troppe', { retryAfter: wait });
    return true;
  }

  private isCostly(execution: ExecutionContext, method: string): boolean {
    const handler = execution.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const costly = Reflect.getMetadata(COSTLY, handler) === true || (method === 'GET' && answersItself(execution));
    this.known.set(handler, costly);
    return costly;
  }
}

function answersItself(execution: ExecutionContext): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), execution.getHandler().name) ?? {}) as object;
  return Object.keys(parameters).some(key => key.split(':', 1)[0] === RESPONSE);
}
