import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';

const IMMAGINI = join(import.meta.dirname, '../../../docs/guida/immagini');
/** What a picture of the guide may weigh: who reads it may be on a slow line. */
const AL_MASSIMO = 120 * 1024;
const ARIA = 16;

/** Tall, so that what a picture cuts out of a page is never outside the window. */
export const SCHERMO = { width: 1000, height: 2600 };
export const TELEFONO = { width: 390, height: 2600 };

/**
 * Takes a picture of the guide: from the top of one part of the page to the bottom of another, or the whole window. Only with `GUIDA=1`
 * it goes into docs/guida/immagini; otherwise it stays with the results of the test, so that a test run changes no file of the repository.
 */
export async function fotografa(page: Page, nome: string, da?: Locator, a = da): Promise<void> {
  await nascondi(page);
  const clip = da && a && (await riquadro(page, da, a));
  const png = await page.screenshot({ animations: 'disabled', caret: 'initial', ...(clip && { clip }) });
  const daTenere = process.env['GUIDA'] === '1';
  if (daTenere) expect(png.length, `${nome}.png weighs ${Math.round(png.length / 1024)} kB`).toBeLessThanOrEqual(AL_MASSIMO);
  const folder = daTenere ? IMMAGINI : test.info().outputPath();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${nome}.png`), png);
}

/** The guide is about the portal: out of it go the banner of the demo, the caret, and what passes over a page for a moment. */
async function nascondi(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet(); // unlike a style element, one that the Content-Security-Policy allows
    sheet.replaceSync('.demo-banner, .notices { display: none !important } * { caret-color: transparent !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await document.fonts.ready;
  });
}

async function riquadro(page: Page, da: Locator, a: Locator) {
  await expect(da).toBeVisible();
  await expect(a).toBeVisible();
  const [prima, ultima] = [await da.boundingBox(), await a.boundingBox()];
  const window = page.viewportSize();
  if (!prima || !ultima || !window) throw new Error('What the picture is to show is not on the page.');
  const x = Math.max(0, Math.min(prima.x, ultima.x) - ARIA);
  const y = Math.max(0, prima.y - ARIA);
  const height = Math.min(window.height, ultima.y + ultima.height + ARIA) - y;
  return { x, y, width: window.width - 2 * x, height }; // pages and windows over them are centred
}
