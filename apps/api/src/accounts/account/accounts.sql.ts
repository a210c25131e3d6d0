import type { EntityManager } from 'typeorm';
import { ProblemError } from '../../platform/problem/problem.error.js';

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly nome: string;
  readonly cognome: string;
  readonly passwordHash: string | null;
}

const COLUMNS = 'a.id, a.email, a.nome, a.cognome, a.password_hash AS "passwordHash"';

/** What stands behind an address: an account, or how many registrations that wait for its holder. */
export interface Titolare {
  readonly account: AccountRow | null;
  readonly inAttesa: number;
}

/** One query, the same whatever is found: how long it takes says nothing. */
export async function findTitolare(db: EntityManager, email: string): Promise<Titolare> {
  const [row] = await db.query<Titolare[]>(
    `SELECT
       (SELECT to_jsonb(x) FROM (SELECT ${COLUMNS} FROM account a WHERE a.email = $1) x) AS account,
       (SELECT count(*)::int FROM account_segreto s WHERE s.email = $1 AND s.scopo = 'conferma' AND s.usato_at IS NULL AND s.scade_at > now()) AS "inAttesa"`,
    [email],
  );
  return row ?? { account: null, inAttesa: 0 };
}

/** @throws ProblemError 404 when there is no such account (any more) */
export async function accountById(db: EntityManager, id: string | null): Promise<AccountRow> {
  const [row] = await db.query<AccountRow[]>(`SELECT ${COLUMNS} FROM account a WHERE a.id = $1`, [id]);
  if (row === undefined) throw new ProblemError('risorsa.non_trovata');
  return row;
}
