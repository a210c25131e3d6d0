import type { Page, Response } from '@playwright/test';

/**
 * Opens an address and waits until the page is alive: before, a click or a key is the browser's alone, loads the next page whole, and the
 * focus is lost with this one. The page itself says when (apps/web/src/main.ts). Stories go nowhere in another way, which lint sees to.
 */
export async function vai(page: Page, indirizzo: string): Promise<Response | null> {
  const risposta = await page.goto(indirizzo);
  await viva(page);
  return risposta;
}

/** Loads the page again, and waits as `vai` does. */
export async function ricarica(page: Page): Promise<void> {
  await page.reload();
  await viva(page);
}

/** As whoever has JavaScript switched off: the page never comes alive. */
export const vaiSenzaScript = (page: Page, indirizzo: string): Promise<Response | null> => page.goto(indirizzo);

/** Waits until nothing travels any more: what was begun is done, and has had its answer. */
export const quieta = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

/** Waits until the page that a link has led to is alive; to be asked once something of it is seen, and no more of the page before. */
export const viva = (page: Page): Promise<void> => page.locator('html[data-viva]').waitFor({ state: 'attached' });
