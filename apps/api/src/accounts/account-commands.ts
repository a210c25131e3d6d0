import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { openSession } from '../platform/access/open-session.js';
import type { RequestContext } from '../platform/commands/context.js';
import { faultPoint } from '../platform/commands/fault-point.js';
import { EmailOutbox } from '../platform/email/email-outbox.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { announce, type BusEvent } from '../platform/realtime/bus.js';

/** What happens to accounts, for the log: never who, but for the id of the account. */
export type AccountEvent =
  | 'registrazione.chiesta' | 'registrazione.confermata'
  | 'accesso.riuscito' | 'accesso.fallito' | 'accesso.collegamento_chiesto' | 'accesso.terminato'
  | 'password.reset_chiesto' | 'password.cambiata'
  | 'email.cambio_chiesto' | 'email.cambiata' | 'profilo.cambiato' | 'account.chiuso' | 'amministratore.nominato';

const logger = new Logger('Accessi');

/** One line of the log, tied to its request. */
export function logAccountEvent(ctx: Pick<RequestContext, 'requestId'>, event: AccountEvent, accountId?: string | null): void {
  logger.log(`${event}${accountId ? ` account=${accountId}` : ''} richiesta=${ctx.requestId}`);
}

/** A transaction on accounts: they belong to no ambito, so it leaves mails, announcements and log lines, but no act in a registro. */
export class AccountTx {
  private readonly emails: EmailDraft[] = [];
  private readonly events: BusEvent[] = [];
  private readonly lines: (() => void)[] = [];

  constructor(
    readonly db: EntityManager,
    private readonly ctx: RequestContext,
  ) {}

  email(...drafts: readonly EmailDraft[]): void {
    this.emails.push(...drafts);
  }

  /** Told to every replica after commit, and only then. */
  annuncia(...events: readonly BusEvent[]): void {
    this.events.push(...events);
  }

  /** Written to the log after commit. */
  log(event: AccountEvent, accountId?: string): void {
    this.lines.push(() => logAccountEvent(this.ctx, event, accountId));
  }

  /**
   * Starts a session with a new id, ending the one that this browser had: whatever cookie came with the request is never taken over.
   * @returns the secret for the cookie
   */
  async openSession(accountId: string, agent: string | undefined): Promise<string> {
    const { sessioneId } = this.ctx;
    if (sessioneId !== null) {
      await this.db.query('DELETE FROM sessione WHERE id = $1', [sessioneId]);
      this.annuncia({ t: 'sessione', sessioneId });
    }
    return openSession(this.db, accountId, agent);
  }

  /** Ends every session of an account; whatever it has open anywhere must sign in again. */
  async endSessions(accountId: string): Promise<void> {
    await this.db.query('DELETE FROM sessione WHERE account_id = $1', [accountId]);
    this.annuncia({ t: 'account', accountId });
  }

  async close(outbox: EmailOutbox): Promise<void> {
    await outbox.enqueue(this.db, this.emails);
    for (const event of this.events) await announce(this.db, event);
    faultPoint('account.before-commit');
  }

  committed(): void {
    this.lines.forEach(line => line());
  }
}

/** Runs commands on accounts: one command, one transaction, one outbox. */
@Injectable()
export class AccountCommands {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: EmailOutbox,
  ) {}

  async run<T>(ctx: RequestContext, work: (tx: AccountTx) => Promise<T>): Promise<T> {
    const [tx, value] = await this.db.transaction(async db => {
      const opened = new AccountTx(db, ctx);
      const result = await work(opened);
      await opened.close(this.outbox);
      return [opened, result] as const;
    });
    tx.committed();
    return value;
  }
}
