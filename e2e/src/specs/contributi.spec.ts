import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.js';
import { expect } from '../support/fixtures.js';
import { test } from '../support/linea.js';
import { ricarica, vai } from '../support/vai.js';

test.use({ viewport: { width: 390, height: 844 } });

/** Long enough for the line to drop while it is on its way: 1.2 MB. */
const PDF = {
  name: 'orari.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${'% gli orari\n'.repeat(100_000)}trailer<</Root 1 0 R>>\n%%EOF\n`),
};

async function scrive(page: Page, titolo: string, email: string): Promise<void> {
  await page.getByRole('radio', { name: 'Proposta' }).check();
  await page.getByRole('textbox', { name: 'Titolo' }).fill(titolo);
  await page
    .getByRole('textbox', { name: 'Il tuo contributo' })
    .fill('Il centro diurno chiude alle 13: chi lavora non riesce a riprendere i genitori. Basterebbe tenerlo aperto fino alle 18.');
  await page.getByRole('combobox', { name: /Di quale comune parli/ }).selectOption({ label: 'Crosia' });
  await page.getByRole('textbox', { name: 'Nome e cognome' }).fill('Citta Dinaprova');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
}

test('a citizen writes to a tavolo from a phone, through a reload and a dropped line, confirms from the mail, and follows it', async ({
  page,
  context,
  linea,
}) => {
  const email = `cittadina.${Date.now()}@demo.invalid`;
  await vai(page, '/corigliano-rossano');
  await page.getByRole('link', { name: 'Invia un contributo' }).first().click();
  await page.getByRole('link', { name: 'Invecchiamento attivo e anziani' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Invia un contributo' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Proposta' })).toBeVisible();
  await expectAccessible(page);
  await scrive(page, 'Centro diurno aperto di pomeriggio', email);

  // What is on the page survives a reload.
  await ricarica(page);
  await expect(page.getByText('Abbiamo ripreso quello che avevi scritto.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Titolo' })).toHaveValue('Centro diurno aperto di pomeriggio');

  // A file, on a line that drops when half of it is sent.
  linea.cadeDopo(600_000);
  await page.getByLabel('Allegati (facoltativi)').setInputFiles(PDF);
  await expect(page.getByRole('button', { name: 'Riprova a caricare orari.pdf' })).toBeVisible();
  linea.torna();
  await page.getByRole('button', { name: 'Riprova a caricare orari.pdf' }).click();
  await expect(page.getByRole('button', { name: 'Togli orari.pdf' })).toBeVisible();

  // What looks private is told beside the field, and asked about before sending.
  const testo = page.getByRole('textbox', { name: 'Il tuo contributo' });
  const scritto = await testo.inputValue();
  await testo.fill(`${scritto} Chiamate Pina al 347 1234567.`);
  await expect(page.getByRole('paragraph').filter({ hasText: '«347 1234567» sembra un numero di telefono.' })).toBeVisible();
  await page.getByRole('button', { name: 'Invia il contributo' }).click();
  await expect(page.getByRole('heading', { name: /C’è un problema/ })).toBeVisible(); // the privacy notice is not ticked yet
  await page.getByRole('checkbox', { name: 'Ho letto come usate i miei dati' }).check();
  await page.getByRole('button', { name: 'Invia il contributo' }).click();
  await page.getByRole('dialog', { name: 'Prima di inviare, guarda bene' }).getByRole('button', { name: 'Torna indietro' }).click();
  await testo.fill(scritto);

  // The answer is lost on its way back: sent again, it is the same one. A form sent too soon is refused first, and sends itself again.
  const accettati: string[] = [];
  await page.route(/\/contributi$/, async route => {
    if (route.request().method() !== 'POST') return route.continue();
    const risposta = await route.fetch();
    if (!risposta.ok()) return route.fulfill({ response: risposta });
    const quanti = accettati.push(route.request().headers()['idempotency-key'] ?? '');
    return quanti > 1 ? route.fulfill({ response: risposta }) : route.abort();
  });
  await page.getByRole('button', { name: 'Invia il contributo' }).click();
  await expect(page.getByText(/Non riusciamo a raggiungere il portale/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Invia il contributo' }).click();
  await expect(page.getByRole('heading', { name: 'Grazie: abbiamo il tuo contributo' })).toBeFocused();
  expect(accettati).toEqual([accettati[0], accettati[0]]);
  await expectAccessible(page);
  const codice = (await page.getByText(/^\s*CON-/).textContent())?.trim();

  // One mail only; its button lets the contributo in.
  await vai(page, `/demo/posta?per=${email}`);
  await expect(page.getByRole('link', { name: /Conferma il tuo contributo/ })).toHaveCount(1);
  await page.getByRole('link', { name: /Conferma il tuo contributo/ }).click();
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Conferma il contributo' });
  const { pathname, hash } = new URL((await link.getAttribute('href')) ?? '');
  await vai(page, pathname + hash);
  await page.getByRole('button', { name: 'Conferma il contributo' }).click();
  await expect(page.getByRole('heading', { name: 'Contributo confermato' })).toBeVisible();
  await page.getByRole('link', { name: 'Segui il contributo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Centro diurno aperto di pomeriggio' })).toBeVisible();
  await expect(page.getByText('In moderazione').first()).toBeVisible();
  await expectAccessible(page);
  const scaricata = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Scarica la ricevuta (PDF)' }).click();
  expect((await scaricata).suggestedFilename()).toBe(`ricevuta-${codice}.pdf`);

  // By the code alone: state and dates, no words.
  const altra = await context.newPage();
  await vai(altra, '/corigliano-rossano/contributi/codice');
  await altra.getByRole('textbox', { name: 'Codice della ricevuta' }).fill((codice ?? '').toLowerCase().replaceAll('-', ' '));
  await altra.getByRole('button', { name: 'Cerca' }).click();
  await expect(altra.getByRole('heading', { name: `Contributo ${codice}` })).toBeVisible();
  await expect(altra.getByText('Centro diurno aperto')).toHaveCount(0);

  await page.getByRole('button', { name: 'Ritira il contributo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira il contributo' }).click();
  await expect(page.getByText('Lo hai ritirato.')).toBeVisible();
});
