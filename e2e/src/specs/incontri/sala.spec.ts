import type { Locator, Page } from '@playwright/test';
import { api } from '../../pages/api.js';
import { entraCome } from '../../pages/demo.js';
import { esegui } from '../../pages/incontri.js';
import { expectAccessible } from '../../support/axe.js';
import { expect, test } from '../../support/fixtures.js';
import { expectNoWider } from '../../support/larghezza.js';
import { ricarica, vai } from '../../support/vai.js';

const AMBITO = '/corigliano-rossano';
const TITOLO = 'Incontro da condurre';
const TAVOLO = `/ambiti${AMBITO}/tavoli/disabilita`;

/** Convened for today: the tavolo asks for no notice meanwhile. Its other incontri are weeks away. */
async function convocaOggi(referente: Page, coordinatrice: Page): Promise<string> {
  const { version, ...regole } = await api<{ version: number } & Record<string, unknown>>(coordinatrice, 'GET', `${TAVOLO}/regole`);
  const { nessuna: _, ...proprie } = { nessuna: null, ...regole };
  await api(coordinatrice, 'PUT', `${TAVOLO}/regole`, { ...proprie, preavvisoGiorni: 0, preavvisoUrgenza: 0 }, { version });
  const inizio = Date.now() + 60_000;
  const { incontri } = await api<{ incontri: { id: string }[] }>(referente, 'POST', `${TAVOLO}/incontri`, {
    titolo: TITOLO,
    inizioAt: new Date(inizio).toISOString(),
    fineAt: new Date(inizio + 7_200_000).toISOString(),
    linkVideo: null,
    sede: { nome: 'Sala del Racconto', indirizzo: 'Piazza Inventata 1', accessibile: true },
    punti: [
      { titolo: 'Il calendario del percorso', minuti: 15, relatore: null },
      { titolo: 'Le priorità', minuti: 45, relatore: null },
      { titolo: 'Varie', minuti: 10, relatore: null },
    ],
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
    serie: null,
  });
  const id = incontri[0]?.id ?? '';
  await esegui(referente, id, 'convoca', {});
  const ora = await api<{ version: number }>(coordinatrice, 'GET', `${TAVOLO}/regole`);
  await api(coordinatrice, 'PUT', `${TAVOLO}/regole`, proprie, { version: ora.version });
  return id;
}

/** Goes there by the keyboard alone. */
async function arriva(page: Page, target: Locator, tasto = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press(tasto);
  }
  await expect(target).toBeFocused();
}

