import type { Page } from '@playwright/test';
import { accedi, dicendoChiE, entrato } from '../pages/accesso.js';
import { quando, tra } from '../pages/campi.js';
import { codiceFiscaleDi, foglioEnti, scrivi, simula } from '../pages/caricamenti.js';
import { apriMessaggio, entraSenzaIncarichi } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { vai } from '../support/vai.js';

const AMBITO = '/alto-inventato';
const AREA = `${AMBITO}/area`;
const INCONTRO = 'Primo incontro del tavolo';

/** Takes an incarico from the mail that gives it: the account is born with it. */
async function prendi(page: Page, nome: string, cognome: string): Promise<void> {
  await page.context().clearCookies();
  await apriMessaggio(page, `${nome}.${cognome}@demo.invalid`.toLowerCase(), /Il tuo incarico/);
  await page.locator('a[href*="/conferma/incarico#"]').first().click();
  await dicendoChiE(page, 'Prendi il tuo incarico', { nome, cognome });
}

test('an ambito of Lombardia, from nothing to its first convocation: people by mail, three hundred enti from a sheet', async ({ page }) => {
  await test.step('the amministratrice opens it, with comuni from the list of ISTAT', async () => {
    await entraSenzaIncarichi(page, 'Anna Prototipo');
    await vai(page, '/amministrazione');
    await page.getByLabel('Nome breve').fill('Alto Inventato');
    await page.getByLabel('Indirizzo breve').fill(AMBITO.slice(1));
    await page.getByLabel('Regione o Provincia autonoma').selectOption('Lombardia');
    await page.getByRole('textbox', { name: 'Nome completo' }).fill('Ambito dell’Alto Inventato');
    await page.getByLabel('Articolo del nome completo').selectOption('l’');
    await page.getByLabel('Ente capofila').fill('Comune di Pavia');
    for (const comune of ['Pavia', 'Certosa di Pavia']) {
      await page.getByLabel('Cerca un comune').fill(comune);
      await page.getByRole('button', { name: `Aggiungi ${comune}`, exact: true }).click();
      await expect(page.getByRole('button', { name: `Togli ${comune}`, exact: true })).toBeVisible();
    }
    await page.getByLabel('Indirizzo dell’ufficio').fill('Piazza del Racconto 1, Pavia');
    await page.getByLabel('E-mail', { exact: false }).first().fill('ufficio@inventati.invalid');
    await page.getByLabel('PEC').fill('ufficio@pec.inventati.invalid');
    await page.getByLabel('Telefono').fill('0382 1234');
    await page.getByLabel('Titolo del Piano').fill('Piano di Zona 2027-2029');
    await page.getByLabel('Primo anno del Piano').fill('2027');
    await page.getByLabel('Ultimo anno del Piano').fill('2029');
    await page.getByLabel('E-mail di chi coordina').fill('cora.lombarda@demo.invalid');
    await page.getByRole('button', { name: 'Apri l’ambito' }).click();
    await expect(page).toHaveURL(new RegExp(`${AMBITO}$`));
  });

  await test.step('who coordinates it begins from the mail, and is led from step to step', async () => {
    await prendi(page, 'Cora', 'Lombarda');
    await vai(page, `${AREA}/impostazioni`);
    await expect(page.getByRole('heading', { name: /Preparare l’ambito: \d passi su 6/ })).toBeVisible();
    await expectAccessible(page);
    await vai(page, `${AREA}/impostazioni/parole`);
    await page.getByRole('button', { name: 'Salva le parole' }).click();
    await expect(page.getByText(/[Ss]alvat/).first()).toBeVisible();
    await vai(page, `${AREA}/impostazioni/ufficio`);
    await page.getByLabel('Sede (facoltativa)').fill('Piazza del Racconto 1');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await expect(page.getByText('Salvato: lo leggono tutti').first()).toBeVisible();
  });

  await test.step('a tavolo, and its referente invited by mail', async () => {
    await vai(page, `${AREA}/tavoli/nuovo`);
    await page.getByRole('textbox', { name: 'Codice' }).fill('A');
    await page.getByRole('textbox', { name: 'Nome' }).fill('Persone anziane');
    await page.getByRole('textbox', { name: 'Di che cosa si occupa' }).fill('Le persone anziane e chi le aiuta.');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Crea il tavolo' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Persone anziane' })).toBeVisible();
    await vai(page, `${AREA}/incarichi`);
    await page.getByRole('textbox', { name: 'E-mail della persona' }).fill('rino.lombardo@demo.invalid');
    await page.getByRole('radio', { name: /[Rr]eferente/ }).check();
    await page.getByRole('combobox', { name: 'Tavolo' }).selectOption({ label: 'A · Persone anziane' });
    await page.getByRole('button', { name: 'Affida l’incarico' }).click();
    await expect(page.getByText('Invito mandato a rino.lombardo@demo.invalid').first()).toBeVisible();
  });

  await test.step('three hundred enti come from the sheet of the office; the wrong row is told, and stays out', async () => {
    await simula(page, AREA, 'Enti', 'enti.csv', foglioEnti(301));
    await expect(page.getByRole('button', { name: 'Nuove (300)' })).toBeVisible();
    await page.getByRole('button', { name: 'Con errori (1)' }).click();
    await expect(page.getByText('Scrivi un numero di telefono').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('radio', { name: /Già verificati/ }).check();
    await page.getByRole('textbox', { name: 'Da dove viene la verifica' }).fill('Dal registro dell’ufficio, atto n. 12 del 2026.');
    await page.getByRole('radio', { name: 'A nessuno' }).check();
    await scrivi(page);
    await vai(page, `${AREA}/enti`);
    await expect(page.getByRole('status').filter({ hasText: '300 enti' })).toBeVisible();
  });

  await test.step('the first avviso, after which people may sit: the steps are all done', async () => {
    await vai(page, `${AREA}/avvisi/nuovo`);
    await page.getByRole('textbox', { name: 'Titolo' }).fill('Avviso per i tavoli dell’Alto Inventato');
    await page.getByRole('textbox', { name: 'Testo' }).fill('Gli enti possono designare i loro rappresentanti.');
    await page.getByRole('checkbox', { name: /Persone anziane/ }).check();
    await quando(page.getByRole('group', { name: 'Apertura' }), tra(5), '09:00');
    await quando(page.getByRole('group', { name: 'Chiusura' }), tra(40), '12:00');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pubblica' }).click();
    await expect(page.getByRole('main').getByText('Non ancora aperto', { exact: true })).toBeVisible();
  });

  await test.step('who sat there before comes from a sheet too, and sits once they consent', async () => {
    const persona = `${codiceFiscaleDi(0)};Persone anziane;Titolare;Tea;Titolari;tea.titolari@demo.invalid`;
    await simula(page, AREA, 'Persone e posti', 'posti.csv', `Ente;Tavolo;Ruolo;Nome;Cognome;E-mail\r\n${persona}`);
    await page.getByRole('radio', { name: 'Subito' }).check();
    await scrivi(page);
    await apriMessaggio(page, 'tea.titolari@demo.invalid', /consenso/);
    await page.locator('a[href^="/consenso#"]').first().click();
    await page.getByRole('button', { name: 'Acconsento', exact: true }).click();
    await page.getByRole('button', { name: 'Sì, acconsento' }).click();
    await expect(page.getByText('Hai dato il consenso.')).toBeVisible();
  });

  await test.step('the referente, from the mail, convenes the first incontro', async () => {
    await prendi(page, 'Rino', 'Lombardo');
    await vai(page, `${AREA}/tavoli`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /Persone anziane/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Nuovo incontro' }).first().click();
    await page.getByRole('textbox', { name: 'Titolo' }).fill(INCONTRO);
    await page.getByRole('textbox', { name: 'Sede' }).fill('Sala del Racconto');
    await page.getByRole('textbox', { name: 'Indirizzo' }).fill('Piazza del Racconto 1, Pavia');
    await page.getByRole('textbox', { name: 'Di che cosa si parla' }).fill('Letture dei bisogni');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await expect(page.getByRole('heading', { level: 1, name: INCONTRO })).toBeVisible();
    await page.getByRole('button', { name: 'Convoca', exact: false }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Convocare l’incontro?' });
    await expect(dialog.getByRole('region', { name: 'Destinatari' })).toContainText('Tea Titolari');
    await dialog.getByRole('button', { name: 'Manda la convocazione' }).click();
    await expect(dialog).toBeHidden();
    await apriMessaggio(page, 'tea.titolari@demo.invalid', new RegExp(`Convocazione: ${INCONTRO}`));
    await expect(page.getByText('Ambito dell’Alto Inventato').first()).toBeVisible();
  });

  await test.step('a comune leaves: it is told with its days and its act, and from the day after nobody reads it among those of today', async () => {
    await page.context().clearCookies();
    await accedi(page, 'cora.lombarda@demo.invalid');
    await entrato(page, 'Cora Lombarda');
    await vai(page, `${AREA}/impostazioni/comuni`);
    await page.getByRole('combobox', { name: 'Comune che esce' }).selectOption({ label: 'Certosa di Pavia' });
    await page.getByLabel('Ultimo giorno').fill(tra(-1));
    await page.getByRole('textbox', { name: 'Atto dell’uscita' }).fill('Deliberazione n. 7 del 2026');
    await page.getByRole('button', { name: 'Registra l’uscita' }).click();
    await expect(page.getByRole('heading', { name: 'C’è un problema' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Comune che esce' })).toHaveValue(/\d{6}/);
    await page.getByRole('textbox', { name: 'Motivo dell’uscita' }).fill('Il Consiglio comunale ha scelto un altro ambito.');
    await page.getByRole('button', { name: 'Registra l’uscita' }).click();
    await expect(page.getByRole('heading', { name: 'Non oggi' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Certosa di Pavia' })).toContainText('Deliberazione n. 7 del 2026');
    await expectAccessible(page);
    await vai(page, `${AREA}/registro`);
    await expect(page.getByText('Il Consiglio comunale ha scelto un altro ambito.').first()).toBeVisible();
    await page.context().clearCookies();
    await vai(page, AMBITO);
    await expect(page.getByText('I tavoli sono i luoghi in cui il comune dell’ambito')).toBeVisible();
    await expect(page.getByText('Certosa di Pavia')).toHaveCount(0);
  });
});
