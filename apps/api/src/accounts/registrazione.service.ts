import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ConfermaInput } from '@tavoli/shared';
import { DataSource } from 'typeorm';
import { indirizzoInvitato } from '../incarichi/inviti.js';
import type { RequestContext } from '../platform/commands/context.js';
import { ProblemError } from '../platform/problem/problem.error.js';
import { AccountCommands, type AccountTx } from './account/account-commands.js';
import type { Browser, Entrata } from './account/browser.js';
import { emailConferma, emailGiaRegistrato, emailNessunAccount } from './account/accounts.emails.js';
import { findTitolare, type Titolare } from './account/accounts.sql.js';
import { Limits } from './account/limits.js';
import { nasceAccount } from './nascita.js';
import { Passwords } from './password/passwords.js';
import { consumeSegreto, isMailed, issueSegreto, peekSegreto } from './account/segreti.js';

/**
 * From an address to the account. Nothing here tells whether an address has one: the same work, the same answer; the mail tells its
 * holder. What waits is an address and nothing else: name and password come from whoever opens the mail.
 */
@Injectable()
export class RegistrazioneService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly commands: AccountCommands,
    private readonly limits: Limits,
    private readonly passwords: Passwords,
  ) {}

  /** Mails the link that opens an account. @throws ProblemError 429 */
  async registra(ctx: RequestContext, email: string): Promise<void> {
    const due = await this.limits.countMail(ctx, email);
    await this.commands.run(ctx, async tx => {
      const titolare = await findTitolare(tx.db, email);
      if (!due && (titolare.account !== null || (await isMailed(tx.db, 'conferma', email)))) return;
      await mailConferma(tx, email, titolare);
      tx.log('registrazione.chiesta');
    });
  }

  /** Mails the link again, if a registration waits. @throws ProblemError 429 */
  async rinvia(ctx: RequestContext, email: string): Promise<void> {
    const due = await this.limits.countMail(ctx, email);
    await this.commands.run(ctx, async tx => {
      if (!due) return;
      const titolare = await findTitolare(tx.db, email);
      if (titolare.inAttesa > 0) await mailConferma(tx, email, titolare);
      else mailWithoutAccount(tx, email, titolare);
    });
  }

  /**
   * Makes the account, with the name and password that the holder of the link gives now, and signs them in. Whatever else waited for
   * the same address ends.
   * @returns the secrets for the cookies
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`, 422 `password.debole` (the link stays good), 503
   */
  async conferma(ctx: RequestContext, { segreto, nome, cognome, password }: ConfermaInput, browser: Browser): Promise<Entrata> {
    const { email } = await peekSegreto(this.db.manager, 'conferma', segreto);
    this.passwords.demandStrong(password, { email, nome, cognome });
    const passwordHash = await this.passwords.hash(password);
    return this.commands.run(ctx, async tx => {
      await consumeSegreto(tx.db, 'conferma', segreto);
      return entra(tx, { email, nome, cognome, passwordHash }, browser);
    });
  }

  /**
   * Makes the account of who was given an incarico and had none, with the name and password that the holder of the link gives now: they take it, and are signed in.
   * @returns the secrets for the cookies
   * @throws ProblemError 404 `collegamento.non_valido`, 410 `collegamento.scaduto`, 422 `password.debole` (the link stays good), 503
   */
  async prendiIncarico(ctx: RequestContext, { segreto, nome, cognome, password }: ConfermaInput, browser: Browser): Promise<Entrata> {
    const email = await indirizzoInvitato(this.db.manager, segreto);
    this.passwords.demandStrong(password, { email, nome, cognome });
    const passwordHash = await this.passwords.hash(password);
    return this.commands.run(ctx, async tx => {
      if ((await indirizzoInvitato(tx.db, segreto)) !== email) throw new ProblemError('collegamento.non_valido');
      return entra(tx, { email, nome, cognome, passwordHash }, browser);
    });
  }
}

async function entra(tx: AccountTx, nuovo: Parameters<typeof nasceAccount>[1], browser: Browser): Promise<Entrata> {
  const id = await nasceAccount(tx, nuovo);
  tx.log('registrazione.confermata', id);
  return tx.openSession(id, browser, false);
}

/** The link that opens an account, or the notice that there is one. */
async function mailConferma(tx: AccountTx, email: string, { account, inAttesa }: Titolare): Promise<void> {
  if (account) return tx.email(emailGiaRegistrato(account, randomUUID()));
  tx.email(emailConferma(email, await issueSegreto(tx.db, { scopo: 'conferma', email }), inAttesa + 1));
}

/**
 * For whoever asks for a mail that only an account can have. It says that registrations wait, but carries no link of theirs: one mail
 * does what it was asked for and nothing else. With an account, the notice that there is one.
 */
export function mailWithoutAccount(tx: AccountTx, email: string, { account, inAttesa }: Titolare): void {
  tx.email(account ? emailGiaRegistrato(account, randomUUID()) : emailNessunAccount(email, randomUUID(), inAttesa));
}
