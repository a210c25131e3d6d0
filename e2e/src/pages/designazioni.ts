import { expect, type Page } from '@playwright/test';
import { vai } from '../support/vai.js';

/** Designates one titolare for a tavolo, as whoever is signed in for an ente, and waits for the receipt. */
export async function designa(page: Page, tavolo: string, persona: { nome: string; cognome: string; email: string }): Promise<void> {
  await vai(page, '/corigliano-rossano/area/designazioni/nuova');
  await page.getByRole('combobox', { name: /Tavolo/ }).selectOption({ label: tavolo });
  await page.getByRole('button', { name: 'Avanti' }).click();
  const titolare = page.getByRole('group', { name: 'Titolare' });
  await titolare.getByLabel('Nome', { exact: false }).first().fill(persona.nome);
  await titolare.getByLabel(/Cognome/).fill(persona.cognome);
  await titolare.getByLabel(/E-mail/).fill(persona.email);
  await page.getByRole('button', { name: 'Controlla e invia' }).click();
  await page.getByRole('button', { name: 'Conferma e invia' }).click();
  await expect(page.getByText('N. di registro del portale', { exact: true })).toBeVisible();
}
