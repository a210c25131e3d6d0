import type { Page } from '@playwright/test';
import { apriMessaggio } from '../pages/demo.js';
import { compilaEnte } from '../pages/enti.js';
import { rigaDi } from '../pages/tabelle.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AREA = '/corigliano-rossano/area';
const NOME = 'Associazione del Racconto (prova)';
const CODICE_FISCALE = '91000000009';
const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

const titolo = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Enters as one of the demo's people, whether they hold a role or not. */
async function entra(page: Page, nome: string): Promise<void> {
  await vai(page, '/demo');
  await page.getByRole('button', { name: `Entra come ${nome}` }).click();
  await expect(page.getByRole('button', { name: `Il tuo account: ${nome}` })).toBeVisible();
}

const compila = (page: Page) => compilaEnte(page, { denominazione: NOME, codiceFiscale: CODICE_FISCALE, email: 'racconto@demo.invalid' });

test('a citizen registers an ente, corrects it after a refusal, and the office verifies it', async ({ page }) => {
  await test.step('sent empty, the form says everything that is missing, in one place', async () => {
    await entra(page, 'Cino Cittadino');
    await vai(page, `${AREA}/enti/nuovo`);
    await page.getByRole('button', { name: 'Avanti' }).click();
    await expect(page.getByRole('heading', { name: /Ci sono \d+ problemi/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Scrivi la denominazione dell’ente.' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Devi dichiarare di poter agire per l’ente.' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the RUNTS is asked only of those who may be in it, and codes are checked while they are written', async () => {
    await expect(page.getByLabel(/RUNTS/)).toHaveCount(0);
    await page.getByLabel('Codice fiscale dell’ente').fill('91000000003');
    await page.getByLabel('Codice fiscale dell’ente').blur();
    await expect(page.getByText(/l’ultimo carattere non torna/).first()).toBeVisible();
    await compila(page);
    await expect(page.getByText('✓ Il codice fiscale è scritto correttamente.')).toBeVisible();
    await expect(page.getByText('Organizzazioni di volontariato', { exact: true })).toBeVisible();
  });

  await test.step('a reload keeps what was written', async () => {
    await ricarica(page);
    await expect(page.getByLabel('Denominazione')).toHaveValue(NOME);
  });

  await test.step('the riepilogo shows what is about to leave', async () => {
    await page.getByRole('button', { name: 'Avanti' }).click();
    await titolo(page, 'Riepilogo');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText('Via del Racconto 1, 87064 Corigliano-Rossano (CS)')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Modifica i dati' }).click();
    await expect(page.getByLabel('Denominazione')).toHaveValue(NOME);
    await page.getByRole('button', { name: 'Avanti' }).click();
    await page.getByRole('button', { name: 'Invia la registrazione' }).click();
    await titolo(page, NOME);
    await expect(page.getByText('In verifica', { exact: true })).toBeVisible();
  });

  await test.step('the statute is sent from the page of the ente', async () => {
    await page
      .getByLabel('Carica lo statuto')
      .setInputFiles({ name: 'statuto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
    await expect(page.getByText('Il file non è un PDF valido.')).toBeVisible();
    await page
      .getByLabel('Carica lo statuto')
      .setInputFiles({ name: 'statuto.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await page.getByRole('button', { name: 'Carica', exact: true }).click();
    await expect(page.getByRole('link', { name: 'statuto.pdf' })).toBeVisible();
    await expect(page.getByText('Ente: statuto caricato', { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the office refuses it with a reason, from the list', async () => {
    await entra(page, 'Ugo Campione');
    await vai(page, `${AREA}/enti`);
    await page.getByRole('combobox', { name: 'Stato' }).selectOption({ label: 'In verifica (2)' });
    await expect(rigaDi(page, 'Il Ponte')).toHaveCount(0);
    await expect(rigaDi(page, NOME)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: `Respingi ${NOME}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Respingere la registrazione?' });
    await dialog.getByRole('button', { name: 'Respingi' }).click();
    await expect(dialog.getByText('Spiega il motivo con almeno 10 caratteri.')).toBeVisible();
    await dialog.getByLabel('Motivazione').fill('Manca il numero civico giusto.');
    await dialog.getByRole('button', { name: 'Respingi' }).click();
    await expect(page.getByRole('option', { name: 'In verifica (1)' })).toBeAttached();
  });

  await test.step('the ente reads why, corrects and presents itself again', async () => {
    await entra(page, 'Cino Cittadino');
    await vai(page, `${AREA}/enti`);
    await page.getByRole('link', { name: NOME }).click();
    await expect(page.getByText('Manca il numero civico giusto.').first()).toBeVisible();
    await page.getByRole('link', { name: 'Modifica i dati' }).click();
    await page.getByLabel('Via e numero civico').fill('Via del Racconto 2');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Salva le modifiche' }).click();
    await expect(page.getByText(/Via del Racconto 2/)).toBeVisible();
    await page.getByRole('button', { name: 'Ripresenta la registrazione' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ripresenta' }).click();
    await expect(page.getByText('In verifica', { exact: true })).toBeVisible();
  });

  await test.step('the office verifies it, after a question, and the row stays where it is', async () => {
    await entra(page, 'Caterina Modello');
    await vai(page, `${AREA}/enti?stato=in_verifica`);
    await page.getByRole('button', { name: `Verifica ${NOME}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verifica' }).click();
    await expect(page.getByText(`${NOME} è verificato.`).first()).toBeVisible();
    await apriMessaggio(page, 'racconto@demo.invalid', /è verificato/);
  });

  await test.step('its identity is now locked, the rest is not', async () => {
    await entra(page, 'Cino Cittadino');
    await vai(page, `${AREA}/enti`);
    await page.getByRole('link', { name: NOME }).click();
    await page.getByRole('link', { name: 'Modifica i dati' }).click();
    await expect(page.getByText('Questi dati sono stati verificati')).toBeVisible();
    await expect(page.getByLabel('Denominazione')).toHaveCount(0);
  });
});

test('an ente that is registered already is joined, by request or by invitation', async ({ page }) => {
  const codiceFiscale = await test.step('the operatore knows its codice fiscale', async () => {
    await entra(page, 'Olga Verosimile');
    await vai(page, `${AREA}/enti`);
    await page.getByRole('link', { name: 'Il Nido (demo) ODV' }).click();
    return page
      .locator('dt', { hasText: /^Codice fiscale$/ })
      .locator('xpath=following-sibling::dd')
      .innerText();
  });

  await test.step('somebody else finds the way to ask beside the form; what was typed goes along', async () => {
    await entra(page, 'Rocco Simulato');
    await vai(page, `${AREA}/enti/nuovo`);
    await page.getByLabel('Codice fiscale dell’ente').fill(codiceFiscale);
    await page.getByRole('link', { name: 'Chiedi di entrare tra i suoi operatori', exact: true }).click();
    await expect(page.getByLabel('Codice fiscale dell’ente')).toHaveValue(codiceFiscale);
    await expectAccessible(page);
    await page.getByLabel('Chi sei e perché chiedi di entrare').fill('Sono il nuovo segretario.');
    await page.getByRole('button', { name: 'Manda la richiesta' }).click();
    await titolo(page, 'Richiesta ricevuta');
  });

  await test.step('the operatore takes them in, and invites another person', async () => {
    await entra(page, 'Olga Verosimile');
    await vai(page, `${AREA}/enti`);
    await page.getByRole('link', { name: 'Il Nido (demo) ODV' }).click();
    await expect(page.getByText('Sono il nuovo segretario.')).toBeVisible();
    await page.getByRole('button', { name: 'Accogli Rocco Simulato' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accogli' }).click();
    await expect(page.getByRole('list', { name: 'Operatori' }).getByText('Rocco Simulato').first()).toBeVisible();
    await page.getByLabel('E-mail della persona').fill('invitata@demo.invalid');
    await page.getByRole('button', { name: 'Manda l’invito' }).click();
    await expect(page.getByRole('heading', { name: 'Inviti in attesa' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('who opens the link reads what it is, signs in, and accepts', async () => {
    await apriMessaggio(page, 'invitata@demo.invalid', /Un invito nel portale/);
    const link = await page.locator('a[href^="/inviti/operatore#"]').first().getAttribute('href');
    await page.context().clearCookies();
    await vai(page, link ?? '');
    await titolo(page, 'Invito da Il Nido (demo) ODV');
    await expect(page.getByRole('main').getByRole('link', { name: 'Accedi', exact: true })).toHaveAttribute(
      'href',
      '/accedi?ritorno=%2Finviti%2Foperatore',
    );
    await expectAccessible(page);
    await entra(page, 'Remo Fittizi');
    await vai(page, '/inviti/operatore');
    await titolo(page, 'Invito da Il Nido (demo) ODV');
    await page.getByRole('button', { name: 'Accetta l’invito' }).click();
    await titolo(page, 'Il Nido (demo) ODV');
    await expect(page.getByText('Remo Fittizi (tu)')).toBeVisible();
  });

  await test.step('and can leave', async () => {
    await page.getByRole('button', { name: 'Esci dall’ente' }).click();
    await page.getByRole('dialog', { name: 'Uscire dall’ente?' }).getByRole('button', { name: 'Esci' }).click();
    await titolo(page, 'Oggi');
  });
});

test('the coordinatore gives a role and ends it', async ({ page }) => {
  await entra(page, 'Caterina Modello');
  await vai(page, `${AREA}/incarichi`);
  await expect(page.getByRole('heading', { name: 'Referenti dei tavoli' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Affida l’incarico' }).click();
  await expect(page.getByRole('link', { name: 'Scegli un ruolo.' })).toBeVisible();
  await page.getByLabel('E-mail della persona').fill('nessuno@demo.invalid');
  await page.getByRole('radio', { name: 'Ufficio di piano' }).check();
  await page.getByRole('button', { name: 'Affida l’incarico' }).click();
  const ritira = page.getByRole('button', { name: 'Ritira l’invito a nessuno@demo.invalid' });
  await ritira.click();
  await page.getByRole('dialog', { name: 'Ritirare l’invito?' }).getByRole('button', { name: 'Ritira l’invito' }).click();
  await expect(ritira).toHaveCount(0);
  await page.getByLabel('E-mail della persona').fill('otto.ipotetico@demo.invalid');
  await page.getByRole('radio', { name: 'Referente di un tavolo' }).check();
  await page.getByRole('combobox', { name: /Tavolo/ }).selectOption({ label: 'B · Disabilità' });
  await page.getByRole('button', { name: 'Affida l’incarico' }).click();
  const fine = page.getByRole('button', { name: 'Termina l’incarico di Otto Ipotetico per Disabilità' });
  await expect(fine).toBeVisible();
  await fine.click();
  await page.getByRole('dialog', { name: 'Terminare l’incarico?' }).getByRole('button', { name: 'Termina' }).click();
  await expect(fine).toHaveCount(0);
});
