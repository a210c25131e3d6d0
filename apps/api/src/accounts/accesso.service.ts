import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AccessoInput } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../platform/commands/context.js';
import { securityEvent } from '../platform/ops/security-events.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { AccountCommands, logAccountEvent } from './account/account-commands.js';
import type { Browser, Entrata } from './account/browser.js';
import { emailAccesso, emailTentativi } from './account/accounts.emails.js';
import { findTitolare, type AccountRow } from './account/accounts.sql.js';
import { isKnown } from './account/browser.js';
import { Credentials } from './account/credentials.js';
import { daAvvisare, Limits } from './account/limits.js';
import { mailWithoutAccount } from './registrazione.service.js';
import { accountOf, cancelSegreti, consumeSegreto, isMailed, issueSegreto } from './account/segreti.js';

/** Signing in and out. Methods that sign in return the secret for the cookie of a session that did not exist before. */
@Injectable()
export class AccessoService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly credentials: Credentials,
    private readonly limits: Limits,
  ) {}

  /** @throws ProblemError 401 `accesso.credenziali`, 429, 503 */
  async accedi(ctx: RequestContext, { email, password }: AccessoInput, browser: Browser): Promise<Entrata> {
    const { account } = await findTitolare(this.db.manager, email);
    const stored = account?.passwordHash ?? null;
    const known = await isKnown(this.db.manager, account?.id ?? null, browser);
    const { matches, tries, rehashed } = await this.credentials.check(ctx, email, password, stored, known);
    if (!matches || account === null) throw await this.refuse(ctx, account, tries);
    return this.commands.run(ctx, async tx => {
      // A password changed in this very moment ends all sessions: this one must not slip in behind it.
      const [still] = await tx.db.query<unknown[]>('SELECT 1 FROM account WHERE id = $1 AND password_hash = $2 FOR NO KEY UPDATE', [
        account.id,
        stored,
      ]);
      if (!still) throw new ProblemError('accesso.credenziali');
      if (rehashed) await tx.db.query('UPDATE account SET password_hash = $2 WHERE id = $1', [account.id, rehashed]);
      tx.log('accesso.riuscito', account.id);
      tx.security('accesso.riuscito');
      return tx.openSession(account.id, browser, true);
    });
  }

  /** Mails a link that signs in. The same answer whoever holds the address. @throws ProblemError 429 */
  async chiediLink(ctx: RequestContext, email: string): Promise<void> {
    const due = await this.limits.countMail(ctx, email);
    await this.commands.run(ctx, async tx => {
      const titolare = await findTitolare(tx.db, email);
      if (!due && (titolare.account === null || (await isMailed(tx.db, 'accesso', email)))) return;
      if (titolare.account === null) return mailWithoutAccount(tx, email, titolare);
      tx.email(emailAccesso(titolare.account, await issueSegreto(tx.db, { scopo: 'accesso', email, accountId: titolare.account.id })));
      tx.log('accesso.collegamento_chiesto', titolare.account.id);
    });
  }

  /** @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto` */
  usaLink(ctx: RequestContext, segreto: string, browser: Browser): Promise<Entrata> {
    return this.commands.run(ctx, async tx => {
      const accountId = accountOf(await consumeSegreto(tx.db, 'accesso', segreto));
      await cancelSegreti(tx.db, { accountId, scopi: ['accesso'] });
      tx.log('accesso.riuscito', accountId);
      tx.security('accesso.riuscito');
      return tx.openSession(accountId, browser, true);
    });
  }

  /** A wrong password. Many for one account are told to its holder, and again as they double; once a day at most. @returns the refusal, which is the same for everybody */
  private async refuse(ctx: RequestContext, account: AccountRow | null, tries: number): Promise<ProblemError> {
    logAccountEvent(ctx, 'accesso.fallito', account?.id);
    securityEvent('accesso.fallito', ctx.network);
    if (daAvvisare(tries)) {
      securityEvent('accesso.rallentato', ctx.network);
      if (account !== null)
        await this.commands.run(ctx, tx =>
          Promise.resolve(tx.email(emailTentativi(account, account.id, new Date().toISOString().slice(0, 10), tries))),
        );
    }
    return new ProblemError('accesso.credenziali');
  }

  /** Signs out; without a session it does nothing. */
  async esci(ctx: RequestContext): Promise<void> {
    const { sessioneId } = ctx;
    if (sessioneId === null) return;
    await this.commands.run(ctx, async tx => {
      await tx.db.query('DELETE FROM sessione WHERE id = $1', [sessioneId]);
      tx.annuncia({ t: 'sessione', sessioneId });
      tx.log('accesso.terminato', ctx.actor.id ?? undefined);
    });
  }

  /** Ends one of one's own sessions. @throws ProblemError 404 */
  async termina(ctx: RequestContext, sessioneId: string): Promise<void> {
    await this.commands.run(ctx, async tx => {
      const [, ended] = await tx.db.query<[unknown[], number]>('DELETE FROM sessione WHERE id = $1 AND account_id = $2', [
        sessioneId,
        ctx.actor.id,
      ]);
      if (ended === 0) throw new ProblemError('risorsa.non_trovata');
      tx.annuncia({ t: 'sessione', sessioneId });
      tx.log('accesso.terminato', ctx.actor.id ?? undefined);
    });
  }

  /** Ends all of one's sessions but this. */
  async terminaAltre(ctx: RequestContext): Promise<void> {
    await this.commands.run(ctx, async tx => {
      const [rows] = await tx.db.query<[{ id: string }[], number]>('DELETE FROM sessione WHERE account_id = $1 AND id <> $2 RETURNING id', [
        ctx.actor.id,
        ctx.sessioneId,
      ]);
      tx.security('sessioni.chiuse');
      tx.annuncia(...rows.map(({ id }) => ({ t: 'sessione' as const, sessioneId: id })));
      tx.log('accesso.terminato', ctx.actor.id ?? undefined);
    });
  }
}
