import type { Page } from '@playwright/test';
import { apriMessaggio } from '../../pages/demo.js';
import { expect, test } from '../../support/fixtures.js';
import { vai } from '../../support/vai.js';

const AMBITO = '/corigliano-rossano';

async function apriConsenso(page: Page, email: string): Promise<void> {
  await apriMessaggio(page, email, /serve il tuo consenso/);
  await page.locator('a[href^="/consenso#"]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /consenso$/ })).toBeVisible();
}

test('a person named without wanting it says no from the mail, once, and the ente is told', async ({ page }) => {
  await apriConsenso(page, 'rina.simulata@demo.invalid');
  await page.getByRole('button', { name: 'Non acconsento', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Confermi che non acconsenti?' });
  await dialog.getByRole('button', { name: 'Non acconsento' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Messaggi del portale' })).toContainText(
    'Abbiamo registrato che non acconsenti. L’ente è stato avvisato.',
  );
  await expect(page.getByRole('main').getByRole('button', { name: /consent/i, includeHidden: false })).toHaveCount(0);

  await vai(page, '/demo/posta');
  await expect(page.getByRole('link', { name: /Rina Simulata non ha dato il consenso/ }).first()).toBeVisible();
});

test('who had consented takes it back from the same link, and the public page names them no more', async ({ page }) => {
  await vai(page, `${AMBITO}/tavoli/famiglia-giovani-minori`);
  await expect(page.getByText('Enea Banco')).toBeVisible();

  await apriConsenso(page, 'enea.banco@demo.invalid');
  await page.getByRole('button', { name: 'Ritira il consenso' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ritirare il consenso?' });
  await dialog.getByRole('button', { name: 'Ritira' }).click();
  await expect(dialog).toBeHidden();

  await vai(page, `${AMBITO}/tavoli/famiglia-giovani-minori`);
  await expect(page.getByText('Delia Scolastica')).toBeVisible();
  await expect(page.getByText('Enea Banco')).toHaveCount(0);
});

test('a link that was cut in two says so, and leads nowhere', async ({ page }) => {
  await vai(page, '/consenso#0123456789');
  await expect(page.getByRole('heading', { level: 1, name: 'Non possiamo aprire questa pagina' })).toBeVisible();
  await expect(page.getByText('Controlla di aver aperto il collegamento intero')).toBeVisible();
});
