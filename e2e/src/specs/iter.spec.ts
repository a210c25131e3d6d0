import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

test('a phase ends with its act, an ente joins the accordo with its resources, and the public page of the iter shows both', async ({
  page,
  browser,
  baseURL,
}) => {
  const coordinatrice = page;
  const operatrice = await (await browser.newContext({ baseURL })).newPage();
  const visitor = await (await browser.newContext({ baseURL })).newPage();
  const dialog = coordinatrice.getByRole('dialog');

  await test.step('the coordinatrice begins a phase', async () => {
    await entraCome(coordinatrice, 'Caterina Modello');
    await coordinatrice
      .getByRole('navigation', { name: 'Area di lavoro' })
      .getByRole('link', { name: /^Piano/ })
      .click();
    await coordinatrice
      .getByRole('navigation', { name: /^Piano/ })
      .getByRole('link', { name: 'Iter del Piano' })
      .click();
    await expectAccessible(coordinatrice);
    await coordinatrice.getByRole('link', { name: '5. Bozza del Piano' }).click();
    await coordinatrice.getByRole('button', { name: 'Avvia la fase' }).click();
    await dialog.getByRole('button', { name: 'Avvia' }).click();
    await expect(coordinatrice.getByText('Da questa fase ci si aspetta ancora un atto:')).toBeVisible();
    await expectAccessible(coordinatrice);
  });

  await test.step('without its act the phase ends only with a reason', async () => {
    await coordinatrice.getByRole('button', { name: 'Concludi la fase' }).click();
    await dialog.getByRole('button', { name: 'Concludi' }).click();
    await expect(dialog.getByText('Spiega il motivo con almeno 10 caratteri.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Torna indietro' }).click();
  });

  await test.step('with its act, and the PDF, it ends', async () => {
    await coordinatrice.getByRole('button', { name: 'Aggiungi un atto' }).click();
    const atto = coordinatrice.getByRole('form', { name: 'Nuovo atto' });
    await expect(atto.getByLabel('Titolo')).toHaveValue('Bozza del Piano');
    await atto.getByLabel('Indirizzo all’albo').fill('http://albo.demo.invalid/1');
    await atto.getByRole('button', { name: 'Salva l’atto' }).click();
    await expect(atto.getByText(/comincia con https/).first()).toBeVisible();
    await expectAccessible(coordinatrice);
    await atto.getByLabel('Indirizzo all’albo').fill('https://albo.demo.invalid/1');
    await atto.getByLabel('PDF dell’atto').setInputFiles({ name: 'bozza.pdf', mimeType: 'application/pdf', buffer: PDF });
    await atto.getByRole('button', { name: 'Salva l’atto' }).click();
    await expect(coordinatrice.getByRole('link', { name: 'bozza.pdf' })).toBeVisible();
    await coordinatrice.getByRole('button', { name: 'Concludi la fase' }).click();
    await dialog.getByRole('button', { name: 'Concludi' }).click();
    await expect(coordinatrice.getByRole('button', { name: 'Riapri la fase' })).toBeVisible();
  });

  await test.step('a phase of its own is added and moved, by keyboard', async () => {
    await vai(coordinatrice, `${AMBITO}/area/iter/nuova-fase`);
    await coordinatrice.getByLabel('Titolo').fill('Conferenza di piano');
    await coordinatrice.getByLabel('A cura di').selectOption('sindaci');
    await coordinatrice.getByRole('button', { name: 'Aggiungi la fase' }).click();
    await expect(coordinatrice.getByRole('heading', { level: 1, name: 'Conferenza di piano' })).toBeVisible();
    await vai(coordinatrice, `${AMBITO}/area/iter`);
    await expect(coordinatrice.getByRole('link', { name: '12. Conferenza di piano' })).toBeVisible();
    await coordinatrice.getByRole('button', { name: /^Su ?: sposta «Conferenza di piano» prima$/ }).focus();
    await coordinatrice.keyboard.press('Enter');
    await expect(coordinatrice.getByRole('link', { name: '11. Conferenza di piano' })).toBeVisible();
    await expect(coordinatrice.getByRole('button', { name: /^Su ?: sposta «Conferenza di piano» prima$/ })).toBeFocused();
  });

  await test.step('an ente prepares its adesione and sends it', async () => {
    await entraCome(operatrice, 'Paola Immaginari');
    await operatrice.getByRole('link', { name: 'Adesioni all’accordo' }).first().click();
    await operatrice.getByRole('link', { name: 'Aderisci con il tuo ente' }).click();
    await operatrice.getByLabel('Che cosa si impegna a fare l’ente').fill('Un doposcuola per tre anni.');
    await operatrice.getByRole('button', { name: 'Aggiungi una risorsa' }).click();
    await operatrice.getByLabel('Descrizione').fill('Cofinanziamento');
    await operatrice.getByLabel('Valore in euro').fill('1.234,50');
    await expectAccessible(operatrice);
    await operatrice.getByRole('button', { name: 'Salva la bozza' }).click();
    await operatrice.getByRole('button', { name: 'Invia l’adesione' }).click();
    await operatrice.getByRole('dialog').getByRole('button', { name: 'Invia' }).click();
    await expect(operatrice.getByText(/L’ufficio di piano la esamina/i)).toBeVisible();
    await expectAccessible(operatrice);
  });

  await test.step('from the cockpit the coordinatrice finds it in two clicks, and accepts it', async () => {
    await vai(coordinatrice, `${AMBITO}/area/cruscotto`);
    await expectAccessible(coordinatrice);
    const tutte = coordinatrice.getByRole('button', { name: /^Mostra tutte/ });
    if (await tutte.isVisible()) await tutte.click();
    await coordinatrice.getByRole('link', { name: /^Associazione Il Ponte \(demo\) aspetta una risposta alla sua adesione/ }).click();
    await expect(coordinatrice.getByText('1.234,50 €').first()).toBeVisible();
    await coordinatrice.getByRole('button', { name: 'Accogli', exact: true }).click();
    await dialog.getByRole('button', { name: 'Accogli' }).click();
    await expect(coordinatrice.getByText('L’ente fa parte dell’accordo di programma.')).toBeVisible();
  });

  await test.step('the public page shows the phase, its act and the ente, also at 320 pixels', async () => {
    await vai(visitor, AMBITO);
    await visitor.getByRole('link', { name: 'A che punto è il Piano' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: /^L’iter del Piano/ })).toBeVisible();
    const fase = visitor.getByRole('listitem').filter({ has: visitor.getByRole('heading', { name: '5. Bozza del Piano' }) });
    await expect(fase.getByText('Conclusa')).toBeVisible();
    const download = visitor.waitForEvent('download');
    await fase.getByRole('link', { name: /^Scarica il PDF/ }).click();
    expect((await download).suggestedFilename()).toBe('bozza.pdf');
    await expect(visitor.getByRole('heading', { name: 'Associazione Il Ponte (demo)' })).toBeVisible();
    await expect(visitor.getByText('Cofinanziamento (1.234,50 €)')).toBeVisible();
    await expect(visitor.getByText('Nota interna')).toHaveCount(0);
    await expectAccessible(visitor);
    await visitor.setViewportSize({ width: 320, height: 700 });
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(visitor);
  });

  await operatrice.context().close();
  await visitor.context().close();
});

test('a reminder is read, changed and sent from the cockpit, and the mail arrives', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AMBITO}/area/cruscotto`);
  await page
    .getByRole('button', { name: /^Sollecita ?: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Mandare un sollecito?' });
  await dialog.getByLabel('Oggetto').fill('Un promemoria della coordinatrice');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Manda' }).click();
  await expect(page.getByTestId('annuncio')).toHaveText(/^Sollecito mandato a /);
  await expect(page.getByText(/sollecitato il/).first()).toBeVisible();
  await vai(page, '/demo/posta');
  await expect(page.getByRole('link', { name: /Un promemoria della coordinatrice/ }).first()).toBeVisible();
});
