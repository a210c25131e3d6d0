import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultPoint } from '../commands/fault-point.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { inLane, LAVORI } from '../database/lanes.js';
import { Bus } from '../realtime/bus.js';
import { EMAIL_PACE, type EmailPace } from './email-pace.js';
import { EmailQueue, type ClaimedEmail } from './email-queue.js';
import { MailServer } from './smtp/mail-server.js';
import { DeliveryError, EMAIL_TRANSPORT, type EmailTransport } from './email-transport.js';

/** The database is asked this often whether it is back, to write what became of a mail or to read the queue. */
const AGAIN_MS = 1_000;
/** A mail that is due and cannot be taken is in somebody else's hands: it is looked at again this often, not as fast as the database answers. */
const TAKEN_MS = 250;

/**
 * Sends what the outbox holds, at least once: a process that dies between the server's yes and our note of it sends that mail again, under
 * the same Message-ID. Any number of workers share the queue.
 */
@Injectable()
export class EmailWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('EmailWorker');
  private readonly server: MailServer;
  private readonly underWay = new Map<ClaimedEmail, Promise<void>>();
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private rung = false;
  private wake: () => void = () => undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'process' | 'demo' | 'smtpUrl'>,
    @Inject(EmailQueue) private readonly queue: EmailQueue,
    @Inject(EMAIL_TRANSPORT) private readonly transport: EmailTransport,
    @Inject(Bus) private readonly bus: Pick<Bus, 'on' | 'onReconnect'>,
    @Inject(EMAIL_PACE) private readonly pace: EmailPace,
  ) {
    this.server = new MailServer(config.smtpUrl, queue, this.logger);
  }

  onApplicationBootstrap(): void {
    if (this.config.process === 'web') return;
    if (this.config.smtpUrl === null && !this.config.demo) this.logger.warn('SMTP_URL manca: nessun messaggio parte davvero.');
    this.bus.on('email', () => this.ring());
    this.bus.onReconnect(() => this.ring());
    this.running = inLane('messaggi', LAVORI, () => this.run());
  }

  /** Lets the attempts under way finish, for a while; the rest is taken up by others or at the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.ring();
    await this.running;
    const patience = new AbortController();
    await Promise.race([
      Promise.all(this.underWay.values()),
      sleep(this.pace.drainMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    this.transport.close();
    await Promise.all(this.underWay.values());
  }

  private async run(): Promise<void> {
    const heartbeat = setInterval(() => void this.renew(), (this.pace.leaseSeconds * 1000) / 3);
    while (!this.stopping) {
      this.rung = false;
      const pause = await this.takeUp();
      if (pause > 0 && !this.rung) await this.pause(pause);
    }
    // While attempts finish their mails must not look abandoned.
    void Promise.all(this.underWay.values()).finally(() => clearInterval(heartbeat));
  }

  /** Starts as many mails as there is room for. @returns milliseconds until it is worth looking again, unless something rings */
  private async takeUp(): Promise<number> {
    const room = this.pace.concurrency - this.underWay.size;
    if (room === 0) return this.pace.pollMs;
    try {
      const claimed = await this.queue.claim(room, this.pace.leaseSeconds);
      for (const email of claimed) this.start(email);
      if (claimed.length === room) return 0;
      const seconds = await this.queue.nextDueSeconds();
      const due = seconds === null ? Infinity : Math.ceil(seconds * 1000) + 1;
      return Math.min(this.pace.pollMs, claimed.length === 0 ? Math.max(due, TAKEN_MS) : due);
    } catch (error) {
      this.logger.warn(`La coda dei messaggi non si legge: ${String(error)}`);
      return AGAIN_MS;
    }
  }

  private start(email: ClaimedEmail): void {
    const attempt = this.attempt(email).finally(() => {
      this.underWay.delete(email);
      this.ring();
    });
    this.underWay.set(email, attempt);
  }

  private async attempt(email: ClaimedEmail): Promise<void> {
    await faultPoint('email.claimed');
    const failure = await this.transport.deliver(email).then(
      () => null,
      (error: unknown) => (error instanceof DeliveryError ? error : new DeliveryError(false, String(error))),
    );
    if (failure === null) await faultPoint('email.taken');
    await this.server.note(failure);
    await this.note(email, () => this.settle(email, failure));
  }

  private settle(email: ClaimedEmail, failure: DeliveryError | null): Promise<boolean> {
    if (failure === null) return this.queue.delivered(email, !this.config.demo);
    if (failure.permanent) return this.queue.refused(email, failure.words);
    const { retryMinutes, giveUpHours } = this.pace;
    return this.queue.postponed(email, failure.words, retryMinutes[email.attempt - 1] ?? retryMinutes.at(-1) ?? 1, giveUpHours);
  }

  /** Writes what became of a mail. When the database is away it insists for as long as nobody else can have taken the mail up. */
  private async note(email: ClaimedEmail, write: () => Promise<boolean>): Promise<void> {
    for (let tries = this.pace.leaseSeconds; tries > 0; tries -= 1) {
      try {
        if (!(await write())) this.logger.warn(`Il messaggio ${email.id} (${email.tipo}) è ormai di un altro processo.`);
        return;
      } catch (error) {
        this.logger.warn(`L’esito del messaggio ${email.id} (${email.tipo}) non è ancora scritto: ${String(error)}`);
        if (this.stopping) return;
        await sleep(AGAIN_MS);
      }
    }
  }

  private async renew(): Promise<void> {
    await this.queue.renew([...this.underWay.keys()], this.pace.leaseSeconds).catch(() => undefined); // the next one may succeed
  }

  private ring(): void {
    this.rung = true;
    this.wake();
  }

  private async pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.wake = resolve;
    await promise;
    clearTimeout(timer);
  }
}
