import { entraCome } from '../../pages/demo.js';
import { expect, test } from '../../support/fixtures.js';
import { vai } from '../../support/vai.js';

const AREA = '/corigliano-rossano/area';

test('a designazione that arrives is seen without asking again; of two who decide, the slower is told and loses nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  const open = async (nome: string) => {
    const other = await (await browser.newContext({ baseURL })).newPage();
    await entraCome(other, nome);
    return other;
  };
  const referente = await open('Renzo Prova');
  await vai(referente, `${AREA}/designazioni`);
  await expect(referente.getByRole('heading', { level: 1, name: 'Designazioni' })).toBeVisible();

  await test.step('the operatore presses twice, and it is sent once', async () => {
    await entraCome(page, 'Paola Immaginari');
    await vai(page, `${AREA}/designazioni/nuova`);
    await page.getByRole('combobox', { name: /Tavolo/ }).selectOption({ label: 'Immigrazione e accoglienza' });
    await page.getByRole('button', { name: 'Avanti' }).click();
    const titolare = page.getByRole('group', { name: 'Titolare' });
    await titolare.getByLabel('Nome', { exact: false }).first().fill('Viva');
    await titolare.getByLabel(/Cognome/).fill('Prontissima');
    await titolare.getByLabel(/E-mail/).fill('viva.prontissima@demo.invalid');
    await page.getByRole('button', { name: 'Controlla e invia' }).click();
    await page.getByRole('button', { name: 'Conferma e invia' }).dblclick();
    await expect(page.getByText('N. di registro del portale', { exact: true })).toBeVisible();
  });

  await test.step('the open page of the coordinatrice shows it by itself', async () => {
    const rosa = await open('Rosa Inventati');
    await vai(rosa, `${AREA}/designazioni`);
    await expect(rosa.getByRole('link', { name: 'Associazione Il Ponte (demo)' })).toHaveCount(1);
    await rosa.getByRole('link', { name: 'Associazione Il Ponte (demo)' }).click();
    const caterina = await open('Caterina Modello');
    await vai(caterina, rosa.url());
    await expect(caterina.getByRole('button', { name: 'Accetta', exact: true })).toBeVisible();

    await caterina.getByRole('button', { name: 'Respingi' }).click();
    const reason = caterina.getByRole('dialog').getByRole('textbox');
    await reason.fill('La sede non è nel territorio dell’ambito.');
    await rosa.getByRole('button', { name: 'Accetta', exact: true }).click();
    await rosa.getByRole('dialog').getByRole('button', { name: 'Accetta' }).click();
    await expect(rosa.getByText('L’ente siede al tavolo.')).toBeVisible();

    await caterina.getByRole('dialog').getByRole('button', { name: 'Respingi' }).click();
    await expect(caterina.getByText(/Qualcuno ha cambiato questi dati|è cambiata nel frattempo/).first()).toBeVisible();
    await expect(reason).toHaveValue('La sede non è nel territorio dell’ambito.');
    await rosa.context().close();
    await caterina.context().close();
  });
  await referente.context().close();
});
