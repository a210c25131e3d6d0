import type { Page } from '@playwright/test';
import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

/** Goes on with Tab until the thing of this role and name has the focus: if it cannot be reached so, it cannot be reached. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox' | 'combobox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  await expect(target).toBeVisible();
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} «${String(name)}» is not reached with Tab.`);
}

/** The focus can be seen: what has it is outlined, or has a shadow around it. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const marked = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return element.matches(':focus-visible') && (outlineStyle !== 'none' || boxShadow !== 'none');
  });
  expect(marked).toBe(true);
}

test('a designazione is made with the keyboard alone, from the first link to the receipt', async ({ page }) => {
  await entraCome(page, 'Paola Immaginari');

  await test.step('the first Tab leads past the header', async () => {
    await vai(page, '/corigliano-rossano/area/designazioni/nuova');
    await expect(page.getByRole('combobox', { name: /Tavolo/ })).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: /contenuto/ }).first();
    await expect(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  await test.step('the tavolo is chosen with the arrows', async () => {
    await tabTo(page, 'combobox', /Tavolo/);
    await expectVisibleFocus(page);
    await page.keyboard.type('Dipendenze');
    await tabTo(page, 'button', 'Avanti');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Titolare' })).toBeVisible();
  });

  await test.step('what is missing is summed up, and the focus goes there', async () => {
    await tabTo(page, 'button', 'Controlla e invia');
    await expectVisibleFocus(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'C’è un problema' })).toBeVisible();
    await expect(page.locator(':focus')).toContainText('C’è un problema');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // the first line of the summary leads to its field
    await expect(page.getByRole('group', { name: 'Titolare' }).getByLabel('Nome', { exact: false }).first()).toBeFocused();
  });

  await test.step('the names are typed, the summary confirmed, and the focus comes back', async () => {
    await page.keyboard.type('Tina');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tastiera');
    await page.keyboard.press('Tab');
    await page.keyboard.type('tina.tastiera@demo.invalid');
    await tabTo(page, 'button', 'Controlla e invia');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Riepilogo della designazione' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    const controlla = page.getByRole('button', { name: 'Controlla e invia' });
    await expect(controlla).toBeFocused();
    await expect(controlla).toBeEnabled(); // while the dialog is on its way out its button is busy, and does nothing
    await page.keyboard.press('Enter');
    await tabTo(page, 'button', 'Conferma e invia');
    await page.keyboard.press('Enter');
    await expect(page.getByText('N. di registro del portale', { exact: true })).toBeVisible();
  });
});

test('any page and any thing is two words away: Ctrl+K, a piece of its name, Enter', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await page.keyboard.press('Control+k');
  const finestra = page.getByRole('dialog', { name: 'Vai a…' });
  await expect(finestra.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('incarichi');
  await expect(finestra.getByRole('link', { name: /^Incarichi/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Incarichi' })).toBeVisible();
  await expect(finestra).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nido');
  const nido = finestra.getByRole('link', { name: /Il Nido \(demo\) ODV/ }).first();
  await expect(nido).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(finestra.locator('a').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(finestra.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(finestra).toBeHidden();
  await page.getByRole('button', { name: 'Vai a…' }).click();
  await page.keyboard.type('nido');
  await expect(nido).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Il Nido (demo) ODV' })).toBeVisible();
});
