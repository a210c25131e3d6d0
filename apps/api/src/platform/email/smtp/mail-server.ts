import type { Logger } from '@nestjs/common';
import type { EmailQueue } from '../email-queue.js';
import type { DeliveryError } from '../email-transport.js';

/** The log speaks of a server that is down once in so long; the queue says the rest. */
const PERIOD_MS = 15 * 60_000;
/** A success is written down no more often. */
const FRESH_MS = 60_000;

/** How the mail server is, as this worker finds it: a line of the log for each host and period, and a row that readiness and metrics read. */
export class MailServer {
  private readonly host: string;
  private failing = false;
  private toldAt = -Infinity;
  private writtenAt = -Infinity;

  constructor(
    smtpUrl: string | null,
    private readonly queue: Pick<EmailQueue, 'noteServer'>,
    private readonly logger: Pick<Logger, 'warn' | 'log'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.host = smtpUrl === null ? 'nessuno' : new URL(smtpUrl).host;
  }

  /** An attempt has ended. What the server says of one recipient or one message says nothing of the server. */
  async note(failure: DeliveryError | null): Promise<void> {
    if (failure === null) await this.worked();
    else if (failure.unreachable) await this.failed(failure.words);
  }

  private async worked(): Promise<void> {
    if (!this.failing && this.now() - this.writtenAt < FRESH_MS) return;
    if (this.failing) this.logger.log(`Il server di posta ${this.host} risponde di nuovo: i messaggi in coda ripartono.`);
    this.failing = false;
    this.toldAt = -Infinity;
    this.writtenAt = this.now();
    await this.write(null);
  }

  private async failed(words: string): Promise<void> {
    this.failing = true;
    if (this.now() - this.toldAt < PERIOD_MS) return;
    this.toldAt = this.now();
    this.logger.warn(`Il server di posta ${this.host} non prende messaggi: ${words} Restano in coda e partiranno appena torna.`);
    await this.write(words);
  }

  /** The mail matters more than what is told of it. */
  private write(words: string | null): Promise<void> {
    return this.queue.noteServer(this.host, words).catch(() => undefined);
  }
}
