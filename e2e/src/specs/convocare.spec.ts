import { apriMessaggio, entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const AREA = '/corigliano-rossano/area';
const TITOLO = 'Servizi per l’accoglienza';

test('the referente plans an incontro and convenes it in a minute; who sits there gets the invitation, and the move, in their calendar', async ({
  page,
}) => {
  await entraCome(page, 'Rosa Inventati');

  await test.step('the draft is written in one form', async () => {
    await vai(page, `${AREA}/tavoli/immigrazione/incontri/nuovo`);
    await page.getByRole('textbox', { name: 'Titolo' }).fill(TITOLO);
    await page.getByRole('textbox', { name: 'Sede' }).fill('Sala consiliare di Rossano');
    await page.getByRole('textbox', { name: 'Indirizzo' }).fill('Piazza Santi Anargiri');
    await page.getByRole('textbox', { name: 'Di che cosa si parla' }).fill('Sportelli e mediazione');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('before it leaves one sees to whom it goes and what it says', async () => {
    await page.getByRole('button', { name: 'Convoca', exact: false }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Convocare l’incontro?' });
    await expect(dialog.getByRole('region', { name: 'Destinatari' })).toContainText('Vera Nominale');
    await dialog.getByText('Leggi il messaggio che parte').click();
    await expect(dialog).toContainText('1. Sportelli e mediazione');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Manda la convocazione' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('main').getByText('Convocato', { exact: true })).toBeVisible();
  });

  await test.step('the titolare finds it in the mail, with the invitation for the calendar', async () => {
    const demo = await page.context().newPage();
    await apriMessaggio(demo, 'vera.nominale@demo.invalid', new RegExp(`Convocazione: ${TITOLO}`));
    await demo.getByText(/Invito per il calendario/).click();
    await expect(demo.locator('pre')).toContainText('METHOD:REQUEST');
    await demo.close();
  });

  await test.step('a move has its reason, and follows in the same calendar', async () => {
    await page.getByRole('button', { name: 'Sposta', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Spostare l’incontro?' });
    await dialog.getByRole('textbox', { name: 'Sede' }).fill('Castello Ducale');
    await dialog.getByRole('textbox', { name: /[Mm]otivo|[Mm]otivazione/ }).fill('La sala consiliare è occupata dal Consiglio.');
    await dialog.getByRole('button', { name: 'Sposta e avvisa tutti' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('main').getByText('Castello Ducale', { exact: false }).first()).toBeVisible();
    const demo = await page.context().newPage();
    await apriMessaggio(demo, 'vera.nominale@demo.invalid', new RegExp(`Cambia il luogo: ${TITOLO}`));
    await demo.getByText(/Invito per il calendario/).click();
    await expect(demo.locator('pre')).toContainText('SEQUENCE:1');
    await demo.close();
  });

  await test.step('a punto is added: what is new is seen before it leaves, and stands in the mail and in the calendar', async () => {
    await page.getByRole('button', { name: 'Integra la convocazione' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Integra la convocazione' })).toBeVisible();
    await page.getByRole('button', { name: 'Aggiungi un punto' }).click();
    await page
      .getByRole('group', { name: 'Punto 2', exact: true })
      .getByRole('textbox', { name: 'Di che cosa si parla' })
      .fill('Il bando regionale');
    await expect(page.getByRole('status').getByText('Punto 2 aggiunto: Il bando regionale.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Manda l’integrazione' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mandare l’integrazione?' });
    await expect(dialog).toContainText('Punto 2 aggiunto: Il bando regionale.');
    await dialog.getByRole('button', { name: 'Manda' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
    await expect(page.getByRole('main').getByText('Integrazione della convocazione', { exact: true })).toBeVisible();
    const demo = await page.context().newPage();
    await apriMessaggio(demo, 'vera.nominale@demo.invalid', new RegExp(`Integrazione: ${TITOLO}`));
    await expect(demo.getByText('Punto 2 aggiunto: Il bando regionale.').first()).toBeVisible();
    await demo.getByText(/Invito per il calendario/).click();
    await expect(demo.locator('pre')).toContainText('SEQUENCE:2');
    await demo.close();
  });
});
