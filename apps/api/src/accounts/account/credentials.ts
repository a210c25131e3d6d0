import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/commands/context.js';
import { Limits } from './limits.js';
import { Passwords } from '../password/passwords.js';

export interface Checked {
  readonly matches: boolean;
  /** How many were tried for this account from everywhere, this one included. */
  readonly tries: number;
  /** The string to store from now on, when the one stored was made with other parameters. */
  readonly rehashed: string | null;
}

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
   * @param known it comes from a browser that the account knows, or from a session of it
   * @throws ProblemError 429 when tried too often, 503 when too many are waiting
   */
  async check(ctx: RequestContext, email: string, password: string, stored: string | null, known = false): Promise<Checked> {
    const tries = await this.limits.countPassword(email, ctx.network, known);
    const { matches, outdated } = await this.passwords.verify(password, stored);
    if (!matches) return { matches, tries, rehashed: null };
    await this.limits.forgivePassword(email, ctx.network);
    return { matches, tries, rehashed: outdated ? await this.passwords.hash(password) : null };
  }
}
