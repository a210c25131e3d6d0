import { setTimeout as sleep } from 'node:timers/promises';
import { attach, type Attached } from './attach.js';
import type { Place } from './place.js';
import { shutDown } from './postmaster.js';
import { leave } from './session.js';

const RETRY_MS = 5000;

/** Stays attached to a server: should it die, starts it again on the same port, which the application's connections know. */
export class Keeper {
  private stopping = false;
  private restart: Promise<void> = Promise.resolve();
  private attached: Attached;
  private readonly place: Place;
  private readonly durable: boolean;
  private readonly log: (line: string) => void;

  constructor(place: Place, durable: boolean, log: (line: string) => void, attached: Attached) {
    this.place = place;
    this.durable = durable;
    this.log = log;
    this.attached = attached;
    this.watch();
  }

  /** Leaves the server; the last to leave shuts it down. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.restart;
    const { session } = this.attached;
    const alone = await leave(session).catch(() => false); // the server is gone already
    try {
      if (alone) await shutDown(this.place);
    } finally {
      await session.end().catch(() => undefined);
    }
  }

  private watch(): void {
    this.attached.session.once('end', () => {
      if (!this.stopping) this.restart = this.attachAgain();
    });
  }

  private async attachAgain(): Promise<void> {
    this.log('PostgreSQL incluso: connessione perduta, lo riavvio.');
    while (!this.stopping) {
      try {
        this.attached = await attach(this.place, { durable: this.durable, port: this.attached.port });
        this.log('PostgreSQL incluso: di nuovo attivo.');
        return this.watch();
      } catch (error) {
        this.log((error as Error).message);
        await sleep(RETRY_MS);
      }
    }
  }
}
