import type { Page } from '@playwright/test';
import { accedi, entrato, PASSWORD, registra } from '../pages/accesso.js';
import { quando, tra } from '../pages/campi.js';
import { apriMessaggio, entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { lasciaInattiva } from '../support/inattivita.js';
import { vai } from '../support/vai.js';

const NUOVA = 'cinque gatti sul tetto';

/** Registers a person who is called only by name. */
const iscrivi = (page: Page, nome: string, email: string) => registra(page, { nome, cognome: 'Iscritta', email });

async function esci(page: Page, nome: string): Promise<void> {
  const voce = page.getByRole('button', { name: 'Esci' });
  // The menu closes by itself when a page that is still arriving takes the place of this one: who finds it closed opens it again.
  await expect(async () => {
    if (!(await voce.isVisible())) await page.getByRole('button', { name: `Il tuo account: ${nome}` }).click();
    await voce.click({ timeout: 10_000 });
  }).toPass();
  await expect(page.getByRole('link', { name: 'Accedi' }).first()).toBeVisible();
}

test('a person registers, confirms from the mail, leaves, and comes back with a mailed link', async ({ page }) => {
  const email = 'iris.iscritta@demo.invalid';
  await iscrivi(page, 'Iris', email);
  await esci(page, 'Iris Iscritta');

  await vai(page, '/accedi/link');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByRole('button', { name: 'Mandami il collegamento' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Controlla la posta' })).toBeVisible();
  await expectAccessible(page);
  await apriMessaggio(page, email, /Il collegamento per accedere/);
  await page.locator('a[href*="/accedi/link#"]').first().click();
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await entrato(page, 'Iris Iscritta');
});

test('a forgotten password is chosen anew; the old one is refused in words that tell nothing, and the address stays written', async ({
  page,
}) => {
  const email = 'ines.iscritta@demo.invalid';
  await iscrivi(page, 'Ines', email);
  await esci(page, 'Ines Iscritta');

  await vai(page, '/password');
  await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(email);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Controlla la posta' })).toBeVisible();
  await apriMessaggio(page, email, /Scegli una nuova password/);
  await page
    .locator('a[href*="#"]')
    .filter({ hasText: /password/ })
    .first()
    .click();
  await page.getByLabel('Nuova password').fill('corta');
  await page.getByRole('button', { name: 'Salva ed entra' }).click();
  await expect(page.getByText(/almeno 12 caratteri/).first()).toBeVisible();
  await page.getByLabel('Nuova password').fill(NUOVA);
  await page.getByRole('button', { name: 'Salva ed entra' }).click();
  await entrato(page, 'Ines Iscritta');
  await esci(page, 'Ines Iscritta');

  await accedi(page, email, PASSWORD);
  await expect(page.getByText('Indirizzo o password non corretti.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Indirizzo e-mail' })).toHaveValue(email);
  await accedi(page, email, NUOVA);
  await entrato(page, 'Ines Iscritta');
});

test('an access left open elsewhere is ended from afar, at once', async ({ page, browser, baseURL }) => {
  const email = 'ilda.iscritta@demo.invalid';
  await iscrivi(page, 'Ilda', email);
  const altrove = await browser.newContext({ baseURL: baseURL ?? '' });
  const altra = await altrove.newPage();
  await accedi(altra, email, PASSWORD);
  await entrato(altra, 'Ilda Iscritta');

  await vai(page, '/account');
  await page.getByRole('button', { name: 'Termina tutti gli altri accessi' }).click();
  await expect(page.getByText('Non ci sono altri accessi aperti.')).toBeVisible();
  await vai(altra, '/account');
  await expect(altra.getByRole('heading', { level: 1, name: 'Accedi' })).toBeVisible();
  await altrove.close();
});

test('an access of staff that was long unused ends with the reason, and what was being written is sent after signing in again', async ({
  page,
}) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, '/corigliano-rossano/area/avvisi/nuovo');
  const titolo = page.getByRole('textbox', { name: 'Titolo' });
  await titolo.fill('Avviso lasciato a metà');
  await page.getByRole('textbox', { name: 'Testo' }).fill('Chi lo scriveva si è allontanata.');
  await lasciaInattiva(page);

  await page.getByRole('checkbox', { name: /anziani/ }).check();
  await quando(page.getByRole('group', { name: 'Apertura' }), tra(5), '09:00');
  await quando(page.getByRole('group', { name: 'Chiusura' }), tra(30), '12:00');
  await page.getByRole('button', { name: /Salva/ }).click();
  const scaduta = page.getByRole('dialog', { name: 'La tua sessione è scaduta' });
  await expect(scaduta).toContainText('Sei rimasto a lungo senza usare il portale: per sicurezza ti abbiamo fatto uscire.');
  await expect(scaduta).toContainText('Quello che hai scritto resta in questa pagina');
  await expectAccessible(page);

  const altra = await page.context().newPage();
  await entraCome(altra, 'Caterina Modello');
  await altra.close();
  await scaduta.getByRole('button', { name: 'Ho fatto l’accesso' }).click();
  await expect(scaduta).toBeHidden();
  await expect(titolo).toHaveValue('Avviso lasciato a metà');
  await page.getByRole('button', { name: /Salva/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Avviso lasciato a metà' })).toBeVisible();
});

test('who changes address is told first that nothing is lost, confirms from the mail, and still sits at their tavolo', async ({ page }) => {
  const [prima, dopo] = ['delia.scolastica@demo.invalid', 'delia.altrove@demo.invalid'];
  const siede = async () => {
    await vai(page, '/corigliano-rossano/area');
    await expect(page.getByRole('region', { name: 'Siedi a questi tavoli' }).getByRole('listitem')).toHaveText([/Famiglia/]);
  };
  await registra(page, { nome: 'Delia', cognome: 'Scolastica', email: prima });
  await siede();

  await vai(page, '/account/indirizzo');
  await expect(page.getByRole('main')).toContainText(
    'I tuoi posti ai tavoli, gli inviti agli incontri, i contributi, quello che segui e il calendario passano al nuovo indirizzo',
  );
  await page.getByRole('textbox', { name: 'Nuovo indirizzo e-mail' }).fill(dopo);
  // Left before it is sent, it asks; and stays where the person wants.
  await page.getByRole('link', { name: 'Torna indietro' }).click();
  const lasciare = page.getByRole('dialog', { name: 'Lasciare la pagina?' });
  await expect(lasciare).toContainText('Quello che hai scritto nel modulo: non è stato inviato.');
  await lasciare.getByRole('button', { name: 'Resta nella pagina' }).click();
  await expect(page.getByRole('textbox', { name: 'Nuovo indirizzo e-mail' })).toHaveValue(dopo);
  await page.getByLabel('La tua password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Cambia indirizzo' }).click();
  await expect(page.getByText('Fino ad allora continui a usare quello di prima.')).toBeVisible();

  await apriMessaggio(page, dopo, /[Cc]onferma/);
  await page.locator('a[href*="/conferma/indirizzo#"]').first().click();
  await page.getByRole('button', { name: 'Conferma il nuovo indirizzo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Il tuo account' })).toBeVisible();
  await expect(page.getByRole('main').getByText(dopo)).toBeVisible();
  await siede();
});
