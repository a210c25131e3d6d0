import { isPlatformServer } from '@angular/common';
import { ApplicationRef, inject, Injectable, makeStateKey, PLATFORM_ID, TransferState } from '@angular/core';
import { HEADER_AUTOMATICA } from '@tavoli/shared';
import { PersonActivity } from './person-activity';
import { SessionExpiry } from './session-expiry';
import { problemOf, UNREACHABLE } from '../ui/problem';
import { API_FETCH } from './api-fetch';
import { ProblemError } from './problem-error';

export interface SendOptions {
  /** The version of the row that the user was looking at: sent as `If-Match`. */
  readonly version?: number;
  /** Sent as `Idempotency-Key`: see `submission()`. */
  readonly idempotencyKey?: string;
  /** The secret of a mailed link, sent as `X-Segreto`: it never travels in an address. */
  readonly segreto?: string;
}

/**
 * The one door to the API; only `<feature>.api.ts` files go through it. Answers are the parsed bodies; refusals reject with a
 * ProblemError. What the server read for a page is handed to the browser with it, so that it is not asked twice.
 *
 * Over fetch and not HttpClient: the public pages would otherwise load 5 kB of it (gzip), of 100 that they may.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  readonly #fetch = inject(API_FETCH);
  readonly #expiry = inject(SessionExpiry);
  readonly #person = inject(PersonActivity);
  readonly #transfer = inject(TransferState);
  readonly #onServer = isPlatformServer(inject(PLATFORM_ID));
  #hydrating = !this.#onServer;

  constructor() {
    if (this.#hydrating)
      void inject(ApplicationRef)
        .whenStable()
        .then(() => (this.#hydrating = false));
  }

  async get<T>(url: string, signal?: AbortSignal): Promise<T> {
    const handed = this.handed<T>(url);
    if (handed !== undefined) return handed;
    const body = await this.#send<T>('GET', url, { signal });
    if (this.#onServer) this.#transfer.set(keyOf<T>(url), body);
    return body;
  }

  /** What the holder of a mailed secret may read; never handed over with a page. */
  getWithSecret<T>(url: string, segreto: string): Promise<T> {
    return this.#send('GET', url, { segreto });
  }

  post<T>(url: string, body?: unknown, options?: SendOptions): Promise<T> {
    return this.#send('POST', url, { ...options, body });
  }

  put<T>(url: string, body?: unknown, options?: SendOptions): Promise<T> {
    return this.#send('PUT', url, { ...options, body });
  }

  patch<T>(url: string, body?: unknown, options?: SendOptions): Promise<T> {
    return this.#send('PATCH', url, { ...options, body });
  }

  delete<T>(url: string, options?: SendOptions): Promise<T> {
    return this.#send('DELETE', url, { ...options });
  }

  /** What came with the page for `url`; undefined once the page is alive. */
  handed<T>(url: string): T | undefined {
    return this.#hydrating ? this.#transfer.get<T | undefined>(keyOf(url), undefined) : undefined;
  }

  async #send<T>(
    method: string,
    url: string,
    { body, version, idempotencyKey, segreto, signal }: SendOptions & { body?: unknown; signal?: AbortSignal },
  ): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json', 'X-Requested-With': 'tavoli' };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    if (!this.#person.present) headers[HEADER_AUTOMATICA] = '1';
    if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
    if (segreto !== undefined) headers['X-Segreto'] = segreto;
    const response = await this.#fetch(url, {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch((error: unknown) => {
      throw signal?.aborted ? error : new ProblemError(UNREACHABLE);
    });
    const answer: unknown = await bodyOf(response);
    if (response.ok) return answer as T;
    const problem = problemOf(answer, response.status);
    this.#expiry.notice(problem);
    throw new ProblemError(problem);
  }
}

const keyOf = <T>(url: string) => makeStateKey<T>(`api:${url}`);

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
