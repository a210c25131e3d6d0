import type { Page } from '@playwright/test';
import { apriMessaggio, entraCome, entraSenzaIncarichi } from '../pages/demo.js';
import { convoca } from '../pages/incontri.js';
import { designa } from '../pages/designazioni.js';
import { rigaDi } from '../pages/tabelle.js';
import { expect, test } from '../support/fixtures.js';
import { fotografa, SCHERMO, TELEFONO } from '../support/immagini.js';
import { vai } from '../support/vai.js';

/*
 * The pages that docs/guida shows, and their pictures (`npm run guida` makes them again). Other stories live in the same demo at the same
 * time, so nothing of theirs is touched; the mails of the demo leave its mailbox as new ones arrive, so those read here are sent here.
 */
const AMBITO = '/corigliano-rossano';
const AREA = `${AMBITO}/area`;

const titolo = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const sezione = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name });

test.beforeEach(({ page }) => page.setViewportSize(SCHERMO));

test('for everyone: a tavolo, who sits there, an avviso, the calendar', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await vai(page, `${AMBITO}/tavoli/anziani`);
  await expect(titolo(page, 'Invecchiamento attivo e anziani')).toBeVisible();
  await fotografa(page, 'tavolo');

  await page.setViewportSize(SCHERMO);
  await fotografa(page, 'chi-siede', sezione(page, 'Chi siede al tavolo'), page.getByRole('link', { name: 'scarica il PDF' }));

  await vai(page, `${AMBITO}/avvisi`);
  await page.getByRole('link', { name: /partecipazione ai Tavoli/ }).click();
  await expect(titolo(page, /^Avviso per la partecipazione/)).toBeVisible();
  await fotografa(page, 'avviso', page.locator('article .stato').first(), page.locator('article dl'));

  await vai(page, `${AMBITO}/incontri?vista=mese`);
  await expect(titolo(page, 'Calendario degli incontri')).toBeVisible();
  await fotografa(page, 'calendario', titolo(page, 'Calendario degli incontri'), page.getByRole('table'));
});

test('for the operatore of an ente: registering, designating, following', async ({ page }) => {
  await entraSenzaIncarichi(page, 'Cino Cittadino');
  await vai(page, `${AREA}/enti/nuovo`);
  await expect(titolo(page, 'Registra un ente')).toBeVisible();
  await fotografa(page, 'registra-ente', page.getByText('Passo 1 di 2: dati'), page.getByRole('group', { name: 'L’ente' }));

  await entraCome(page, 'Otto Ipotetico');
  await vai(page, `${AREA}/designazioni`);
  await expect(titolo(page, 'Designazioni')).toBeVisible();
  await fotografa(page, 'designazioni-stati', page.getByRole('table', { name: 'Designazioni' }));

  await page
    .getByRole('row')
    .filter({ hasText: 'Immigrazione e accoglienza' })
    .getByRole('link', { name: /Aurora/ })
    .click();
  await expect(sezione(page, 'Persone da indicare')).toBeVisible();
  await fotografa(page, 'persone', sezione(page, 'Persone da indicare'), page.getByRole('button', { name: 'Controlla e invia' }));
  await page.getByRole('button', { name: 'Controlla e invia' }).click();
  await expect(page.getByRole('dialog', { name: 'Riepilogo della designazione' })).toBeVisible();
});

