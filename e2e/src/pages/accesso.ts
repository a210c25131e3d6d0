import { expect, type Page } from '@playwright/test';
import { apriMessaggio } from './demo.js';
import { vai, viva } from '../support/vai.js';

export const PASSWORD = 'quattro gatti sul tetto';

/** Waits until this person is the one signed in. */
export const entrato = (page: Page, persona: string) =>
  expect(page.getByRole('button', { name: `Il tuo account: ${persona}` })).toBeVisible();

/** Registers by the site's own form and follows the mail, where name and password are asked. */
export async function registra(page: Page, persona: { nome: string; cognome: string; email: string }): Promise<void> {
  await vai(page, '/registrati');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(persona.email);
  await page.getByRole('checkbox', { name: 'Ho letto l’informativa sulla privacy' }).check();
  await page.getByRole('button', { name: 'Registrati' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Controlla la posta' })).toBeVisible();
  await apriMessaggio(page, persona.email, /Conferma il tuo indirizzo/);
  await page
    .locator('a[href*="#"]')
    .filter({ hasText: /[Cc]onferma/ })
    .first()
    .click();
  await dicendoChiE(page, 'Completa la registrazione', persona);
}

/** Says who one is on the page that a mail leads to, where the account is born, and waits until they are signed in. */
export async function dicendoChiE(page: Page, titolo: string, { nome, cognome }: { nome: string; cognome: string }): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
  await viva(page);
  await page.getByRole('textbox', { name: 'Nome', exact: true }).fill(nome);
  await page.getByRole('textbox', { name: 'Cognome' }).fill(cognome);
  await page.getByLabel('Scegli una password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Conferma ed entra' }).click();
  await entrato(page, `${nome} ${cognome}`);
}

/** Fills the form of who comes back, and sends it. */
export async function accedi(page: Page, email: string, password = PASSWORD): Promise<void> {
  await vai(page, '/accedi');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByLabel(/^\s*Password/).fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}
