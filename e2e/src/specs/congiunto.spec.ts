import { api } from '../pages/api.js';
import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const AREA = '/corigliano-rossano/area';
const AMBITO = '/ambiti/corigliano-rossano';
const TITOLO = 'Casa e dipendenze, insieme';

test('A-3: two tavoli meet together only when the referente of the other has given the consent', async ({ page, browser, baseURL }) => {
  await entraCome(page, 'Renzo Prova');
  const { items } = await api<{ items: { id: string; slug: string }[] }>(page, 'GET', `${AMBITO}/tavoli`);
  const giorno = new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 10);
  const { incontri } = await api<{ incontri: { id: string }[] }>(page, 'POST', `${AMBITO}/tavoli/dipendenze-violenza-di-genere/incontri`, {
    titolo: TITOLO,
    inizioAt: `${giorno}T15:00:00Z`,
    fineAt: `${giorno}T17:00:00Z`,
    linkVideo: null,
    sede: { nome: 'Sala del Racconto', indirizzo: 'Piazza Inventata 1', accessibile: false },
    punti: [{ titolo: 'Che cosa facciamo insieme', minuti: 50, relatore: null }],
    altriTavoli: items.filter(t => t.slug === 'poverta').map(t => t.id),
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
    serie: null,
  });
  const pagina = `${AREA}/incontri/${incontri[0]?.id ?? ''}`;
  await vai(page, pagina);
  await expect(page.getByText('Manca il consenso di un tavolo', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Convoca', exact: true })).toBeHidden();

  await test.step('the other referente finds it among what to do, and says yes', async () => {
    const altra = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await entraCome(altra, 'Rachele Finta');
    await altra
      .getByRole('link', { name: new RegExp(TITOLO) })
      .first()
      .click();
    await expect(altra.getByRole('heading', { level: 1, name: TITOLO })).toBeVisible();
    await expectAccessible(altra);
    await altra.getByRole('button', { name: /^Dai il consenso/ }).click();
    await altra.getByRole('dialog', { name: 'Dare il consenso?' }).getByRole('button', { name: 'Dai il consenso' }).click();
    await expect(altra.getByText('Consenso dato', { exact: true })).toBeVisible();
    await altra.context().close();
  });

  await test.step('then it is convened', async () => {
    await vai(page, pagina);
    await page.getByRole('button', { name: 'Convoca', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Convocare l’incontro?' });
    await dialog.getByRole('button', { name: 'Manda la convocazione' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('main').getByText('Convocato', { exact: true })).toBeVisible();
  });
});
