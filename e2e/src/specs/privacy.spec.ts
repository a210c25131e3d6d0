import { apriMessaggio, entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('the coordinatrice writes a legal page in the ambito’s own words, and everyone reads it at once', async ({
  page,
  browser,
  baseURL,
}) => {
  const lettore = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await vai(lettore, `${AMBITO}/sicurezza`);
  await expect(lettore.getByRole('heading', { level: 2, name: 'Come segnalare' })).toBeVisible();
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AMBITO}/sicurezza`);
  await page.getByRole('link', { name: 'Modifica il testo' }).click();
  const testo = page.getByRole('textbox', { name: 'Testo della pagina' });
  await expect(testo).toContainText('Come segnalare');
  await testo.fill('Scrivete al nostro ufficio informatico.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Salva il testo' }).click();
  // The words stand in the editor too: they are saved once the page that everyone reads is back.
  await expect(page.getByRole('link', { name: 'Modifica il testo' })).toBeVisible();
  await expect(page.getByText('Scrivete al nostro ufficio informatico.')).toBeVisible();
  await ricarica(lettore);
  await expect(lettore.getByText('Scrivete al nostro ufficio informatico.')).toBeVisible();
  await page.getByRole('link', { name: 'Modifica il testo' }).click();
  await page.getByRole('button', { name: 'Torna al testo di partenza' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Torna al testo di partenza' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Come segnalare' })).toBeVisible();
});

test('a person downloads what the portal holds of them, and sees what closing the account would do', async ({ page }) => {
  await entraCome(page, 'Ugo Campione');
  await vai(page, '/account');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Scarica i tuoi dati' }).click();
  expect((await file).suggestedFilename()).toBe('i-miei-dati.json');
  await page.getByRole('link', { name: 'Chiudi l’account' }).click();
  await expect(page.getByText('Prima devi affidare ad altri quello che segui:')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chiudi l’account per sempre' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a citizen follows a tavolo by mail, confirms, and stops', async ({ page }) => {
  const email = `lettrice.${Date.now()}@demo.invalid`;
  await vai(page, `${AMBITO}/tavoli/anziani`);
  await page.getByText('Ricevi i nuovi verbali per posta').click();
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByRole('button', { name: 'Scrivetemi' }).click();
  await expect(page.getByText(`Abbiamo mandato un messaggio a ${email}`)).toBeVisible();
  await apriMessaggio(page, email, /Vuoi seguire/);
  await vai(page, (await page.frameLocator('iframe').getByRole('link', { name: 'Confermo, scrivetemi' }).getAttribute('href')) ?? '');
  await page.getByRole('button', { name: 'Confermo, scrivetemi' }).click();
  await expect(page.getByRole('heading', { name: 'Ora la segui' })).toBeVisible();
  const segreto = page.url().split('#')[1] ?? '';
  await vai(page, `/segui/ferma#${segreto}`);
  await page.getByRole('button', { name: 'Non mandatemi più notizie' }).click();
  await expect(page.getByRole('heading', { name: 'Non ti scriveremo più' })).toBeVisible();
});
