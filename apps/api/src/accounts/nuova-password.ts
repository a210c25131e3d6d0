import { randomUUID } from 'node:crypto';
import type { AccountTx } from './account/account-commands.js';
import type { Browser, Entrata } from './account/browser.js';
import { emailPasswordCambiata } from './account/accounts.emails.js';
import type { AccountRow } from './account/accounts.sql.js';
import { cancelSegreti } from './account/segreti.js';

interface NewPassword {
  readonly hash: string;
  /** The secret address of the private calendar ends too. */
  readonly chiudiCalendario?: boolean | undefined;
}

/** The only way in which an account gets another password: it ends every session and link that was open, no browser is known any more, and its holder is told. */
export async function replacePassword(
  tx: AccountTx,
  account: AccountRow,
  { hash, chiudiCalendario = false }: NewPassword,
  browser: Browser,
): Promise<Entrata> {
  await tx.db.query('UPDATE account SET password_hash = $2 WHERE id = $1', [account.id, hash]);
  await cancelSegreti(tx.db, { accountId: account.id });
  if (chiudiCalendario) await tx.db.query('DELETE FROM calendario_privato WHERE account_id = $1', [account.id]);
  await tx.db.query('DELETE FROM dispositivo_noto WHERE account_id = $1', [account.id]);
  await tx.endSessions(account.id);
  tx.email(emailPasswordCambiata(account, randomUUID()));
  tx.log('password.cambiata', account.id);
  tx.security('password.cambiata');
  return tx.openSession(account.id, browser, false);
}
