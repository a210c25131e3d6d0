import { expect, type Page } from '@playwright/test';

interface Richiesta {
  /** The version that was seen; without it something new, made once. */
  readonly version?: number;
}

/** A request of the API as the page that is open would send it, signed in as whoever is. Steps that are no part of a story are made so. */
export async function api<T = unknown>(
  page: Page,
  metodo: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  { version }: Richiesta = {},
): Promise<T> {
  const more =
    metodo === 'GET'
      ? {}
      : {
          'Content-Type': 'application/json',
          'X-Requested-With': 'tavoli',
          ...(version === undefined ? { 'Idempotency-Key': crypto.randomUUID() } : { 'If-Match': `"${version}"` }),
        };
  const answer = await page.evaluate(
    async ({ url, method, headers, text }) => {
      const response = await fetch(url, { method, headers, ...(text === null ? {} : { body: text }) });
      return { ok: response.ok, text: await response.text() };
    },
    { url: `/api/v1${path}`, method: metodo, headers: more, text: body === undefined ? null : JSON.stringify(body) },
  );
  expect(answer, `${metodo} ${path}`).toMatchObject({ ok: true });
  return (answer.text === '' ? null : JSON.parse(answer.text)) as T;
}
