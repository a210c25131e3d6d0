import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { countMail } from '../../platform/email/mail-gate.js';
import { count, countNetwork, forget, forgive, networkLimits, tryCount, type Limit } from '../../platform/limits/counter.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { deleteInBatches } from '../../platform/jobs/batches.js';

const HOUR = 3600;

/** Wrong passwords for one account from one network: whoever holds the account is not locked out anywhere else. */
const PASSWORD: Limit = { name: 'password', free: 5, firstWait: 1, longestWait: 12 * HOUR, forgetAfter: 24 * HOUR };
/** Wrong passwords from one network, whatever the account. A whole office may sit behind one network. */
const PASSWORD_NETWORK: Limit = { name: 'password-rete', free: 50, firstWait: 1, longestWait: HOUR / 4, forgetAfter: HOUR };
/**
 * Wrong passwords for one account from everywhere: many networks together learn no more than a few hundred guesses a day. It slows down
 * nobody who comes from a browser that the account knows, nor links and new passwords by mail.
 */
const PASSWORD_ACCOUNT: Limit = { name: 'password-account', free: 30, firstWait: 1, longestWait: HOUR / 12, forgetAfter: 24 * HOUR };
/** After so many wrong passwords from anywhere the holder is told, and told again each time they are twice as many: a slow attack lasts for weeks. */
const WARN_AT = 10;
export const daAvvisare = (tries: number): boolean => tries >= WARN_AT && Number.isInteger(Math.log2(tries / WARN_AT));

/** Contributi from one network to one tavolo, from one address, and to one tavolo altogether: the last hour before a closing brings thousands. */
const CONTRIBUTO_NETWORK: Limit = { name: 'contributo-rete', free: 20, firstWait: 30, longestWait: HOUR / 4, forgetAfter: HOUR };
const CONTRIBUTO_ADDRESS: Limit = { name: 'contributo-indirizzo', free: 6, firstWait: 60, longestWait: HOUR, forgetAfter: 4 * HOUR };
const CONTRIBUTO_TAVOLO: Limit = { name: 'contributo-tavolo', free: 4000, firstWait: 1, longestWait: 30, forgetAfter: HOUR };
/** Short codes of receipts that one network asks for, and that all do: 40 bits are few. */
const CODICE: Limit = { name: 'codice-rete', free: 10, firstWait: 10, longestWait: 12 * HOUR, forgetAfter: 24 * HOUR };

/** Limits against guessing and flooding, kept in the database: the same for all replicas. */
@Injectable()
export class Limits {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * To be called before a password is verified: it counts as wrong until `forgivePassword`.
   * @param known it comes from a browser that the account has signed in from: what others try does not slow it down
   * @returns how many there were for this account from everywhere
   * @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After`
   */
  async countPassword(email: string, network: string, known: boolean): Promise<number> {
    const db = this.db.manager;
    await countNetwork(db, PASSWORD_NETWORK, network);
    await countNetwork(db, PASSWORD, network, email);
    if (known) return (await tryCount(db, PASSWORD_ACCOUNT, email)) ?? 0;
    return count(db, PASSWORD_ACCOUNT, email);
  }

  /** The password was right: the account starts anew here; the network loses only this one count, so that an own account buys nothing. */
  async forgivePassword(email: string, network: string): Promise<void> {
    const db = this.db.manager;
    await forget(db, PASSWORD_ACCOUNT, email);
    for (const [wider, limit] of networkLimits(PASSWORD, network)) await forget(db, limit, email, wider);
    for (const [wider, limit] of networkLimits(PASSWORD_NETWORK, network)) await forgive(db, limit, wider);
  }

  /**
   * To be called before a mail that anyone may ask for, whether or not there will be one.
   * @returns as `countMail` of the gate: false when an earlier mail that is still good will do
   * @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After`
   */
  countMail(ctx: RequestContext, email: string): Promise<boolean> {
    return countMail(this.db.manager, ctx, email);
  }

  /**
   * To be called before a contributo is taken. @param who account or address, null when nobody is named
   * @throws ProblemError 429 with `Retry-After`
   */
  async countContributo(who: string | null, tavoloId: string, network: string): Promise<void> {
    const db = this.db.manager;
    await countNetwork(db, CONTRIBUTO_NETWORK, network, tavoloId);
    if (who !== null) await count(db, CONTRIBUTO_ADDRESS, who);
    await count(db, CONTRIBUTO_TAVOLO, tavoloId);
  }

  /** @throws ProblemError 429 with `Retry-After` */
  async countCodice(network: string): Promise<void> {
    await countNetwork(this.db.manager, CODICE, network);
  }

  /** Deletes what no longer limits anybody. */
  async sweep(): Promise<void> {
    await deleteInBatches(
      this.db,
      'tentativo',
      `ultimo_at < now() - interval '24 hours' AND (bloccato_fino IS NULL OR bloccato_fino < now())`,
    );
  }
}
