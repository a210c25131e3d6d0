import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai, vaiSenzaScript } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('a citizen looks for a word from any page, narrows what is found, and reads it', async ({ page }) => {
  await vai(page, `${AMBITO}/avvisi`);
  await page.getByRole('link', { name: 'Cerca', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cerca' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).fill('a');
  await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).press('Enter');
  await expect(page.getByText('Scrivi almeno due lettere.')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).fill('anziano');
  await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Risultati' }).getByRole('listitem').first()).toContainText(/anzian/i);
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Che cosa' }).selectOption({ label: 'Tavoli (1)' });
  await expect(page).toHaveURL(/q=anziano&tipo=tavolo/);
  await page.getByRole('link', { name: 'Invecchiamento attivo e anziani' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Invecchiamento attivo e anziani' })).toBeVisible();

  await vai(page, `${AMBITO}/ricerca?q=parolachenonce`);
  await expect(page.getByText('Nessun risultato')).toBeVisible();
});

test('a citizen finds who sits where, by the name of the ente or of the person', async ({ page }) => {
  await vai(page, `${AMBITO}/ricerca?q=Argento`);
  await page
    .getByRole('region', { name: 'Chi siede ai tavoli' })
    .getByRole('link', { name: 'Sindacato pensionati Argento (demo)' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sindacato pensionati Argento (demo)' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Invecchiamento attivo e anziani/ })).toContainText('Dino Campioni');
  await page.getByRole('link', { name: 'Tutti gli enti che siedono ai tavoli' }).click();
  await page.getByRole('searchbox', { name: 'Ente o persona' }).fill('campioni');
  await page.getByRole('searchbox', { name: 'Ente o persona' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Enti' }).getByRole('listitem').filter({ hasText: 'Argento' })).toContainText(
    'Dino Campioni',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search answers all the same', async ({ page }) => {
    await vaiSenzaScript(page, `${AMBITO}/ricerca`);
    await page.getByRole('searchbox', { name: 'Che cosa cerchi?' }).fill('disabilità');
    await page.getByRole('button', { name: 'Cerca' }).click();
    await expect(page.getByRole('link', { name: 'Disabilità' }).first()).toBeVisible();
  });
});
