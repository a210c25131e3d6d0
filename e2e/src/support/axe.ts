import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA, as far as a program can tell: no violation at all on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that is still arriving has no heading yet.
  await expect(page.locator('h1').first()).toBeAttached();
  // A colour on its way to another has a contrast that nobody reads. Asked again and again: who waits for an animation whose element goes away waits for ever.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document.getAnimations().filter(a => a.playState === 'running' && Number.isFinite(a.effect?.getComputedTiming().endTime)).length,
      ),
    )
    .toBe(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(v => ({ rule: v.id, where: v.nodes.map(n => n.target.join(' ')) }))).toEqual([]);
}
