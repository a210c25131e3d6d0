import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { BusConnection, CHANNEL } from './bus-connection.js';
import type { BusEvent, BusEventOf, BusEventType } from './bus-events.js';

export type { BusEvent } from './bus-events.js';

/** Tells every replica, this one included: PostgreSQL delivers after the caller's transaction commits, and only then. */
export async function announce(manager: EntityManager, event: BusEvent): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
}

type Handler = (event: BusEvent) => void;

/** Hears what any replica announces. Handlers must not throw and must not take long. */
@Injectable()
export class Bus implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Bus');
  private readonly handlers = new Map<BusEventType, Handler[]>();
  private readonly whenUp: (() => void)[] = [];
  private readonly whenDown: (() => void)[] = [];
  private readonly connection: BusConnection;

  constructor(@InjectDataSource() db: DataSource) {
    this.connection = new BusConnection(urlOf(db), {
      onUp: () => this.whenUp.forEach(fn => fn()),
      onDown: () => this.fallen(),
      onMessage: payload => this.receive(payload),
    });
  }

  /** False while announcements of others cannot be heard. */
  get isUp(): boolean {
    return this.connection.isUp;
  }

  on<T extends BusEventType>(type: T, fn: (event: BusEventOf<T>) => void): void {
    const handlers = this.handlers.get(type) ?? [];
    this.handlers.set(type, [...handlers, fn as Handler]);
  }

  /** Called each time listening starts, the first included: whatever was announced before has been missed. */
  onReconnect(fn: () => void): void {
    this.whenUp.push(fn);
  }

  /** Called each time the connection is lost. */
  onDown(fn: () => void): void {
    this.whenDown.push(fn);
  }

  async onModuleInit(): Promise<void> {
    await this.connection.open();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }

  private fallen(): void {
    this.logger.warn('Connection of the bus lost');
    this.whenDown.forEach(fn => fn());
  }

  private receive(payload: string): void {
    const event = parse(payload);
    if (event === null) return;
    for (const handler of this.handlers.get(event.t) ?? []) handler(event);
  }
}

/** The address of the database the application runs on. */
export function urlOf(db: DataSource): string {
  const { url } = db.options as { url?: string };
  if (url === undefined) throw new Error('The database must be given by its URL.');
  return url;
}

/** Null for what is not ours: any client of the database may NOTIFY. */
function parse(payload: string): BusEvent | null {
  try {
    const event = JSON.parse(payload) as BusEvent | null;
    return typeof event === 'object' && typeof event?.t === 'string' ? event : null;
  } catch {
    return null;
  }
}
