import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ProblemError } from '../platform/problem/problem.error.js';

/** How often something may be tried: `free` times at once, then after waits that double. All times in seconds. */
export interface Limit {
  readonly name: string;
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** After so long without a try, counting starts anew. */
  readonly forgetAfter: number;
}

const HOUR = 3600;

/** Wrong passwords for one account from one network: whoever holds the account is not locked out anywhere else. */
const PASSWORD: Limit = { name: 'password', free: 5, firstWait: 1, longestWait: 12 * HOUR, forgetAfter: 24 * HOUR };
/** Wrong passwords from one network, whatever the account. A whole office may sit behind one network. */
const PASSWORD_NETWORK: Limit = { name: 'password-rete', free: 50, firstWait: 1, longestWait: HOUR / 4, forgetAfter: HOUR };
/** Mails that one network may cause to one address; to one address; and altogether. */
const MAIL: Limit = { name: 'posta', free: 5, firstWait: 60, longestWait: HOUR, forgetAfter: HOUR };
const MAIL_ADDRESS: Limit = { name: 'posta-indirizzo', free: 12, firstWait: 60, longestWait: HOUR, forgetAfter: HOUR };
const MAIL_NETWORK: Limit = { name: 'posta-rete', free: 60, firstWait: 10, longestWait: HOUR / 4, forgetAfter: HOUR };

/** Contributi from one network to one tavolo, from one address, and to one tavolo altogether: the last hour before a closing brings thousands. */
const CONTRIBUTO_NETWORK: Limit = { name: 'contributo-rete', free: 20, firstWait: 30, longestWait: HOUR / 4, forgetAfter: HOUR };
const CONTRIBUTO_ADDRESS: Limit = { name: 'contributo-indirizzo', free: 6, firstWait: 60, longestWait: HOUR, forgetAfter: 4 * HOUR };
const CONTRIBUTO_TAVOLO: Limit = { name: 'contributo-tavolo', free: 4000, firstWait: 1, longestWait: 30, forgetAfter: HOUR };
/** Files that one network uploads before it sends anything. */
const ALLEGATO: Limit = { name: 'allegato-rete', free: 60, firstWait: 10, longestWait: HOUR / 4, forgetAfter: HOUR };
/** Short codes of receipts that one network asks for, and that all do: 40 bits are few. */
const CODICE: Limit = { name: 'codice-rete', free: 10, firstWait: 10, longestWait: 12 * HOUR, forgetAfter: 24 * HOUR };

/**
 * Counts first and judges after, in one statement: of a hundred tries at the same moment no more than the free ones go through.
 * $2 free, $3 first wait, $4 longest wait, $5 forget after. No row when it is not yet time.
 */
const COUNT = `
  INSERT INTO tentativo AS t (chiave, falliti, ultimo_at) VALUES ($1, 1, now())
  ON CONFLICT (chiave) DO UPDATE SET
    ultimo_at = now(),
    falliti = CASE WHEN t.ultimo_at < now() - make_interval(secs => $5) THEN 1 ELSE t.falliti + 1 END,
    bloccato_fino = CASE WHEN t.ultimo_at < now() - make_interval(secs => $5) OR t.falliti + 1 < $2::int THEN NULL
      ELSE now() + make_interval(secs => least($4, $3 * 2.0 ^ least(t.falliti + 1 - $2::int, 30))) END
  WHERE t.bloccato_fino IS NULL OR t.bloccato_fino <= now()
  RETURNING falliti`;

/** Limits against guessing and flooding, kept in the database: the same for all replicas. */
@Injectable()
export class Limits {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * To be called before a password is verified: it counts as wrong until `forgivePassword`.
   * @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After`
   */
  async countPassword(email: string, network: string): Promise<void> {
    await this.count(PASSWORD_NETWORK, network);
    await this.count(PASSWORD, email, network);
  }

  /** The password was right: the account starts anew here; the network loses only this one count, so that an own account buys nothing. */
  async forgivePassword(email: string, network: string): Promise<void> {
    await this.db.query('DELETE FROM tentativo WHERE chiave = $1', [keyOf(PASSWORD, email, network)]);
    await this.db.query('UPDATE tentativo SET falliti = greatest(falliti - 1, 0) WHERE chiave = $1', [keyOf(PASSWORD_NETWORK, network)]);
  }

  /**
   * To be called before a mail that anyone may ask for, whether or not there will be one.
   * @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After`
   */
  async countMail(email: string, network: string): Promise<void> {
    await this.count(MAIL_NETWORK, network);
    await this.count(MAIL, email, network);
    await this.count(MAIL_ADDRESS, email);
  }

  /**
   * To be called before a contributo is taken. @param who account or address, null when nobody is named
   * @throws ProblemError 429 with `Retry-After`
   */
  async countContributo(who: string | null, tavoloId: string, network: string): Promise<void> {
    await this.count(CONTRIBUTO_NETWORK, network, tavoloId);
    if (who !== null) await this.count(CONTRIBUTO_ADDRESS, who);
    await this.count(CONTRIBUTO_TAVOLO, tavoloId);
  }

  /** @throws ProblemError 429 with `Retry-After` */
  async countAllegato(network: string): Promise<void> {
    await this.count(ALLEGATO, network);
  }

  /** @throws ProblemError 429 with `Retry-After` */
  async countCodice(network: string): Promise<void> {
    await this.count(CODICE, network);
  }

  /** Deletes what no longer limits anybody. */
  async sweep(): Promise<void> {
    await this.db.query(`DELETE FROM tentativo WHERE ultimo_at < now() - interval '24 hours' AND (bloccato_fino IS NULL OR bloccato_fino < now())`);
  }

  private async count(limit: Limit, ...about: readonly string[]): Promise<void> {
    const key = keyOf(limit, ...about);
    const { free, firstWait, longestWait, forgetAfter } = limit;
    const counted = await this.db.query<unknown[]>(COUNT, [key, free, firstWait, longestWait, forgetAfter]);
    if (counted.length > 0) return;
    const [row] = await this.db.query<{ seconds: number }[]>('SELECT ceil(extract(epoch FROM bloccato_fino - now()))::int AS seconds FROM tentativo WHERE chiave = $1', [key]);
    throw tooMany(Math.max(row?.seconds ?? 1, 1));
  }
}

/** Neither addresses nor networks are kept as such. */
function keyOf({ name }: Limit, ...about: readonly string[]): string {
  return `${name}:${createHash('sha256').update(about.join('\n')).digest('base64url')}`;
}

function tooMany(seconds: number): ProblemError {
  return new ProblemError('accesso.troppi_tentativi', { retryAfter: seconds, detail: `Troppi tentativi. Riprova tra ${inWords(seconds)}.` });
}

function inWords(seconds: number): string {
  const units = [['ora', 'ore', 3600], ['minuto', 'minuti', 60], ['secondo', 'secondi', 1]] as const;
  const [one, many, size] = units.find(([, , s]) => seconds >= s * 2 || s === 1) ?? units[2];
  const n = Math.ceil(seconds / size);
  return `${n} ${n === 1 ? one : many}`;
}
