import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { ConstructorOptions, PgBoss } from 'pg-boss';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { DATABASE } from '../database/database.module.js';
import { inLane, LAVORI } from '../database/lanes.js';
import { Client } from '../database/pg.js';

/** Something done again and again, by one worker of all at a time. It must not mind being run twice. */
export interface Ricorrenza {
  readonly name: string;
  /** Cron, in Europe/Rome. */
  readonly cron: string;
  readonly work: () => Promise<void>;
  /** It writes to people: at the hour of its cron and at no other. The rest is done at each start as well, whatever was missed. */
  readonly soloAllOra?: true;
}

const AGAIN_MS = 30_000;
/** A minute late is soon enough for what is done by the calendar. */
const POLL_SECONDS = 30;
/** Longer than any of them takes: after that it is given to another. */
const EXPIRE_SECONDS = 900;
/** Workers that start together do it once. */
const START_SECONDS = 60;

/** Work by the clock, shared by any number of worker processes through the database (pg-boss). */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly ricorrenze: Ricorrenza[] = [];
  private boss: PgBoss | undefined;
  private timer: NodeJS.Timeout | undefined;
  private starting: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'process'>,
    @Inject(DATABASE) private readonly url: string,
  ) {}

  /** To be called while modules initialise. */
  every(ricorrenza: Ricorrenza): void {
    this.ricorrenze.push(ricorrenza);
  }

  /** All that is done by the calendar. */
  get elenco(): readonly Ricorrenza[] {
    return this.ricorrenze;
  }

  onApplicationBootstrap(): void {
    if (this.areDoneHere && this.ricorrenze.length > 0) this.begin();
  }

  /** Whether this process works by the calendar, or only answers. */
  get areDoneHere(): boolean {
    return this.config.process !== 'web';
  }

  private begin(): void {
    this.starting = this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.starting;
    await this.boss?.stop({ graceful: true, timeout: 5000 });
  }

  /** A database that is away for a moment does not stop the application: it is tried again. */
  private async start(): Promise<void> {
    try {
      const { PgBoss } = await import('pg-boss');
      // Its pool is made of these options: our connections survive their own loss while they are in hand.
      const { lockMs, statementMs, idleMs } = LAVORI;
      const own = {
        Client,
        lock_timeout: lockMs,
        statement_timeout: statementMs,
        idle_in_transaction_session_timeout: idleMs,
      } as ConstructorOptions;
      const boss = new PgBoss({ ...own, connectionString: this.url, application_name: 'tavoli-jobs', max: 2 });
      boss.on('error', error => this.logger.warn(`Un lavoro periodico non è riuscito: ${error.message}`));
      await boss.start();
      for (const ricorrenza of this.ricorrenze) await this.plan(boss, ricorrenza);
      this.boss = boss;
    } catch (error) {
      this.logger.warn(`I lavori periodici non partono ancora: ${String(error)}`);
      if (!this.stopping) this.timer = setTimeout(() => this.begin(), AGAIN_MS).unref();
    }
  }

  /** What came due while every worker was off (a machine switched off at night) is done now, once. */
  private async plan(boss: PgBoss, { name, cron, work, soloAllOra }: Ricorrenza): Promise<void> {
    await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, expireInSeconds: EXPIRE_SECONDS, deleteAfterSeconds: 86_400 });
    await boss.schedule(name, cron, null, { tz: 'Europe/Rome', missed: 'once' });
    if (soloAllOra === undefined) await boss.send(name, null, { singletonKey: 'avvio', singletonSeconds: START_SECONDS });
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, () => inLane(`lavoro ${name}`, LAVORI, work));
  }
}
