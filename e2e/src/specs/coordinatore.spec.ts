import type { Locator } from '@playwright/test';
import { entraCome } from '../pages/demo.js';
import { expect, test } from '../support/fixtures.js';

const AREA = '/corigliano-rossano/area';
const TITOLO = 'Avviso di prova per il tavolo Dipendenze';

/** Fills the two fields of a moment, this many days from today. */
async function quando(dove: Locator, giorni: number, ora: string): Promise<void> {
  await dove.getByRole('textbox', { name: 'Data' }).fill(new Date(Date.now() + giorni * 86_400_000).toISOString().slice(0, 10));
  await dove.getByRole('textbox', { name: 'Ora' }).fill(ora);
}

test('the coordinatrice writes an avviso, publishes it and moves its closing; the public page says so and why', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await page.goto(`${AREA}/avvisi/nuovo`);
  await page.getByRole('textbox', { name: 'Titolo' }).fill(TITOLO);
  await page.getByRole('textbox', { name: 'Testo' }).fill('Gli enti possono designare i loro rappresentanti.');
  await page.getByRole('checkbox', { name: /Dipendenze/ }).check();
  await quando(page.getByRole('group', { name: 'Apertura' }), -10, '09:00');
  await quando(page.getByRole('group', { name: 'Chiusura' }), 30, '12:00');
  await page.getByRole('button', { name: /Salva/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();

  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
  await expect(page.getByRole('main').getByText('Aperto', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Proroga la chiusura' }).click();
  const dialog = page.getByRole('dialog', { name: 'Prorogare la chiusura?' });
  await quando(dialog, 45, '12:00');
  await dialog.getByRole('textbox', { name: /[Mm]otivo|[Mm]otivazione/ }).fill('Molti enti stanno ancora riunendo i loro organi.');
  await dialog.getByRole('button', { name: 'Proroga' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('link', { name: 'Vedi la pagina pubblica' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
  await expect(page.getByText('Molti enti stanno ancora riunendo i loro organi.')).toBeVisible();
});

test('the referente refuses one with its reason and takes the list away; the coordinatrice accepts the chosen ones together', async ({ page }) => {
  await entraCome(page, 'Rita Esempio');
  await page.goto(`${AREA}/designazioni?stato=inviata`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe('designazioni.csv');

  await page.getByRole('link', { name: 'Fondazione Casa Comune (demo)' }).click();
  await page.getByRole('button', { name: 'Respingi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('La persona indicata ha negato il consenso: indicatene un’altra.');
  await dialog.getByRole('button', { name: 'Respingi' }).click();
  await expect(page.getByText('La persona indicata ha negato il consenso: indicatene un’altra.').first()).toBeVisible();

  await page.goto(`${AREA}/designazioni?stato=inviata`);
  await page.getByRole('checkbox', { name: 'Scegli tutte quelle da accettare' }).check();
  await page.getByRole('button', { name: /^Accetta le scelte/ }).click();
  await expect(page.getByText('1 designazione accettata.').first()).toBeVisible();
});
