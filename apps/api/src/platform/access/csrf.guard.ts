import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { isOwnOrigin } from '../http/own-origin.js';
import { ProblemError } from '../problem/problem.error.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Unsafe methods are taken only from our own pages: `Origin` must be ours, and `Sec-Fetch-Site`, when sent, `same-origin`.
 * With the SameSite=Lax cookie this needs no token.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(execution: ExecutionContext): boolean {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(request.method)) return true;
    const site = request.headers['sec-fetch-site'];
    if (isOwnOrigin(this.config, request.headers.origin, request.headers.host) && (site === undefined || site === 'same-origin'))
      return true;
    throw new ProblemError('richiesta.origine_estranea');
  }
}
