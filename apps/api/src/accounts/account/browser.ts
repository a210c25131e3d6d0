import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { cookieValue } from '../../platform/access/session-cookie.js';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';
import { deleteInBatches } from '../../platform/jobs/batches.js';

/** The browser that asks, as far as it says who it is. */
export interface Browser {
  readonly agent: string | undefined;
  /** The secret that it keeps since it first signed in; null when it has none. */
  readonly dispositivo: string | null;
}

/** What a browser is given when somebody signs in: the secrets of its two cookies. */
export interface Entrata {
  readonly sessione: string;
  readonly dispositivo: string;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/;
/** The longest that browsers keep a cookie. */
export const DEVICE_DAYS = 400;

export function browserOf({ headers }: Pick<FastifyRequest, 'headers'>): Browser {
  const kept = cookieValue(headers.cookie, '__Host-dispositivo') ?? cookieValue(headers.cookie, 'dispositivo');
  return { agent: headers['user-agent'], dispositivo: kept !== null && SECRET.test(kept) ? kept : null };
}

/** Injects the `Browser` into a handler. */
export const FromBrowser = createParamDecorator((_: unknown, execution: ExecutionContext): Browser =>
  browserOf(execution.switchToHttp().getRequest<FastifyRequest>()),
);

/** Whether the account has signed in from this browser before. */
export async function isKnown(db: EntityManager, accountId: string | null, { dispositivo }: Browser): Promise<boolean> {
  if (dispositivo === null || accountId === null) return false;
  const rows = await db.query<unknown[]>('SELECT 1 FROM dispositivo_noto WHERE account_id = $1 AND segreto_hash = $2', [
    accountId,
    hashSecret(dispositivo),
  ]);
  return rows.length > 0;
}

/** Notes that the account signs in from this browser. @returns its secret, and whether it is new to an account that had others */
export async function noteDevice(db: EntityManager, accountId: string, browser: Browser): Promise<{ segreto: string; nuovo: boolean }> {
  const segreto = browser.dispositivo ?? newSecret();
  const [row] = await db.query<{ nuovo: boolean }[]>(
    `INSERT INTO dispositivo_noto AS d (account_id, segreto_hash) VALUES ($1, $2) ON CONFLICT (account_id, segreto_hash) DO UPDATE SET visto_at = now()
     RETURNING d.xmax = 0 AND EXISTS (SELECT 1 FROM dispositivo_noto o WHERE o.account_id = $1 AND o.segreto_hash <> $2) AS nuovo`,
    [accountId, hashSecret(segreto)],
  );
  return { segreto, nuovo: row?.nuovo ?? false };
}

/** Forgets browsers that no cookie can come from any more. */
export async function sweepDevices(db: EntityManager): Promise<void> {
  await deleteInBatches(db, 'dispositivo_noto', 'visto_at < now() - make_interval(days => $1)', [DEVICE_DAYS]);
}
