import type { Page } from '@playwright/test';
import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';
const RICEVUTI = `${AMBITO}/area/contributi-ricevuti`;

/** What anyone reads of a contributo, from the API. */
const pubblico = (page: Page, id: string) =>
  page.evaluate(async url => (await fetch(url)).text(), `/api/v1/ambiti${AMBITO}/contributi/${id}`);

test('a contributo told at a desk is registered, published without what is private, discussed, answered and reviewed', async ({ page }) => {
  const annuncio = page.getByTestId('annuncio');
  await entraCome(page, 'Rita Esempio');
  await vai(page, `${RICEVUTI}/nuovo`);
  const titolo = `Panchine davanti al municipio ${Date.now()}`;
  await page.getByRole('combobox', { name: 'Al tavolo' }).selectOption({ label: 'Invecchiamento attivo e anziani' });
  await page.getByRole('radio', { name: 'A voce, allo sportello' }).check();
  await page.getByRole('radio', { name: 'Bisogno' }).check();
  await page.getByRole('textbox', { name: 'Titolo' }).fill(titolo);
  await page
    .getByRole('textbox', { name: 'Il tuo contributo' })
    .fill('Servono panchine all’ombra. La vicina Pina Segreta è caduta due volte aspettando l’autobus.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Registra il contributo' }).click();
  await expect(page.getByRole('heading', { name: 'Contributo registrato' })).toBeFocused();
  await page.getByRole('link', { name: 'Apri il contributo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  await expectAccessible(page);

  await test.step('published with an omissis: what is typed survives a reload, the words left out are nowhere public', async () => {
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    const testo = page.getByRole('textbox', { name: 'Testo, come è stato scritto' });
    await testo.evaluate((area: HTMLTextAreaElement) => {
      const dal = area.value.indexOf('Pina Segreta');
      area.setSelectionRange(dal, dal + 'Pina Segreta'.length);
    });
    await page.getByRole('button', { name: 'Ometti la parte selezionata di: Testo' }).click();
    await page.getByRole('textbox', { name: 'Perché alcune parti non si pubblicano' }).fill('Nome di un’altra persona.');
    await ricarica(page);
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Perché alcune parti non si pubblicano' })).toHaveValue('Nome di un’altra persona.');
    await expect(page.getByText('La vicina [omissis] è caduta')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await expect(annuncio).toHaveText('Contributo pubblicato.');
    expect(await pubblico(page, id)).toContain('La vicina [omissis] è caduta');
    expect(await pubblico(page, id)).not.toContain('Pina');
  });

  await test.step('examined, and answered with a reason', async () => {
    await page.getByRole('button', { name: 'Prendi in esame' }).click();
    await page.getByRole('button', { name: 'Prendi in esame' }).click();
    await page.getByRole('button', { name: 'Non accogliere' }).click();
    await page.getByRole('button', { name: 'Non accogliere' }).click();
    await expect(page.getByRole('heading', { name: 'C’è un problema' })).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Motivazione' })
      .fill('Le panchine le mette il Comune: abbiamo passato la richiesta ai lavori pubblici.');
    await page.getByRole('button', { name: 'Non accogliere' }).click();
    await expect(annuncio).toHaveText('Risposta pubblicata: non accolto.');
    await page.getByRole('link', { name: 'Pagina pubblica' }).click();
    await expect(page.getByRole('heading', { name: 'La risposta del tavolo: non accolto' })).toBeVisible();
    await expect(page.getByText('abbiamo passato la richiesta ai lavori pubblici').first()).toBeVisible();
  });
});

test('the referente says when the tavolo takes contributi and what it asks; the coordinatrice sets the terms', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AMBITO}/area/tavoli/dipendenze-violenza-di-genere/contributi`);
  await page.getByRole('button', { name: 'Aggiungi una domanda' }).click();
  await page.getByRole('textbox', { name: 'Domanda 1' }).fill('A che ora serve?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByTestId('annuncio')).toHaveText('Salvato: vale da adesso.');
  await vai(page, `${AMBITO}/tavoli/dipendenze-violenza-di-genere/contributi/nuovo`);
  await expect(page.getByRole('textbox', { name: 'A che ora serve?' })).toBeVisible();

  await vai(page, `${RICEVUTI}/tempi`);
  await page.getByRole('textbox', { name: 'Giorni per rispondere' }).fill('900');
  await page.getByRole('button', { name: 'Salva i termini' }).click();
  await expect(page.getByRole('heading', { name: 'C’è un problema' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Giorni per rispondere' }).fill('30');
  await page.getByRole('button', { name: 'Salva i termini' }).click();
  await expect(page.getByTestId('annuncio')).toHaveText(/Termini salvati/);
  await expectAccessible(page);
});
