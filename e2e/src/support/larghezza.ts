import { expect, type Page } from '@playwright/test';

/** On a screen of this width (px) nothing has to be scrolled sideways to be read; leaves the screen so. */
export async function expectNoWider(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 760 });
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(wider, { message: `${path} at ${width} px` }).toBeLessThanOrEqual(0);
}
