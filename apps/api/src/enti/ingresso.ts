import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/commands/commands.js';
import type { RequestContext } from '../platform/commands/context.js';
import { uniqueViolation } from '../platform/commands/unique-violation.js';
import type { Indirizzo } from './enti.emails.data.js';
import { insert } from '../platform/database/rows.js';

/** The account of a command that only a signed-in person may give. @throws Error when there is none: a mistake of ours */
export function accountOf(ctx: RequestContext): string {
  if (ctx.actor.id === null) throw new Error('This command needs an account, and its route admits the public.');
  return ctx.actor.id;
}

/**
 * Makes the account act for the ente from now on; a request of theirs that was waiting is answered by this.
 * @returns the id of the operatore. @throws ProblemError `operatore.gia_presente`
 */
export async function aggiungiOperatore(tx: Tx, enteId: string, accountId: string): Promise<string> {
  const { ambitoId } = tx;
  const id = randomUUID();
  await insert(tx.db, 'operatore', { ambitoId, id, enteId, accountId }).catch(
    uniqueViolation('operatore_in_corso', 'operatore.gia_presente'),
  );
  await tx.db.query(
    `UPDATE operatore_richiesta SET esito = 'accolta' WHERE ambito_id = $1 AND ente_id = $2 AND account_id = $3 AND esito IS NULL`,
    [ambitoId, enteId, accountId],
  );
  tx.annuncia({ t: 'account', accountId });
  return id;
}

/** Name and address of an account, for mails. */
export async function indirizzoDi(tx: Tx, accountId: string): Promise<Indirizzo> {
  const [row] = await tx.db.query<Indirizzo[]>(`SELECT nome || ' ' || cognome AS name, email AS address FROM account WHERE id = $1`, [
    accountId,
  ]);
  if (!row) throw new Error('The account of this mail is gone.');
  return row;
}
