import { expect, type Page } from '@playwright/test';

const AMBITO = '/corigliano-rossano';

export interface Convocato {
  readonly id: string;
  /** `YYYY-MM-DD` of its day. */
  readonly giorno: string;
}

/** Convenes an incontro three weeks from now, as whoever is signed in on `page`, through the API: the pages that do it have stories of their own. */
export async function convoca(page: Page, tavolo: string, titolo: string): Promise<Convocato> {
  const giorno = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  const input = {
    titolo, inizioAt: `${giorno}T15:00:00Z`, fineAt: `${giorno}T17:00:00Z`, linkVideo: null,
    sede: { nome: 'Sala del Racconto', indirizzo: 'Piazza Inventata 1', accessibile: false },
    punti: [{ titolo: 'Letture dei bisogni', minuti: 50, relatore: 'Remo Fittizi' }, { titolo: 'Varie', minuti: 10, relatore: null }],
    altriTavoli: [], membri: [], ospiti: [], secondaConvocazione: false, serie: null,
  };
  const { incontri } = await post<{ incontri: { id: string }[] }>(page, `tavoli/${tavolo}/incontri`, input, { 'Idempotency-Key': crypto.randomUUID() });
  const id = incontri[0]?.id ?? '';
  await esegui(page, id, 'convoca', {});
  return { id, giorno };
}

/** A step of an incontro, on the version that is there now. */
export async function esegui(page: Page, id: string, azione: string, body: object): Promise<void> {
  const { version } = await page.evaluate(async url => (await (await fetch(url)).json()) as { version: number }, `/api/v1/ambiti${AMBITO}/incontri/${id}`);
  await post(page, `incontri/${id}/azioni/${azione}`, body, { 'If-Match': `"${version}"` });
}

async function post<T>(page: Page, path: string, body: object, headers: Record<string, string>): Promise<T> {
  const answer = await page.evaluate(
    async ({ url, text, more }) => {
      const response = await fetch(url, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'tavoli', ...more } });
      return { ok: response.ok, text: await response.text() };
    },
    { url: `/api/v1/ambiti${AMBITO}/${path}`, text: JSON.stringify(body), more: headers },
  );
  expect(answer, `POST ${path}`).toMatchObject({ ok: true });
  return JSON.parse(answer.text) as T;
}
