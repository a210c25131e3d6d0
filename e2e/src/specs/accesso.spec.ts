import type { Page } from '@playwright/test';
import { entrato, PASSWORD, registra } from '../pages/accesso.js';
import { apriMessaggio } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const NUOVA = 'cinque gatti sul tetto';

/** Registers a person who is called only by name. */
const iscrivi = (page: Page, nome: string, email: string) => registra(page, { nome, cognome: 'Iscritta', email });

async function esci(page: Page, nome: string): Promise<void> {
  const voce = page.getByRole('button', { name: 'Esci' });
  // The menu closes by itself when a page that is still arriving takes the place of this one: who finds it closed opens it again.
  await expect(async () => {
    if (!(await voce.isVisible())) await page.getByRole('button', { name: `Il tuo account: ${nome}` }).click();
    await voce.click({ timeout: 10_000 });
  }).toPass();
  await expect(page.getByRole('link', { name: 'Accedi' }).first()).toBeVisible();
}

async function accedi(page: Page, email: string, password: string): Promise<void> {
  await vai(page, '/accedi');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByLabel(/^\s*Password/).fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}

test('a person registers, confirms from the mail, leaves, and comes back with a mailed link', async ({ page }) => {
  const email = 'iris.iscritta@demo.invalid';
  await iscrivi(page, 'Iris', email);
  await esci(page, 'Iris Iscritta');

  await vai(page, '/accedi/link');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByRole('button', { name: 'Mandami il collegamento' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Controlla la posta' })).toBeVisible();
  await expectAccessible(page);
  await apriMessaggio(page, email, /Il collegamento per accedere/);
  await page.locator('a[href*="/accedi/link#"]').first().click();
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await entrato(page, 'Iris Iscritta');
});

test('a forgotten password is chosen anew; the old one is refused in words that tell nothing, and the address stays written', async ({
  page,
}) => {
  const email = 'ines.iscritta@demo.invalid';
  await iscrivi(page, 'Ines', email);
  await esci(page, 'Ines Iscritta');

  await vai(page, '/password');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Controlla la posta' })).toBeVisible();
  await apriMessaggio(page, email, /Scegli una nuova password/);
  await page
    .locator('a[href*="#"]')
    .filter({ hasText: /password/ })
    .first()
    .click();
  await page.getByLabel('Nuova password').fill('corta');
  await page.getByRole('button', { name: 'Salva ed entra' }).click();
  await expect(page.getByText(/almeno 12 caratteri/).first()).toBeVisible();
  await page.getByLabel('Nuova password').fill(NUOVA);
  await page.getByRole('button', { name: 'Salva ed entra' }).click();
  await entrato(page, 'Ines Iscritta');
  await esci(page, 'Ines Iscritta');

  await accedi(page, email, PASSWORD);
  await expect(page.getByText('Indirizzo o password non corretti.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Indirizzo e-mail' })).toHaveValue(email);
  await accedi(page, email, NUOVA);
  await entrato(page, 'Ines Iscritta');
});

test('an access left open elsewhere is ended from afar, at once', async ({ page, browser, baseURL }) => {
  const email = 'ilda.iscritta@demo.invalid';
  await iscrivi(page, 'Ilda', email);
  const altrove = await browser.newContext({ baseURL: baseURL ?? '' });
  const altra = await altrove.newPage();
  await accedi(altra, email, PASSWORD);
  await entrato(altra, 'Ilda Iscritta');

  await vai(page, '/account');
  await page.getByRole('button', { name: 'Termina tutti gli altri accessi' }).click();
  await expect(page.getByText('Non ci sono altri accessi aperti.')).toBeVisible();
  await vai(altra, '/account');
  await expect(altra.getByRole('heading', { level: 1, name: 'Accedi' })).toBeVisible();
  await altrove.close();
});
