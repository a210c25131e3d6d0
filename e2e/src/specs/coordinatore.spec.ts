import { quando, tra } from '../pages/campi.js';
import { entraCome } from '../pages/demo.js';
import { designa } from '../pages/designazioni.js';
import { rigaDi } from '../pages/tabelle.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const AREA = '/corigliano-rossano/area';
const TITOLO = 'Avviso di prova per il tavolo degli anziani';

test('the coordinatrice writes an avviso, publishes it and moves its closing; the public page says so and why', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AREA}/avvisi/nuovo`);
  await page.getByRole('textbox', { name: 'Titolo' }).fill(TITOLO);
  await page.getByRole('textbox', { name: 'Testo' }).fill('Gli enti possono designare i loro rappresentanti.');
  await page.getByRole('checkbox', { name: /anziani/ }).check();
  await quando(page.getByRole('group', { name: 'Apertura' }), tra(5), '09:00');
  await quando(page.getByRole('group', { name: 'Chiusura' }), tra(30), '12:00');
  await page.getByRole('button', { name: /Salva/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();

  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
  await expect(page.getByRole('main').getByText('Non ancora aperto', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Proroga la chiusura' }).click();
  const dialog = page.getByRole('dialog', { name: 'Prorogare la chiusura?' });
  await quando(dialog, tra(45), '12:00');
  await dialog.getByRole('textbox', { name: /[Mm]otivo|[Mm]otivazione/ }).fill('Molti enti stanno ancora riunendo i loro organi.');
  await dialog.getByRole('button', { name: 'Proroga' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Pubblica un chiarimento' }).click();
  await page.getByRole('textbox', { name: 'Domanda' }).fill('Può rispondere un ente nato quest’anno?');
  await page.getByRole('textbox', { name: 'Risposta' }).fill('Sì, se è verificato.');
  await page.getByRole('button', { name: 'Pubblica il chiarimento' }).click();
  await expect(page.getByText('Sì, se è verificato.')).toBeVisible();

  await page.getByRole('link', { name: 'Rettifica' }).click();
  await page.getByRole('textbox', { name: 'Testo' }).fill('Gli enti del territorio possono designare i loro rappresentanti.');
  await page.getByRole('textbox', { name: 'Motivo della rettifica' }).fill('Mancava di dire quali enti.');
  await page.getByRole('button', { name: 'Pubblica la rettifica' }).click();
  await expect(page.getByText('Mancava di dire quali enti.')).toBeVisible();

  await page.getByRole('link', { name: 'Vedi la pagina pubblica' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
  await expect(page.getByText('Sì, se è verificato.')).toBeVisible();
  await expect(page.getByText('Molti enti stanno ancora riunendo i loro organi.')).toBeVisible();
});

test('the referente takes the list away, refuses one with its reason, and accepts the chosen ones together', async ({ page }) => {
  for (const [operatore, nome, tavolo] of [
    ['Paola Immaginari', 'Prima', 'Disabilità'],
    ['Otto Ipotetico', 'Seconda', 'Dipendenze e contrasto alla violenza di genere'],
  ] as const) {
    await entraCome(page, operatore);
    await designa(page, tavolo, { nome, cognome: 'Indicata', email: `${nome.toLowerCase()}.indicata@demo.invalid` });
  }
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AREA}/designazioni?stato=inviata`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe('designazioni.csv');

  await rigaDi(page, 'Seconda Indicata').getByRole('link').click();
  await page.getByRole('button', { name: 'Respingi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('La persona indicata rappresenta già un altro ente.');
  await dialog.getByRole('button', { name: 'Respingi' }).click();
  await expect(page.getByText('La persona indicata rappresenta già un altro ente.').first()).toBeVisible();

  await vai(page, `${AREA}/designazioni?stato=inviata`);
  await rigaDi(page, 'Prima Indicata').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Accetta la designazione scelta' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Accetta / })
    .click();
  await expect(page.getByText('1 designazione accettata.').first()).toBeVisible();
});
