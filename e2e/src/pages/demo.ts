import { expect, type Page } from '@playwright/test';
import { vai } from '../support/vai.js';

/** Enters as one of the demo's people, by the page made for it. */
export async function entraCome(page: Page, nome: string): Promise<void> {
  await vai(page, '/demo');
  await page.getByRole('button', { name: `Entra come ${nome}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Oggi' })).toBeVisible();
}

/** The same for who holds no role in any ambito, and so has no area to land in. */
export async function entraSenzaIncarichi(page: Page, nome: string): Promise<void> {
  await vai(page, '/demo');
  await page.getByRole('button', { name: `Entra come ${nome}` }).click();
  await expect(page.getByRole('button', { name: `Il tuo account: ${nome}` })).toBeVisible();
}

/** Opens the latest mail of the demo's mailbox to this address with these words in its subject. */
export async function apriMessaggio(page: Page, indirizzo: string, oggetto: RegExp): Promise<void> {
  await vai(page, `/demo/posta?per=${encodeURIComponent(indirizzo)}`);
  await page.getByRole('listitem').filter({ hasText: indirizzo }).getByRole('link', { name: oggetto }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: oggetto })).toBeVisible();
}
