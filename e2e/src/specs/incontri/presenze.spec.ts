import type { Page } from '@playwright/test';
import { entraCome } from '../../pages/demo.js';
import { expectAccessible } from '../../support/axe.js';
import { expect, test } from '../../support/fixtures.js';
import { ricarica, vai } from '../../support/vai.js';

const TITOLO = 'Incontro di avvio';
const PHONE = { width: 390, height: 844 };

const posto = (page: Page, ente: RegExp) => page.getByRole('group', { name: ente });
const scelta = (page: Page, ente: RegExp, nome: RegExp) => posto(page, ente).getByRole('radio', { name: nome });
const coda = (page: Page) => page.getByTestId('coda');

/** What the API has saved, not what this page shows. */
const salvata = (page: Page, ente: RegExp) =>
  page.evaluate(
    async ({ url, nome }) => {
      const body = (await (await fetch(url)).json()) as { posti: { ente: string; stato: string | null }[] };
      return body.posti.find(p => new RegExp(nome).test(p.ente))?.stato;
    },
    { url: `/api/v1/ambiti${new URL(page.url()).pathname.replace('/area', '')}`, nome: ente.source },
  );

/** The incontro of today is the one that the demo keeps open. */
async function apriPresenze(page: Page): Promise<void> {
  await vai(page, '/corigliano-rossano/area/incontri');
  await page.getByRole('link', { name: TITOLO }).first().click();
  await page.getByRole('link', { name: 'Rileva le presenze' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Presenze: ${TITOLO}` })).toBeVisible();
}

const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

test('presences are taken on a phone, through a drop of the connection and beside another who takes them', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await page.setViewportSize(PHONE);
  await entraCome(page, 'Remo Fittizi');
  await apriPresenze(page);
  const coordinatrice = await (await browser.newContext({ baseURL })).newPage();
  await entraCome(coordinatrice, 'Caterina Modello');
  await vai(coordinatrice, new URL(page.url()).pathname);
  const enti = await page.locator('legend.posto-ente').allTextContents();
  const [primo, secondo] = enti.map(nome => new RegExp(nome.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  if (!primo || !secondo) throw new Error('The demo seats two enti at this tavolo.');

  await test.step('the quorum follows each tap, in words, and each tap is saved', async () => {
    await scelta(page, primo, /^Assente/).check();
    await expect(page.getByText('Presenti 0 posti su 2: numero legale non raggiunto (ne servono 2)')).toBeVisible();
    await scelta(page, primo, /^Titolare/).check();
    await scelta(page, secondo, /^Supplente/).check();
    await expect(page.getByText('Presenti 2 posti su 2: numero legale raggiunto (ne servono 2)')).toBeVisible();
    await expect(coda(page)).toHaveText('Tutto salvato');
    await expect.poll(() => salvata(page, secondo)).toBe('supplente');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('each choice is as large as a finger', async () => {
    for (const radio of await posto(page, primo).getByRole('radio').all()) {
      const box = await radio.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });

  await test.step('by keyboard too: arrows move within a seat', async () => {
    await scelta(page, primo, /^Titolare/).focus();
    await page.keyboard.press('ArrowRight');
    await expect(scelta(page, primo, /^Supplente/)).toBeChecked();
    await page.keyboard.press('ArrowLeft');
    await expect(scelta(page, primo, /^Titolare/)).toBeChecked();
    await expect(coda(page)).toHaveText('Tutto salvato');
  });

  await test.step('without network the list goes on, and says what waits; somebody else meanwhile changes one of the seats', async () => {
    await context.setOffline(true);
    await scelta(page, primo, /^Giustificato/).check();
    await scelta(page, secondo, /^Assente/).check();
    await expect(coda(page)).toHaveText('2 rilevazioni da inviare: manca la connessione');
    await expect(page.getByText('Presenti 0 posti su 2: numero legale non raggiunto (ne servono 2)')).toBeVisible();
    await expectAccessible(page);
    await expect(scelta(coordinatrice, secondo, /^Supplente/)).toBeChecked();
    await scelta(coordinatrice, secondo, /^Titolare/).check();
    // «Tutto salvato» stood there before the tap too: only the API tells that hers came first.
    await expect.poll(() => salvata(coordinatrice, secondo)).toBe('titolare');
  });

  await test.step('once it is back, what is mine alone is saved, and the other seat asks', async () => {
    await context.setOffline(false);
    await expect(coda(page)).toHaveText('1 posto da decidere, cambiato anche da altri');
    await expect.poll(() => salvata(page, primo)).toBe('giustificato');
    expect(await salvata(page, secondo)).toBe('titolare');
    await expect(
      posto(page, secondo).first().getByText('La tua: «Assente». Caterina Modello ha salvato: «Presente il titolare».'),
    ).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the question survives a reload, and «Tieni la tua» saves mine', async () => {
    await ricarica(page);
    await page.getByRole('button', { name: /^Tieni la tua/ }).click();
    await expect(coda(page)).toHaveText('Tutto salvato');
    await expect(scelta(page, secondo, /^Assente/)).toBeFocused();
    await expect.poll(() => salvata(page, secondo)).toBe('assente');
    await expect(scelta(coordinatrice, secondo, /^Assente/)).toBeChecked();
  });

  await test.step('a tap that was saved but whose answer was lost is not sent twice, and asks nothing', async () => {
    const inviate: string[] = [];
    await page.route('**/presenze', async route => {
      if (route.request().method() !== 'POST') return route.continue();
      inviate.push(route.request().postData() ?? '');
      await route.fetch();
      await route.abort('connectionreset');
    });
    await scelta(page, primo, /^Supplente/).check();
    await expect(coda(page)).toHaveText('1 rilevazione da inviare: il portale non risponde, riproviamo tra poco');
    await expect.poll(() => salvata(page, primo)).toBe('supplente');
    await page.getByRole('button', { name: 'Invia ora' }).click();
    await expect(coda(page)).toHaveText('Tutto salvato');
    expect(inviate).toHaveLength(1);
    await page.unroute('**/presenze');
    await scelta(page, primo, /^Giustificato/).check();
    await expect(coda(page)).toHaveText('Tutto salvato');
  });

  await test.step('a guest is added and taken back', async () => {
    await page.getByLabel(/Nome e cognome/).fill('Uditrice Curiosa');
    await page.getByRole('button', { name: 'Aggiungi l’ospite' }).click();
    await expect(page.getByRole('heading', { name: 'Ospiti in sala (1)' })).toBeVisible();
    await page.getByRole('button', { name: 'Togli Uditrice Curiosa' }).click();
    await expect(page.getByRole('heading', { name: 'Ospiti in sala (0)' })).toBeVisible();
  });

  const pubblico = await (await browser.newContext({ baseURL })).newPage();
  const sala = await pubblico.context().newPage();
  await test.step('anybody follows it, with no account: on its page, and on the screen in the room', async () => {
    await pubblico.setViewportSize(PHONE);
    await vai(pubblico, new URL(page.url()).pathname.replace('/area', '').replace(/\/presenze$/, ''));
    await expect(pubblico.getByRole('region', { name: 'In corso adesso' })).toContainText('Nessun punto è in discussione.');
    await sala.setViewportSize({ width: 1280, height: 720 });
    await vai(sala, `${new URL(pubblico.url()).pathname}/schermo`);
    await expect(sala.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
    await expect(sala.getByRole('banner')).toHaveCount(0);
    await expect(sala.getByText('si aggiorna da sola')).toBeVisible();
  });

  await test.step('who follows sees the punto that begins, with its time, without reloading', async () => {
    await vai(coordinatrice, `${new URL(page.url()).pathname.replace(/presenze$/, 'in-corso')}`);
    await expect(coordinatrice.getByText('Nessun punto è in discussione.')).toBeVisible();
    await scelta(page, secondo, /^Titolare/).check();
    await page.getByRole('button', { name: /^Inizia il punto 1/ }).click();
    await expect(page.getByText('All’inizio del punto: Presente 1 posto su 2: numero legale non raggiunto (ne servono 2).')).toBeVisible();
    await expect(coordinatrice.getByText(/Ora si discute il punto 1: Saluti/)).toBeVisible();
    await expect(coordinatrice.getByRole('timer')).toHaveText(/^Restano 1[45] min/);
    await expect(pubblico.getByRole('region', { name: 'In corso adesso' })).toContainText(
      /1\. Saluti.*Si discute dalle ore \d\d:\d\d\. Previsti 15 minuti\./,
    );
    await expect(sala.getByRole('timer')).toHaveText(/^Restano 1[45] min/);
    await expectAccessible(pubblico);
    await expectNoSidewaysScroll(pubblico);
    await expectAccessible(sala);
    await expectAccessible(coordinatrice);
    await coordinatrice.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(coordinatrice);
  });

  await test.step('without network one goes on to the next punto too; it is told as soon as the network is back', async () => {
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Inizia il punto 2/ }).click();
    await expect(coda(page)).toHaveText('1 cambio di punto da inviare: manca la connessione');
    await expect(sala.getByRole('heading', { name: /^Punto 1 di/ })).toBeVisible();
    await context.setOffline(false);
    await expect(coda(page)).toHaveText('Tutto salvato');
    await expect(sala.getByRole('heading', { name: /^Punto 2 di/ })).toBeVisible();
    await expect(pubblico.getByRole('region', { name: 'In corso adesso' })).toContainText(/2\. .*Si discute/);
    await sala.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(sala);
  });

  await test.step('nothing is wider than the smallest phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step('closed, it stays closed for all; a later tap is a correction', async () => {
    await page.getByRole('button', { name: 'Chiudi l’incontro' }).click();
    const dialog = page.getByRole('dialog', { name: 'Chiudere l’incontro?' });
    await dialog.getByRole('button', { name: 'Chiudi l’incontro' }).click();
    await expect(page.getByText('L’incontro è chiuso: ogni cambiamento è una correzione e resta nel registro.')).toBeVisible();
    await expect(coordinatrice.getByText('L’incontro è finito.')).toBeVisible();
    for (const visitatore of [pubblico, sala])
      await expect(visitatore.getByRole('main').getByText('L’incontro è finito: il verbale sarà pubblicato qui.')).toBeVisible();
    await scelta(page, secondo, /^Supplente/).check();
    await expect(coda(page)).toHaveText('Tutto salvato');
    await expect.poll(() => salvata(page, secondo)).toBe('supplente');
  });
  await pubblico.context().close();
  await coordinatrice.context().close();
});