/** Writes what is said of a punto, and what is decided, without a mouse. */
async function scrivi(page: Page, titolo: string, testo: string, decisione: string): Promise<void> {
  await arriva(page, page.getByRole('textbox', { name: `Testo: ${titolo}` }));
  await page.keyboard.type(testo);
  await arriva(page, page.getByRole('button', { name: 'Aggiungi una decisione' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Che cosa è stato deciso' })).toBeFocused();
  await page.keyboard.type(decisione);
}

test('the referente leads an incontro from one page: presences, two punti with a decision each, by the keyboard and through a drop of the connection; the words are the verbale', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await entraCome(page, 'Remo Fittizi');
  const coordinatrice = await (await browser.newContext({ baseURL })).newPage();
  await entraCome(coordinatrice, 'Caterina Modello');
  const id = await convocaOggi(page, coordinatrice);
  const conduci = `${AMBITO}/area/incontri/${id}/conduci`;

  await test.step('from the incontro to its page of the day, and it opens', async () => {
    await vai(page, `${AMBITO}/area/incontri/${id}`);
    await page.getByRole('link', { name: 'Conduci l’incontro' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Conduci: ${TITOLO}` })).toBeVisible();
    await page.getByRole('button', { name: 'Apri l’incontro' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apri', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: '1. Il calendario del percorso' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('all presences at once', async () => {
    await page.getByRole('button', { name: /^Tutti presenti/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Segna \d+ titolari presenti$/ })
      .click();
    await expect(page.getByRole('status').filter({ hasText: 'numero legale raggiunto' })).toBeVisible();
    await expect(page.getByTestId('coda')).toHaveText('Tutto salvato');
  });

  await test.step('the first punto begins, and its first words make the verbale', async () => {
    await page.getByRole('button', { name: /^Inizia il punto 1/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: '1. Il calendario del percorso' })).toBeFocused();
    await scrivi(page, 'Il calendario del percorso', 'Si legge il calendario.', 'Ci si vede ogni martedì.');
    await vai(coordinatrice, conduci);
    await expect(coordinatrice.getByRole('region', { name: 'Ordine del giorno' }).getByText('Sta scrivendo Remo Fittizi.')).toBeVisible();
    await expect(coordinatrice.getByRole('button', { name: 'Aggiungi una decisione' })).toHaveCount(0);
    await arriva(page, page.getByRole('button', { name: /^Passa al punto 2/ }), 'Shift+Tab');
    await expect(page.getByText(/Salvato alle/).filter({ visible: true })).toBeVisible();
  });

  await test.step('without network one goes on, and writes; nothing is called saved', async () => {
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: '2. Le priorità' })).toBeFocused();
    await scrivi(page, 'Le priorità', 'Ognuno dice la sua.', 'Prima il trasporto.');
    await expect(page.getByTestId('coda')).toHaveText('1 cambio di punto da inviare: manca la connessione');
    await expect(page.getByText(/^\s*Non salvato: manca la connessione/).filter({ visible: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Ordine del giorno' }).getByText('Non tutto è salvato.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it is back: all of it is sent, and who follows is told', async () => {
    await context.setOffline(false);
    await expect(page.getByTestId('coda')).toHaveText('Tutto salvato');
    await expect(page.getByRole('region', { name: 'Ordine del giorno' }).getByText('Non tutto è salvato.')).toHaveCount(0);
    await expect(coordinatrice.getByRole('heading', { level: 2, name: '2. Le priorità' })).toBeVisible();
    await expect(coordinatrice.getByRole('textbox', { name: 'Testo: Le priorità' })).toHaveText('Ognuno dice la sua.');
    await expect(coordinatrice.getByRole('textbox', { name: 'Che cosa è stato deciso' })).toHaveValue('Prima il trasporto.');
  });

  await test.step('on a phone each part has the whole screen, nothing is wider than it', async () => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 740 });
      for (const parte of ['Ordine del giorno', 'Presenze', 'Punto']) {
        await page.getByRole('group', { name: 'Che cosa guardi' }).getByRole('button', { name: parte, exact: true }).click();
        await expectNoWider(page, conduci, width);
        await expectAccessible(page);
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('it closes, and the words are in the verbale; from there back to the incontro', async () => {
    await ricarica(page);
    await page.getByRole('button', { name: 'Chiudi l’incontro' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi l’incontro' }).click();
    await expect(page.getByText('L’incontro è chiuso: ogni cambiamento è una correzione e resta nel registro.')).toBeVisible();
    await page.getByRole('button', { name: 'Scrivi il verbale' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Verbale: ${TITOLO}` })).toBeVisible();
    const parti = ['Il calendario del percorso', 'Le priorità'].map(name => page.getByRole('region', { name }));
    await expect(page.getByRole('textbox', { name: 'Testo: Il calendario del percorso' })).toHaveText('Si legge il calendario.');
    await expect(page.getByRole('textbox', { name: 'Testo: Le priorità' })).toHaveText('Ognuno dice la sua.');
    await expect(parti[0]!.getByLabel('Che cosa è stato deciso')).toHaveValue('Ci si vede ogni martedì.');
    await expect(parti[1]!.getByLabel('Che cosa è stato deciso')).toHaveValue('Prima il trasporto.');
    await page.getByRole('link', { name: 'Vai all’incontro' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
  });
  await coordinatrice.context().close();
});
