import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RegistrazioneInput } from '@tavoli/shared';
import type { RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { AccountCommands, type AccountTx } from './account-commands.js';
import { emailConferma, emailGiaRegistrato, emailNessunAccount } from './accounts.emails.js';
import { findTitolare, type Titolare } from './accounts.sql.js';
import { Limits } from './limits.js';
import { Passwords } from './passwords.js';
import { cancelSegreti, consumeSegreto, issueSegreto } from './segreti.js';

/** From the form to the account. Nothing here tells whether an address has one: the same work, the same answer; the mail tells its holder. */
@Injectable()
export class RegistrazioneService {
  constructor(
    private readonly commands: AccountCommands,
    private readonly limits: Limits,
    private readonly passwords: Passwords,
  ) {}

  /** @throws ProblemError 422 `password.debole`, 429, 503 */
  async registra(ctx: RequestContext, { email, nome, cognome, password }: RegistrazioneInput): Promise<void> {
    this.passwords.demandStrong(password, { email, nome, cognome });
    await this.limits.countMail(email, ctx.network);
    const passwordHash = await this.passwords.hash(password);
    await this.commands.run(ctx, async tx => {
      const { account } = await findTitolare(tx.db, email);
      const link = await issueSegreto(tx.db, { scopo: 'conferma', email, registrazione: account ? null : { nome, cognome, passwordHash } });
      tx.email(account ? emailGiaRegistrato(account, link) : emailConferma({ nome, cognome, email }, link));
      tx.log('registrazione.chiesta');
    });
  }

  /** Mails the link again. @throws ProblemError 429 */
  async rinvia(ctx: RequestContext, email: string): Promise<void> {
    await this.limits.countMail(email, ctx.network);
    await this.commands.run(ctx, async tx => mailWithoutAccount(tx, email, await findTitolare(tx.db, email)));
  }

  /**
   * Makes the account that was registered with this very link, and signs in whoever holds it.
   * @returns the secret for the cookie
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`
   */
  conferma(ctx: RequestContext, segreto: string, agent: string | undefined): Promise<string> {
    return this.commands.run(ctx, async tx => {
      const { email, registrazione } = await consumeSegreto(tx.db, 'conferma', segreto);
      if (registrazione === null) throw new ProblemError('collegamento.non_valido');
      const { nome, cognome, passwordHash } = registrazione;
      const [row] = await tx.db.query<{ id: string }[]>(
        `INSERT INTO account (id, email, nome, cognome, password_hash, email_confermata_at) VALUES ($1, $2, $3, $4, $5, now())
         ON CONFLICT (email) DO NOTHING RETURNING id`,
        [randomUUID(), email, nome, cognome, passwordHash],
      );
      if (row === undefined) throw new ProblemError('collegamento.non_valido'); // another registration of this address came first
      await cancelSegreti(tx.db, { email, scopi: ['conferma'] });
      tx.log('registrazione.confermata', row.id);
      return tx.openSession(row.id, agent);
    });
  }
}

/**
 * For whoever asks for a mail that no account can have: the confirmation again if one waits, else the notice that there is no account.
 * With an account, the notice that there is one.
 */
export async function mailWithoutAccount(tx: AccountTx, email: string, { account, registrazione }: Titolare): Promise<void> {
  const link = await issueSegreto(tx.db, { scopo: 'conferma', email, registrazione: account ? null : registrazione });
  if (account) tx.email(emailGiaRegistrato(account, link));
  else tx.email(registrazione ? emailConferma({ ...registrazione, email }, link) : emailNessunAccount(email, link));
}
