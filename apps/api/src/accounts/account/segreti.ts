import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { deleteInBatches } from '../../platform/jobs/batches.js';
import { ProblemError } from '../../platform/problem/problem.error.js';
import { hashSecret, newSecret } from '../../platform/tokens/secret.js';

/**
 * What a mailed secret is good for, and for how many minutes: one made for a purpose is nothing to any other. Those that open an account
 * at once are short.
 */
export const MINUTES = { conferma: 7 * 24 * 60, accesso: 10, reset: 30, cambio_email: 24 * 60, amministratore: 24 * 60 } as const;
export type Scopo = keyof typeof MINUTES;
export const SCOPI = Object.keys(MINUTES) as Scopo[];

export interface Segreto {
  readonly accountId: string | null;
  /** The address it was mailed to. */
  readonly email: string;
}

interface NewSegreto {
  readonly scopo: Scopo;
  readonly email: string;
  readonly accountId?: string | null;
}

/** Makes a secret of one use. @returns what goes into the mail: the database keeps only its hash; `id` names it in logs and keys */
export async function issueSegreto(
  db: EntityManager,
  { scopo, email, accountId = null }: NewSegreto,
): Promise<{ id: string; segreto: string }> {
  const [id, segreto] = [randomUUID(), newSecret()];
  await db.query(
    `INSERT INTO account_segreto (id, scopo, segreto_hash, account_id, email, scade_at) VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
    [id, scopo, hashSecret(segreto), accountId, email, MINUTES[scopo]],
  );
  return { id, segreto };
}

type Row = Segreto & { readonly valido: boolean };
const COLUMNS = 'account_id AS "accountId", email, scade_at > now() AS valido';

/**
 * Uses a secret up: of two at once one wins, and it stays unused when the transaction fails.
 * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`
 */
export async function consumeSegreto(db: EntityManager, scopo: Scopo, segreto: string): Promise<Segreto> {
  const [rows] = await db.query<[Row[], number]>(
    `UPDATE account_segreto SET usato_at = now() WHERE segreto_hash = $1 AND scopo = $2 AND usato_at IS NULL RETURNING ${COLUMNS}`,
    [hashSecret(segreto), scopo],
  );
  return valid(rows[0]);
}

/** Reads a secret without using it, for work to be done before the transaction. @throws as `consumeSegreto` */
export async function peekSegreto(db: EntityManager, scopo: Scopo, segreto: string): Promise<Segreto> {
  const [row] = await db.query<Row[]>(
    `SELECT ${COLUMNS} FROM account_segreto WHERE segreto_hash = $1 AND scopo = $2 AND usato_at IS NULL`,
    [hashSecret(segreto), scopo],
  );
  return valid(row);
}

/**
 * Whether a link for this purpose was mailed to the address that is good for at least half its time: whoever has the mailbox can use it.
 * Where so many mails were asked for an address that no more are written, nobody is kept out by it.
 */
export async function isMailed(db: EntityManager, scopo: Scopo, email: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    'SELECT 1 FROM account_segreto WHERE email = $1 AND scopo = $2 AND usato_at IS NULL AND scade_at > now() + make_interval(mins => $3) LIMIT 1',
    [email, scopo, Math.floor(MINUTES[scopo] / 2)],
  );
  return rows.length > 0;
}

/** Ends what is still unused: what an account has open, or all for an address with this purpose. */
export async function cancelSegreti(
  db: EntityManager,
  about: { readonly accountId: string; readonly scopi?: readonly Scopo[] } | { readonly email: string; readonly scopi: readonly Scopo[] },
): Promise<void> {
  const [column, value] = 'accountId' in about ? ['account_id', about.accountId] : ['email', about.email];
  await db.query(
    `UPDATE account_segreto SET usato_at = now() WHERE ${column} = $1 AND usato_at IS NULL AND ($2::text[] IS NULL OR scopo = ANY($2))`,
    [value, about.scopi ?? null],
  );
}

/** Deletes what can no longer be used; whoever comes late is told for a week that the link has expired. */
export async function sweepSegreti(db: EntityManager): Promise<void> {
  await deleteInBatches(db, 'account_segreto', `scade_at < now() - interval '7 days' OR usato_at < now() - interval '7 days'`);
}

function valid(row: Row | undefined): Segreto {
  if (row === undefined) throw new ProblemError('collegamento.non_valido');
  if (!row.valido) throw new ProblemError('collegamento.scaduto');
  return { accountId: row.accountId, email: row.email };
}

/** The account of a secret that must have one. @throws ProblemError 404 `collegamento.non_valido` */
export function accountOf({ accountId }: Segreto): string {
  if (accountId === null) throw new ProblemError('collegamento.non_valido');
  return accountId;
}
