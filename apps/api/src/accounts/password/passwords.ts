import { Injectable } from '@nestjs/common';
import { fieldProblem } from '../../platform/problem/problem.error.js';
import { Gate } from '../../platform/ssr/gate.js';
import { hashPassword, isOutdated, unmatchable, verifyPassword } from './phc.js';
import { passwordWeakness, type PasswordOwner } from './password-rules.js';

/** Each hash holds 19 MiB and a thread: whoever comes when the line is full is asked to come back. */
const AT_ONCE = 2;
const IN_LINE = 32;

@Injectable()
export class Passwords {
  private readonly gate = new Gate(AT_ONCE, IN_LINE);
  private readonly nobody = unmatchable();

  /** @throws ProblemError 503 when too many are waiting */
  hash(password: string): Promise<string> {
    return this.gate.through(() => hashPassword(password));
  }

  /**
   * Whether `password` is the one stored, and whether it should be stored anew. Takes as long where nothing is stored.
   * @throws ProblemError 503 when too many are waiting
   */
  async verify(password: string, stored: string | null): Promise<{ readonly matches: boolean; readonly outdated: boolean }> {
    const matches = await this.gate.through(() => verifyPassword(password, stored ?? this.nobody));
    return { matches: matches && stored !== null, outdated: stored !== null && isOutdated(stored) };
  }

  /** @throws ProblemError 422 `password.debole` on the field, with the reason */
  demandStrong(password: string, owner: PasswordOwner, pointer = '/password'): void {
    const reason = passwordWeakness(password, owner);
    if (reason !== null) throw fieldProblem('password.debole', pointer, reason);
  }
}
