import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';

export interface Answer<T = never> {
  readonly status: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  /** Parsed JSON; undefined for anything else. */
  readonly body: T;
  readonly text: string;
  readonly raw: Buffer;
}

export interface Options {
  readonly version?: number;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** Speaks to the API as the site's own pages do: same origin, cookie, If-Match, a fresh Idempotency-Key for each POST. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly origin: string,
    private readonly cookie: string | null,
  ) {}

  get<T = never>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.send('GET', path, undefined, options);
  }

  post<T = never>(path: string, body: unknown = {}, options: Options = {}): Promise<Answer<T>> {
    return this.send('POST', path, body, { key: newKey(), ...options });
  }

  put<T = never>(path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.send('PUT', path, body, options);
  }

  delete<T = never>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.send('DELETE', path, undefined, options);
  }

  async send<T = never>(method: Method, path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    const url = path.startsWith('/api/') ? path : `/api/v1${path}`;
    const response = await this.app.inject({
      method,
      url,
      headers: this.headers(options),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json = /json/.test(String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (json && response.payload !== '' ? JSON.parse(response.payload) : undefined) as T,
      text: response.payload,
      raw: response.rawPayload,
    };
  }

  private headers({ version, key, headers }: Options): Record<string, string> {
    return {
      host: new URL(this.origin).host,
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    };
  }
}

export const newKey = (): string => randomBytes(16).toString('base64url');
