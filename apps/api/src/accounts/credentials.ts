import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/commands/context.js';
import { Limits } from './limits.js';
import { Passwords } from './passwords.js';

/** Verifies passwords within the limits: the only way to do it. */
@Injectable()
export class Credentials {
  constructor(
    private readonly limits: Limits,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param email the address that was typed, or that of the account signed in
   * @param stored null where there is no such account: it takes as long, and never matches
   * @returns whether it matches; `rehashed`: the string to store from now on, when the one stored was made with other parameters
   * @throws ProblemError 429 when tried too often, 503 when too many are waiting
   */
  async check(ctx: RequestContext, email: string, password: string, stored: string | null): Promise<{ matches: boolean; rehashed: string | null }> {
    await this.limits.countPassword(email, ctx.network);
    const { matches, outdated } = await this.passwords.verify(password, stored);
    if (!matches) return { matches, rehashed: null };
    await this.limits.forgivePassword(email, ctx.network);
    return { matches, rehashed: outdated ? await this.passwords.hash(password) : null };
  }
}
