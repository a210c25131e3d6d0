import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { scrub } from './scrub.js';
import { SecurityEvent } from './security-events.js';

const FLUSH_MS = 500;
const BUFFER_BYTES = 4096;

/** NestJS tells how it assembles itself, at every start: of use only to who debugs that. */
const CHATTER = new Set(['InstanceLoader', 'NestApplication', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'WebSocketsController']);

/** The log of the process: one JSON object a line. Texts are scrubbed, whoever wrote them; fields are for our own words and figures. */
export class Log implements LoggerService {
  private readonly out: Logger;

  /** @param to where lines go; by default standard output, buffered for half a second */
  constructor(
    level: string,
    private readonly to: DestinationStream & { flushSync?(): void } = standardOutput(),
  ) {
    const formatters = { level: (label: string) => ({ level: label }) };
    this.out = pino({ level, base: undefined, timestamp: stdTimeFunctions.isoTime, formatters }, to);
  }

  log(message: unknown, ...rest: unknown[]): void {
    const context = contextOf(rest);
    this.write(context !== undefined && CHATTER.has(context) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    if (message instanceof SecurityEvent) return this.out.warn(message.fields, 'sicurezza');
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** A line of figures. Values must be our own: they are not scrubbed. */
  fields(fields: Readonly<Record<string, string | number>>, message: string): void {
    this.out.info(fields, message);
  }

  get logsRequests(): boolean {
    return this.out.isLevelEnabled('info');
  }

  /** Writes what is still buffered; to be called before the process ends. */
  flush(): void {
    this.to.flushSync?.();
  }

  private write(level: 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    if (!this.out.isLevelEnabled(level)) return;
    const context = contextOf(rest);
    const stack = level === 'error' ? rest.find(part => typeof part === 'string' && part.includes('\n    at ')) : undefined;
    this.out[level](
      {
        ...(context === undefined ? {} : { context: scrub(context) }),
        ...(stack === undefined ? {} : { stack: scrub(String(stack)) }),
      },
      scrub(textOf(message)),
    );
  }
}

/** NestJS passes the name of who logs as the last argument. */
function contextOf(rest: unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : undefined;
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.stack ?? message.message;
  return typeof message === 'string' ? message : (JSON.stringify(message) ?? String(message));
}

function standardOutput(): DestinationStream {
  const out = pino.destination({ dest: 1, sync: false, minLength: BUFFER_BYTES });
  setInterval(() => out.flush(), FLUSH_MS).unref();
  return out;
}
