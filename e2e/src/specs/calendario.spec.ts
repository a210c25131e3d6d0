import type { Page } from '@playwright/test';
import { apriMessaggio, entraCome } from '../pages/demo.js';
import { convoca, esegui } from '../pages/incontri.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai, vaiSenzaScript } from '../support/vai.js';

const CALENDARIO = '/corigliano-rossano/incontri';

/** Nothing is wider than the screen (WCAG 1.4.10). */
const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

test('an incontro is read by anyone in the calendar, answered from the mail, and its annulment is said in words', async ({
  page,
  browser,
  baseURL,
}) => {
  const titolo = 'Leggere insieme i bisogni';
  await entraCome(page, 'Remo Fittizi');
  const { id, giorno } = await convoca(page, 'disabilita', titolo);
  const visitor = await (await browser.newContext({ baseURL })).newPage();

  await test.step('the agenda lists it under its day, for the whole ambito and for its tavolo', async () => {
    await vai(visitor, CALENDARIO);
    await expect(visitor.getByRole('link', { name: titolo })).toBeVisible();
    await expectAccessible(visitor);
    await visitor.getByLabel('Tavolo').selectOption({ label: 'Disabilità' });
    await visitor.getByRole('button', { name: 'Mostra' }).click();
    await expect(visitor).toHaveURL(/[?]tavolo=disabilita$/);
    await expect(visitor.getByRole('link', { name: titolo })).toBeVisible();
    await expect(visitor.getByRole('link', { name: 'Feed Atom delle novità del tavolo' })).toHaveAttribute(
      'href',
      '/cal/corigliano-rossano/disabilita.atom',
    );
  });

  await test.step('month and week are tables, which name the weekdays', async () => {
    await vai(visitor, `${CALENDARIO}?vista=mese&data=${giorno}`);
    const table = visitor.getByRole('table', { name: /Incontri/ });
    await expect(table.getByRole('columnheader')).toHaveText([
      'lunedì',
      'martedì',
      'mercoledì',
      'giovedì',
      'venerdì',
      'sabato',
      'domenica',
    ]);
    await expect(table.getByRole('cell').filter({ hasText: titolo })).toHaveCount(1);
    await expectAccessible(visitor);
    await visitor.getByRole('navigation', { name: 'Vista del calendario' }).getByRole('link', { name: 'Settimana' }).click();
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(table.getByRole('cell').filter({ hasText: 'Sala del Racconto' })).toHaveCount(1);
    await expectAccessible(visitor);
  });

  await test.step('the keyboard goes from a period to the next, and stays where it was', async () => {
    const next = visitor.getByRole('link', { name: 'Settimana successiva' });
    await next.focus();
    await visitor.keyboard.press('Enter');
    await expect(visitor.getByRole('link', { name: titolo })).toHaveCount(0);
    await expect(next).toBeFocused();
  });

  await test.step('on a phone the month is a list, and nothing is cut off', async () => {
    await visitor.setViewportSize({ width: 320, height: 640 });
    await vai(visitor, `${CALENDARIO}?vista=mese&data=${giorno}`);
    await expect(visitor.getByRole('table')).toHaveCount(0);
    await expect(visitor.getByRole('link', { name: titolo })).toBeVisible();
    await expectNoSidewaysScroll(visitor);
    await expectAccessible(visitor);
    await vai(visitor, `${CALENDARIO}/${id}`);
    await expectNoSidewaysScroll(visitor);
    await visitor.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('without JavaScript the calendar moves and filters all the same', async () => {
    const plain = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
    await vaiSenzaScript(plain, `${CALENDARIO}?vista=mese&data=${giorno}`);
    await plain.getByLabel('Tavolo').selectOption({ label: 'Disabilità' });
    await plain.getByRole('button', { name: 'Mostra' }).click();
    await expect(plain.getByRole('table').getByRole('link', { name: titolo })).toBeVisible();
    await expect(plain.getByLabel('Tavolo')).toHaveValue('disabilita');
    await plain.getByRole('link', { name: 'Mese successivo' }).click();
    await expect(plain.getByRole('link', { name: titolo })).toHaveCount(0);
    await plain.context().close();
  });

  await test.step('its page says when, where and what about, and whether everyone gets in', async () => {
    await vai(visitor, `${CALENDARIO}/${id}`);
    await expect(visitor.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
    await expect(visitor.getByText('la sede non è accessibile')).toBeVisible();
    await expect(visitor.getByRole('listitem').filter({ hasText: 'Letture dei bisogni' })).toContainText('Remo Fittizi · 50 minuti');
    await expect(visitor.getByRole('button', { name: /Ci sarò/ })).toHaveCount(0);
    await expectAccessible(visitor);
  });

  await test.step('the page of the tavolo and the home announce it', async () => {
    await vai(visitor, '/corigliano-rossano/tavoli/disabilita');
    await expect(visitor.getByRole('region', { name: 'Prossimi incontri' }).getByRole('link', { name: titolo })).toBeVisible();
    await expectAccessible(visitor);
    await vai(visitor, '/corigliano-rossano');
    // Others of the demo may come before it: the home shows the first three.
    const coming = visitor.getByRole('region', { name: 'Prossimi incontri' });
    await expect(coming.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await coming.getByRole('link', { name: 'Calendario degli incontri' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Calendario degli incontri' })).toBeFocused();
  });

  await test.step('the titolare says yes from the mail; opening the link alone answers nothing', async () => {
    await apriMessaggio(visitor, 'lia.inventata@demo.invalid', new RegExp(`Convocazione: ${titolo}`));
    await visitor.locator('a[href^="/invito#"][href$=".si"]').first().click();
    await expect(visitor.getByRole('heading', { name: 'Confermi: «Ci sarò»?' })).toBeVisible();
    await expectAccessible(visitor);
    await ricarica(visitor);
    await expect(visitor.getByRole('heading', { name: 'Confermi: «Ci sarò»?' })).toBeVisible();
    await visitor.getByRole('button', { name: 'Conferma: ci sarò' }).click();
    await expect(visitor.getByRole('heading', { name: 'La tua risposta' })).toBeFocused();
    await expect(visitor.locator('main').getByText('Hai risposto che ci sarai.')).toBeVisible();
  });

  await test.step('then hands over to the supplente, named', async () => {
    await visitor.getByRole('button', { name: /passa al supplente \(Mino Fittizio\)/ }).click();
    await visitor.getByRole('button', { name: 'Conferma: passa a Mino Fittizio' }).click();
    await expect(visitor.locator('main').getByText('Hai passato il posto al supplente. Al tuo posto: Mino Fittizio.')).toBeVisible();
  });

  await test.step('once annulled, calendar, page and invitation say so and why', async () => {
    await esegui(page, id, 'annulla', { motivazione: 'La sala è allagata.' });
    await ricarica(visitor);
    await expect(
      visitor.getByText('L’incontro è annullato: non si tiene e non devi rispondere. Motivo: La sala è allagata.'),
    ).toBeVisible();
    await vai(visitor, `${CALENDARIO}?vista=mese&data=${giorno}`);
    await expect(visitor.getByRole('table').getByRole('cell').filter({ hasText: titolo })).toContainText('Annullato');
    await expectAccessible(visitor);
    await vai(visitor, `${CALENDARIO}/${id}`);
    await expect(visitor.getByText('Questo incontro è annullato: non si tiene.')).toBeVisible();
  });
  await visitor.context().close();
});

test('the secret address of one’s own calendar is shown once, and can be switched off', async ({ page }) => {
  await entraCome(page, 'Rocco Simulato');
  await vai(page, '/account');
  const section = page.getByRole('region', { name: 'Il tuo calendario' });
  await section.getByRole('button', { name: 'Crea l’indirizzo del tuo calendario' }).click();
  await expect(section.getByLabel('Indirizzo segreto del tuo calendario')).toHaveValue(/\/cal\/p\/[A-Za-z0-9_-]{22,}\.ics$/);
  await expectAccessible(page);
  await ricarica(page);
  await expect(section.getByRole('button', { name: 'Crea un indirizzo nuovo' })).toBeVisible();
  await expect(section.getByLabel('Indirizzo segreto del tuo calendario')).toHaveCount(0);
  await section.getByRole('button', { name: 'Spegni il calendario' }).click();
  await page.getByRole('dialog', { name: 'Spegnere il calendario?' }).getByRole('button', { name: 'Spegni' }).click();
  await expect(section.getByRole('button', { name: 'Crea l’indirizzo del tuo calendario' })).toBeVisible();
});
