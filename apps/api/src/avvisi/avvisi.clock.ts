import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { announce, Bus } from '../platform/realtime/bus.js';

const NEXT = `
  SELECT a.slug, extract(epoch FROM t.at - clock_timestamp())::float * 1000 AS ms
  FROM avviso v JOIN ambito a ON a.id = v.ambito_id CROSS JOIN LATERAL (VALUES (v.apre_at), (v.chiude_at)) AS t(at)
  WHERE v.stato = 'pubblicato' AND t.at > clock_timestamp() ORDER BY t.at LIMIT 1`;

/** Timers do not reach further than 24 days; looking again every hour is enough. */
const LOOK_AGAIN_MS = 3_600_000;
const REPLAN_MS = 50;

/** An avviso opens and closes by the clock, without anybody doing anything: at that instant its pages are announced as changed. */
@Injectable()
export class AvvisiClock implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('AvvisiClock');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.process === 'worker') return;
    // Also what any replica announces: a proroga moves the instant.
    this.bus.on('pagine', () => this.wait(REPLAN_MS, () => this.plan()));
    void this.plan();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async plan(): Promise<void> {
    try {
      const [next] = await this.db.query<{ slug: string; ms: number }[]>(NEXT);
      if (!next || next.ms > LOOK_AGAIN_MS) this.wait(LOOK_AGAIN_MS, () => this.plan());
      else this.wait(Math.max(1, next.ms + 1), () => this.strike(next.slug));
    } catch (error) {
      this.logger.warn(`Next opening or closing not known: ${String(error)}`);
      this.wait(REPLAN_MS * 100, () => this.plan());
    }
  }

  /** The announcement comes back through the bus, and plans the next. */
  private async strike(ambitoSlug: string): Promise<void> {
    await announce(this.db.manager, { t: 'pagine', ambitoSlug }).catch(() => this.wait(REPLAN_MS * 100, () => this.plan()));
  }

  private wait(ms: number, then: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => void then(), ms);
    this.timer.unref();
  }
}
