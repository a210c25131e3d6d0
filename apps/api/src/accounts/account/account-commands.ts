import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { deviceName, openSession } from './open-session.js';
import type { RequestContext } from '../../platform/commands/context.js';
import { faultPoint } from '../../platform/commands/fault-point.js';
import { EmailOutbox } from '../../platform/email/email-outbox.js';
import type { EmailDraft } from '../../platform/email/email.types.js';
import { securityEvent, type SecurityEventName } from '../../platform/ops/security-events.js';
import { announce, type BusEvent } from '../../platform/realtime/bus.js';
import { appendActs, type Act } from '../../platform/registro/registro.js';
import { emailDispositivoNuovo } from './accounts.emails.js';
import { accountById } from './accounts.sql.js';
import { noteDevice, type Browser, type Entrata } from './browser.js';

/** What happens to accounts, for the log: never who, but for the id of the account. */
export type AccountEvent =
  | 'registrazione.chiesta'
  | 'registrazione.confermata'
  | 'accesso.riuscito'
  | 'accesso.fallito'
  | 'accesso.collegamento_chiesto'
  | 'accesso.terminato'
  | 'password.reset_chiesto'
  | 'password.cambiata'
  | 'email.cambio_chiesto'
  | 'email.cambiata'
  | 'profilo.cambiato'
  | 'account.chiuso'
  | 'amministratore.nominato';

const logger = new Logger('Accessi');

/** One line of the log, tied to its request. */
export function logAccountEvent(ctx: Pick<RequestContext, 'requestId'>, event: AccountEvent, accountId?: string | null): void {
  logger.log(`${event}${accountId ? ` account=${accountId}` : ''} richiesta=${ctx.requestId}`);
}

/** A transaction on accounts: they belong to no ambito, so it leaves mails, announcements and log lines, and an act in a registro only where a seat changes. */
export class AccountTx {
  private readonly emails: EmailDraft[] = [];
  private readonly events: BusEvent[] = [];
  private readonly lines: (() => void)[] = [];
  private readonly acts: (readonly [ambitoId: string, act: Act])[] = [];

  constructor(
    readonly db: EntityManager,
    private readonly ctx: RequestContext,
  ) {}

  /** Records an act in the registro of an ambito. */
  registra(ambitoId: string, act: Act): void {
    this.acts.push([ambitoId, act]);
  }

  email(...drafts: readonly EmailDraft[]): void {
    this.emails.push(...drafts);
  }

  /** Told to every replica after commit, and only then. */
  annuncia(...events: readonly BusEvent[]): void {
    this.events.push(...events);
  }

  /** A security event, written to the log after commit: never who, only from which network. */
  security(event: SecurityEventName): void {
    this.lines.push(() => securityEvent(event, this.ctx.network));
  }

  /** Written to the log after commit. */
  log(event: AccountEvent, accountId?: string): void {
    this.lines.push(() => logAccountEvent(this.ctx, event, accountId));
  }

  /**
   * Starts a session with a new id, ending the one that this browser had: whatever cookie came with the request is never taken over.
   * A browser new to the account is told to its holder, unless the act that signs in tells them anyway.
   * @returns the secrets for the cookies
   */
  async openSession(accountId: string, browser: Browser, avvisa: boolean): Promise<Entrata> {
    const { sessioneId } = this.ctx;
    if (sessioneId !== null) {
      await this.db.query('DELETE FROM sessione WHERE id = $1', [sessioneId]);
      this.annuncia({ t: 'sessione', sessioneId });
    }
    const sessione = await openSession(this.db, accountId, browser.agent);
    const { segreto: dispositivo, nuovo } = await noteDevice(this.db, accountId, browser);
    if (nuovo) {
      this.security('dispositivo.nuovo');
      if (avvisa) this.email(emailDispositivoNuovo(await accountById(this.db, accountId), deviceName(browser.agent ?? ''), randomUUID()));
    }
    return { sessione, dispositivo };
  }

  /** Ends every session of an account; whatever it has open anywhere must sign in again. */
  async endSessions(accountId: string): Promise<void> {
    await this.db.query('DELETE FROM sessione WHERE account_id = $1', [accountId]);
    this.annuncia({ t: 'account', accountId });
  }

  async close(outbox: EmailOutbox): Promise<void> {
    await outbox.enqueue(this.db, this.emails, this.ctx);
    for (const event of this.events) await announce(this.db, event);
    const ambiti = [...new Set(this.acts.map(([ambitoId]) => ambitoId))].sort(); // in one order: two never wait for each other
    for (const ambitoId of ambiti)
      await appendActs(
        this.db,
        ambitoId,
        this.ctx.actor.id,
        this.acts.filter(([of]) => of === ambitoId).map(([, act]) => act),
      );
    await faultPoint('account.before-commit');
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