test('for who is named or called: the consent, a link that does not work, the answer to a convocation, on a phone', async ({ page }) => {
  const email = 'celeste.immaginata@demo.invalid';
  await entraCome(page, 'Paola Immaginari');
  await designa(page, 'Famiglia, giovani e minori', { nome: 'Celeste', cognome: 'Immaginata', email });
  await apriMessaggio(page, email, /serve il tuo consenso/);
  await page.setViewportSize(TELEFONO);
  await page.locator('a[href^="/consenso#"]').first().click();
  await expect(titolo(page, 'Serve il tuo consenso')).toBeVisible();
  await fotografa(page, 'consenso', page.locator('main .stato').first(), page.getByRole('button', { name: 'Non acconsento', exact: true }));

  await vai(page, '/consenso#questo-collegamento-non-esiste');
  await expect(titolo(page, 'Non possiamo aprire questa pagina')).toBeVisible();
  await fotografa(
    page,
    'collegamento',
    titolo(page, 'Non possiamo aprire questa pagina'),
    page.getByText(/Se non funziona, chiedi all’ente/),
  );

  const incontro = 'Il progetto di vita: le proposte';
  await entraCome(page, 'Remo Fittizi');
  await convoca(page, 'disabilita', incontro);
  await apriMessaggio(page, 'lia.inventata@demo.invalid', /^Convocazione: Il progetto di vita/);
  const href = await page.locator('a[href^="/invito#"]').first().getAttribute('href');
  await vai(page, (href ?? '').replace(/[.]\w+$/, '')); // without the answer that the link proposes
  await expect(titolo(page, incontro)).toBeVisible();
  await fotografa(page, 'invito', page.locator('main .stato').first(), page.getByRole('button', { name: /^Non posso/ }));
});

test('for the referente of a tavolo: examining a designazione, following an incontro, taking presences', async ({ page }) => {
  await entraCome(page, 'Rita Esempio');
  await vai(page, `${AREA}/designazioni?stato=inviata`);
  await page.getByRole('link', { name: /Fili d’erba/ }).click();
  await expect(titolo(page, /Fili d’erba/)).toBeVisible();
  await fotografa(page, 'esamina', page.locator('main .stato').first(), page.getByRole('region', { name: 'Persone indicate' }));

  await vai(page, `${AREA}/incontri`);
  await page.getByRole('link', { name: 'Secondo incontro: le priorità' }).click();
  await expect(titolo(page, 'Secondo incontro: le priorità')).toBeVisible();
  await fotografa(page, 'incontro', page.locator('main .stato').first(), page.getByRole('button', { name: 'Annulla l’incontro' }));

  await entraCome(page, 'Remo Fittizi');
  await vai(page, `${AREA}/incontri`);
  await page.getByRole('link', { name: 'Incontro di avvio', exact: true }).click();
  await page.getByRole('link', { name: /le presenze$/ }).click();
  await page.setViewportSize(TELEFONO);
  await expect(titolo(page, 'Presenze: Incontro di avvio')).toBeVisible();
  await fotografa(page, 'presenze', page.locator('main .stato').first(), page.getByRole('group', { name: /Fili d’erba/ }).first());
});

test('for the coordinatore and the ufficio di piano: the overview, the enti to verify, the incarichi', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AREA}/cruscotto`);
  await expect(titolo(page, 'Cruscotto')).toBeVisible();
  await fotografa(page, 'cruscotto', titolo(page, 'Cruscotto'), page.getByRole('button', { name: /^Sollecita/ }).nth(3));

  await vai(page, `${AREA}/enti?stato=in_verifica`);
  await expect(titolo(page, 'Enti')).toBeVisible();
  await fotografa(page, 'enti', titolo(page, 'Enti'), rigaDi(page, 'Il Nido'));

  await vai(page, `${AREA}/incarichi`);
  await expect(titolo(page, 'Incarichi')).toBeVisible();
  await fotografa(page, 'incarichi', sezione(page, 'Affida un incarico'), page.getByRole('button', { name: 'Affida l’incarico' }));
});

test('for the amministratore: the area leads to the incarichi, the register and a new ambito', async ({ page }) => {
  await entraSenzaIncarichi(page, 'Anna Prototipo');
  for (const pagina of ['Incarichi', 'Registro degli atti', 'Nuovo ambito']) {
    await vai(page, `${AREA}/tutto`);
    await page.getByRole('main').getByRole('link', { name: pagina }).click();
    await expect(titolo(page, pagina)).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Apri l’ambito' })).toBeVisible();
});
