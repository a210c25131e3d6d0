import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { expectNoWider } from '../support/larghezza.js';
import { vai, vaiSenzaScript, viva } from '../support/vai.js';

test('a citizen finds the guide at the foot of any page, and in it the answer', async ({ page }) => {
  await vai(page, '/corigliano-rossano/avvisi');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Guida', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Guida al portale' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Se agisci per un ente' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('searchbox', { name: 'Che cosa vuoi fare?' }).fill('cambiare le persone');
  await page.getByRole('button', { name: 'Cerca nella guida' }).click();
  await page.getByRole('list', { name: 'Risultati' }).getByRole('link', { name: 'Cambiare le persone' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Designare i rappresentanti' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Cambiare le persone' })).toBeInViewport();
  await expect(page.getByRole('heading', { level: 2, name: 'Cambiare le persone' })).toBeFocused();
});

test('every page of the guide keeps to the law on accessibility, shows its pictures, and fits the smallest screen', async ({ page }) => {
  await vai(page, '/guida');
  const link = await page.locator('main a').evaluateAll(found => found.map(a => (a as HTMLAnchorElement).pathname));
  const pagine = [...new Set(link)].filter(pagina => pagina.startsWith('/guida/'));
  expect(pagine.length).toBeGreaterThan(20);
  for (const pagina of pagine)
    await test.step(pagina, async () => {
      await vai(page, pagina);
      await expect(page.locator('h1'), pagina).toHaveCount(1);
      await expectAccessible(page);
      const figure = await page.locator('main img').evaluateAll(found => found.map(img => (img as HTMLImageElement).src));
      for (const src of figure) expect((await page.request.get(src)).headers()['cache-control'], src).toContain('max-age');
      await expectNoWider(page, pagina, 320);
    });
});

test('who works has the help of the page where they are, in another tab', async ({ page }) => {
  await entraCome(page, 'Otto Ipotetico');
  await vai(page, '/corigliano-rossano/area/designazioni/nuova');
  const nuova = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Aiuto per questa pagina' }).click();
  const guida = await nuova;
  await viva(guida);
  await expect(guida.getByRole('heading', { level: 1, name: 'Designare i rappresentanti' })).toBeVisible();
  await expect(guida.getByRole('heading', { level: 2, name: 'Inviare una designazione' })).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the guide is read and searched all the same', async ({ page }) => {
    await vaiSenzaScript(page, '/guida');
    await page.getByRole('searchbox', { name: 'Che cosa vuoi fare?' }).fill('supplente');
    await page.getByRole('button', { name: 'Cerca nella guida' }).click();
    await expect(page.getByRole('list', { name: 'Risultati' }).getByRole('link', { name: 'Inviare una designazione' })).toBeVisible();
  });
});
