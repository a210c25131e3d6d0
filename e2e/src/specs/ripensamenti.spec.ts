import { api } from '../pages/api.js';
import { entraCome } from '../pages/demo.js';
import { approva, parte, passo, salvata } from '../pages/elaborati.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('an elaborato is put back as it was, changed after a comment, sent back by the coordinatrice with her reason, and taken up again', async ({
  page,
  browser,
  baseURL,
}) => {
  const altrove = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await entraCome(altrove, 'Caterina Modello');
  await entraCome(page, 'Rita Esempio');
  const { id } = await api<{ id: string }>(page, 'POST', `/ambiti${AMBITO}/tavoli/anziani/elaborati`, {
    tipo: 'documento_libero',
    titolo: `Nota sui trasporti ${Date.now()}`,
  });
  const indirizzo = `${AMBITO}/area/elaborati/${id}`;
  await vai(page, indirizzo);
  const testo = parte(page, 'Testo').getByRole('textbox', { name: 'Testo' });

  await test.step('a version of before is compared, and put back', async () => {
    await testo.fill('Servono due corse al giorno.');
    await salvata(page, 'Testo');
    await testo.fill('Serve una corsa al giorno.');
    await page.getByText('Versioni precedenti di Testo').click();
    await expect(parte(page, 'Testo').locator('ins', { hasText: 'una corsa' })).toBeVisible();
    await expect(parte(page, 'Testo').locator('del', { hasText: 'due corse' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Rimetti il testo della versione/ }).click();
    await expect(testo).toHaveText('Servono due corse al giorno.');
    await salvata(page, 'Testo');
  });

  await test.step('a comment on a passage is taken in, with an answer', async () => {
    await passo(page, 'Apri la consultazione', 'Consultazione aperta.');
    await vai(altrove, indirizzo);
    await parte(altrove, 'Testo').getByRole('button', { name: 'Commenta «Testo»' }).click();
    await altrove.getByRole('textbox', { name: 'Il passaggio (facoltativo)' }).fill('due corse');
    await altrove.getByRole('textbox', { name: 'Il tuo commento' }).fill('Tre, nei giorni di mercato.');
    await altrove.getByRole('button', { name: 'Manda il commento' }).click();
    await parte(page, 'Testo')
      .getByRole('button', { name: /^Accogli il commento/ })
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('Giusto: lo scriviamo.');
    await page.getByRole('dialog').getByRole('button', { name: 'Accogli il commento' }).click();
    await expect(parte(page, 'Testo').getByText('Giusto: lo scriviamo.')).toBeVisible();
    await expect(parte(altrove, 'Testo').getByText('Giusto: lo scriviamo.')).toBeVisible();
    await testo.fill('Servono due corse al giorno, tre nei giorni di mercato.');
    await salvata(page, 'Testo');
  });

  await test.step('handed in, it comes back with the reason', async () => {
    await approva(page);
    await passo(page, 'Consegna', 'Consegnato al coordinatore.');
    await altrove.getByRole('button', { name: 'Rimanda al tavolo' }).click();
    await altrove.getByRole('button', { name: 'Rimanda al tavolo' }).click();
    await expect(altrove.getByText(/C’è un problema/).first()).toBeVisible();
    await altrove.getByRole('textbox', { name: 'Motivo' }).fill('Manca quanto costano le corse in più.');
    await altrove.getByRole('button', { name: 'Rimanda al tavolo' }).click();
    await expect(altrove.getByTestId('annuncio')).toHaveText('Rimandato al tavolo.');
    await expect(page.getByText('Perché è stato rimandato: Manca quanto costano le corse in più.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('and is taken up again where it was', async () => {
    await passo(page, 'Riprendi a scrivere', 'Di nuovo in scrittura.');
    await expect(testo).toHaveText('Servono due corse al giorno, tre nei giorni di mercato.');
    await testo.press('ControlOrMeta+End');
    await testo.pressSequentially(' Costano 4.000 euro.');
    await salvata(page, 'Testo');
    await ricarica(page);
    await expect(testo).toContainText('Costano 4.000 euro.');
  });
  await altrove.context().close();
});

test('a published verbale that says something wrong is corrected by another, and both stay to be read', async ({
  page,
  browser,
  baseURL,
}) => {
  await entraCome(page, 'Rocco Simulato');
  const { items } = await api<{ items: { id: string; tavoli: { slug: string }[] }[] }>(page, 'GET', `/ambiti${AMBITO}/verbali`);
  const primo = items.find(v => v.tavoli.some(t => t.slug === 'famiglia-giovani-minori'))?.id ?? '';
  await vai(page, `${AMBITO}/area/verbali/${primo}`);

  await test.step('it begins as a copy, with what it corrects', async () => {
    await page.getByRole('button', { name: 'Scrivi una rettifica' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Che cosa correggi' })
      .fill('Il numero delle famiglie ascoltate era sbagliato.');
    await page.getByRole('dialog').getByRole('button', { name: 'Scrivi una rettifica' }).click();
    await expect(page.getByText('Motivo: Il numero delle famiglie ascoltate era sbagliato.')).toBeVisible();
    const apertura = page.getByRole('textbox', { name: 'Testo: Apertura' });
    await apertura.press('ControlOrMeta+End');
    await apertura.pressSequentially(' Le famiglie ascoltate sono 42.');
    await expect(page.getByText(/^\s*Salvato alle/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('approved and published, each page leads to the other', async () => {
    for (const azione of ['Invia in revisione', 'Approva', 'Pubblica']) {
      await page.getByRole('button', { name: azione, exact: true }).click();
      if (azione === 'Approva') await page.getByRole('dialog').getByLabel('Motivo dell’anticipo').fill('Si corregge solo un numero.');
      await page.getByRole('dialog').getByRole('button', { name: azione }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await vai(visitor, `${AMBITO}/verbali/${primo}`);
    await expect(visitor.getByText('Le famiglie ascoltate sono 42.')).toHaveCount(0);
    await visitor.getByText('Questo verbale è stato corretto').getByRole('link').click();
    await expect(visitor.getByText('Le famiglie ascoltate sono 42.')).toBeVisible();
    await expect(visitor.getByText('Il numero delle famiglie ascoltate era sbagliato.')).toBeVisible();
    await expectAccessible(visitor);
    await visitor.context().close();
  });
});
