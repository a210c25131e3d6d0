import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { InvitoAmministratoreInput } from '@tavoli/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { prendiIncarichi } from '../incarichi/inviti.js';
import type { RequestContext } from '../platform/commands/context.js';
import { AccountCommands } from './account/account-commands.js';
import type { Browser, Entrata } from './account/browser.js';
import { accountById, type AccountRow } from './account/accounts.sql.js';
import { replacePassword } from './nuova-password.js';
import { Passwords } from './password/passwords.js';
import { cancelSegreti, consumeSegreto, issueSegreto, peekSegreto } from './account/segreti.js';

/**
 * The one-time link that makes an administrator: printed by `npm run admin -- invite <email>`, so given only by who holds the machine.
 * A second invitation of the same address ends the first. @returns the path, with its secret
 */
export async function inviteAmministratore(db: EntityManager, email: string): Promise<string> {
  await cancelSegreti(db, { email, scopi: ['amministratore'] });
  const { segreto } = await issueSegreto(db, { scopo: 'amministratore', email });
  return `/amministratore#${segreto}`;
}

@Injectable()
export class AmministratoreService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Makes the invited address an administrator: a new account, or the one it has, with the name and password given now.
   * @returns the secrets for the cookies
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`, 422 `password.debole`, 503
   */
  async usaInvito(
    ctx: RequestContext,
    { segreto, nome, cognome, password }: InvitoAmministratoreInput,
    browser: Browser,
  ): Promise<Entrata> {
    const { email } = await peekSegreto(this.db.manager, 'amministratore', segreto);
    this.passwords.demandStrong(password, { email, nome, cognome });
    const hash = await this.passwords.hash(password);
    return this.commands.run(ctx, async tx => {
      await consumeSegreto(tx.db, 'amministratore', segreto);
      await cancelSegreti(tx.db, { email, scopi: ['conferma'] });
      const account = await nominate(tx.db, { email, nome, cognome, hash });
      await prendiIncarichi(tx, account.id);
      tx.log('amministratore.nominato', account.id);
      return account.nuovo ? tx.openSession(account.id, browser, false) : replacePassword(tx, account, { hash }, browser);
    });
  }
}

/** The account of this address, made if there is none, as an administrator. `nuovo`: it has the password already. */
async function nominate(
  db: EntityManager,
  { email, nome, cognome, hash }: { email: string; nome: string; cognome: string; hash: string },
): Promise<AccountRow & { nuovo: boolean }> {
  const [row] = await db.query<{ id: string; nuovo: boolean }[]>(
    `INSERT INTO account (id, email, nome, cognome, password_hash, email_confermata_at, amministratore) VALUES ($1, $2, $3, $4, $5, now(), true)
     ON CONFLICT (email) DO UPDATE SET nome = $3, cognome = $4, amministratore = true, email_confermata_at = coalesce(account.email_confermata_at, now())
     RETURNING id, xmax = 0 AS nuovo`,
    [randomUUID(), email, nome, cognome, hash],
  );
  if (row === undefined) throw new Error('An account is either made or changed.');
  return { ...(await accountById(db, row.id)), nuovo: row.nuovo };
}
