import { randomUUID } from 'node:crypto';
import { prendiIncarichi } from '../incarichi/inviti.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import type { AccountTx } from './account/account-commands.js';
import { cancelSegreti } from './account/segreti.js';

interface Nuovo {
  readonly email: string;
  readonly nome: string;
  readonly cognome: string;
  readonly passwordHash: string;
}

/**
 * Makes an account of an address whose holder is here, by a mailed link. Registrations that wait for it end; what an office gave to the address is theirs.
 * @returns its id. @throws ProblemError 404 `collegamento.non_valido` when another link of the same address came first
 */
export async function nasceAccount(tx: AccountTx, { email, nome, cognome, passwordHash }: Nuovo): Promise<string> {
  const [row] = await tx.db.query<{ id: string }[]>(
    `INSERT INTO account (id, email, nome, cognome, password_hash, email_confermata_at) VALUES ($1, $2, $3, $4, $5, now())
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [randomUUID(), email, nome, cognome, passwordHash],
  );
  if (row === undefined) throw new ProblemError('collegamento.non_valido');
  await cancelSegreti(tx.db, { email, scopi: ['conferma'] });
  await prendiIncarichi(tx, row.id);
  return row.id;
}
