import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { HEADER_AUTOMATICA } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { contextOf } from '../platform/access/request-context.js';

const FLUSH_MS = 30_000;

/** Rows in one order and none that another replica is writing: two flushes can never wait for each other. */
const TOUCH = `
  UPDATE sessione SET vista_at = now() WHERE id IN (
    SELECT id FROM sessione WHERE id = ANY($1::uuid[]) AND vista_at < now() - interval '5 minutes' ORDER BY id FOR UPDATE SKIP LOCKED)`;

/** Keeps `vista_at` of sessions, to within five minutes, at no cost to any request: they are noted, and written together later. */
@Injectable()
export class SessionActivity implements NestInterceptor, OnModuleInit, OnApplicationShutdown {
  private readonly seen = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  intercept(execution: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    if (execution.getType() === 'http') {
      const request = execution.switchToHttp().getRequest<FastifyRequest>();
      const { sessioneId } = contextOf(request);
      // A page that reads itself again keeps nobody signed in.
      if (sessioneId !== null && request.headers[HEADER_AUTOMATICA] === undefined) this.seen.add(sessioneId);
    }
    return next.handle();
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush().catch(() => undefined), FLUSH_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch(() => undefined);
  }

  /** Writes what was noted. What cannot be written is forgotten: it was only a time of day. */
  async flush(): Promise<void> {
    const ids = [...this.seen];
    this.seen.clear();
    if (ids.length > 0) await this.db.query(TOUCH, [ids]);
  }
}
