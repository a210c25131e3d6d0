import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CambioPasswordInput, ReimpostaPasswordInput } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../platform/commands/context.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { AccountCommands } from './account/account-commands.js';
import type { Browser, Entrata } from './account/browser.js';
import { emailReset } from './account/accounts.emails.js';
import { accountById, findTitolare } from './account/accounts.sql.js';
import { Credentials } from './account/credentials.js';
import { Limits } from './account/limits.js';
import { replacePassword } from './nuova-password.js';
import { Passwords } from './password/passwords.js';
import { mailWithoutAccount } from './registrazione.service.js';
import { accountOf, consumeSegreto, isMailed, issueSegreto, peekSegreto } from './account/segreti.js';

/** A new password, by mail or by knowing the old one. Either ends every session and every link that was open, and starts one session. */
@Injectable()
export class PasswordService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly credentials: Credentials,
    private readonly limits: Limits,
    private readonly passwords: Passwords,
  ) {}

  /** Mails a link to choose a new password. The same answer whoever holds the address. @throws ProblemError 429 */
  async chiediReset(ctx: RequestContext, email: string): Promise<void> {
    const due = await this.limits.countMail(ctx, email);
    await this.commands.run(ctx, async tx => {
      const titolare = await findTitolare(tx.db, email);
      if (!due && (titolare.account === null || (await isMailed(tx.db, 'reset', email)))) return;
      if (titolare.account === null) return mailWithoutAccount(tx, email, titolare);
      tx.email(emailReset(titolare.account, await issueSegreto(tx.db, { scopo: 'reset', email, accountId: titolare.account.id })));
      tx.log('password.reset_chiesto', titolare.account.id);
    });
  }

  /**
   * @returns the secrets for the cookies
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`, 422 `password.debole` (the link stays good), 503
   */
  async reimposta(
    ctx: RequestContext,
    { segreto, password, chiudiCalendario }: ReimpostaPasswordInput,
    browser: Browser,
  ): Promise<Entrata> {
    const account = await accountById(this.db.manager, accountOf(await peekSegreto(this.db.manager, 'reset', segreto)));
    this.passwords.demandStrong(password, account);
    const hash = await this.passwords.hash(password);
    return this.commands.run(ctx, async tx => {
      await consumeSegreto(tx.db, 'reset', segreto);
      return replacePassword(tx, account, { hash, chiudiCalendario }, browser);
    });
  }

  /**
   * @returns the secrets for the cookies
   * @throws ProblemError 401 on `/attuale`, 422 `password.debole` on `/nuova`, 429, 503
   */
  async cambia(ctx: RequestContext, { attuale, nuova, chiudiCalendario }: CambioPasswordInput, browser: Browser): Promise<Entrata> {
    const account = await accountById(this.db.manager, ctx.actor.id);
    this.passwords.demandStrong(nuova, account, '/nuova');
    const { matches } = await this.credentials.check(ctx, account.email, attuale, account.passwordHash, true);
    if (!matches) throw fieldProblem('accesso.credenziali', '/attuale', 'La password attuale non è corretta.');
    const hash = await this.passwords.hash(nuova);
    return this.commands.run(ctx, tx => replacePassword(tx, account, { hash, chiudiCalendario }, browser));
  }
}
