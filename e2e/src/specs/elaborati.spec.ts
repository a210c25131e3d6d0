import { entraCome } from '../pages/demo.js';
import { approva, parte, passo, salvata } from '../pages/elaborati.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('a scheda is written by parts that save themselves, commented, approved with the decisione of a verbale, handed in, taken into the Piano and read by anyone', async ({
  page,
  browser,
  baseURL,
}) => {
  const titolo = `Trasporto di comunità ${Date.now()}`;
  const annuncio = page.getByTestId('annuncio');
  await entraCome(page, 'Rita Esempio');
  await vai(page, `${AMBITO}/area/tavoli/anziani/elaborati`);
  await expect(page.getByRole('link', { name: 'Nuovo elaborato' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Nuovo elaborato' }).click();
  await page.getByRole('radio', { name: 'Scheda di progetto' }).check();
  await page.getByRole('textbox', { name: 'Titolo' }).fill(titolo);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Comincia a scrivere' }).click();
  await expect(page.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
  const indirizzo = page.url();
  const id = indirizzo.split('/').at(-1) ?? '';

  await test.step('every part is filled; what is missing is told, and a reload loses nothing', async () => {
    await expect(page.getByRole('heading', { name: 'Prima di consegnare manca' })).toBeVisible();
    await parte(page, 'Obiettivo')
      .getByRole('combobox', { name: 'Obiettivo' })
      .selectOption({ label: 'Restare a casa propria, in compagnia (Invecchiamento attivo e anziani)' });
    await parte(page, 'Descrizione')
      .getByRole('textbox', { name: 'Descrizione' })
      .fill('Un pulmino porta al centro diurno chi abita nelle contrade.');
    const destinatari = parte(page, 'Destinatari');
    await destinatari.getByRole('button', { name: 'Aggiungi un gruppo' }).click();
    await destinatari.getByRole('textbox', { name: 'A chi è rivolto' }).fill('Persone anziane delle contrade');
    await destinatari.getByRole('textbox', { name: 'Quante persone' }).fill('60');
    const azioni = parte(page, 'Azioni e chi fa che cosa');
    await azioni.getByRole('button', { name: 'Aggiungi un’azione' }).click();
    await azioni.getByRole('textbox', { name: 'Che cosa si farà' }).fill('Due corse al giorno');
    await azioni.getByRole('textbox', { name: 'Chi se ne occupa' }).fill('Associazione Il Ponte (demo)');
    await parte(page, 'Comuni').getByRole('checkbox', { name: 'Crosia' }).check();
    await parte(page, 'Tempi').getByLabel('Comincia il').fill('2027-01-10');
    await parte(page, 'Tempi').getByLabel('Finisce il').fill('2028-01-10');
    const risorse = parte(page, 'Risorse economiche');
    await risorse.getByRole('button', { name: 'Aggiungi una risorsa' }).click();
    await risorse.getByRole('combobox', { name: 'Da dove viene' }).selectOption({ label: 'Fondi regionali' });
    await expect(risorse.getByText('Una riga è ancora da completare: per ora resta solo qui.')).toBeVisible();
    await risorse.getByRole('textbox', { name: 'Anno' }).fill('2027');
    await risorse.getByRole('combobox', { name: 'Chi paga' }).selectOption({ label: 'Crosia' });
    const importo = risorse.getByRole('textbox', { name: 'Importo in euro' });
    await importo.fill('12,345');
    await importo.press('Tab');
    await expect(risorse.getByText('Scrivi l’importo in euro come 1.500,00')).toBeVisible();
    await expect(risorse.getByText('Non tutto è salvato')).toBeVisible();
    await expect(risorse.getByText(/^\s*Salvato/)).toHaveCount(0);
    await page
      .getByRole('main')
      .getByRole('link', { name: /anziani$/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: 'Lasciare la pagina?' }).getByRole('button', { name: 'Resta nella pagina' }).click();
    await risorse.getByRole('button', { name: 'Vai al campo Importo in euro' }).click();
    await expect(importo).toBeFocused();
    await importo.fill('12.500,50');
    const indicatori = parte(page, 'Indicatori');
    await indicatori.getByRole('button', { name: 'Aggiungi un indicatore' }).click();
    for (const [campo, valore] of [
      ['Che cosa si misura', 'Corse fatte'],
      ['Unità di misura', 'corse'],
      ['Valore di oggi', '0'],
      ['Valore atteso', '480,5'],
      ['Da dove viene il dato', 'Registro delle corse'],
    ] as const) {
      await indicatori.getByRole('textbox', { name: campo }).fill(valore);
    }
    for (const nome of [
      'Obiettivo',
      'Descrizione',
      'Destinatari',
      'Azioni e chi fa che cosa',
      'Comuni',
      'Tempi',
      'Risorse economiche',
      'Indicatori',
    ])
      await salvata(page, nome);
    await ricarica(page);
    await expect(parte(page, 'Risorse economiche').getByRole('textbox', { name: 'Importo in euro' })).toHaveValue('12.500,50');
    await expect(page.getByRole('heading', { name: 'Prima di consegnare manca' })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step('its sources, and the consultation of the tavolo', async () => {
    await page.getByRole('combobox', { name: 'Aggiungi una fonte' }).selectOption({ label: 'Contributo' });
    await page.getByRole('combobox', { name: 'Contributo' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Aggiungi la fonte' }).click();
    await expect(annuncio).toHaveText('Fonte aggiunta.');
    await passo(page, 'Apri la consultazione', 'Consultazione aperta.');
  });

  await test.step('a member comments from the mail, without an account, and is answered', async () => {
    const altrui = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await vai(altrui, '/demo/posta');
    const avviso = new RegExp(`Di’ la tua: ${titolo}`);
    await expect(altrui.getByRole('link', { name: avviso })).not.toHaveCount(0);
    await altrui.getByRole('link', { name: avviso }).first().click();
    await altrui.locator('a[href^="/invito/elaborato#"]').first().click();
    await expect(altrui.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
    await expectAccessible(altrui);
    await parte(altrui, 'Descrizione').getByRole('button', { name: 'Commenta «Descrizione»' }).click();
    await altrui.getByRole('textbox', { name: 'Il tuo commento' }).fill('Si potrebbe dire anche in quali giorni.');
    await altrui.getByRole('button', { name: 'Manda il commento' }).click();
    await expect(parte(altrui, 'Descrizione').getByText('Senza risposta')).toBeVisible();
    await parte(page, 'Descrizione')
      .getByRole('button', { name: /^Non accoglierlo/ })
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('I giorni dipendono dalle corse: li decide la convenzione.');
    await page.getByRole('dialog').getByRole('button', { name: 'Non accoglierlo' }).click();
    await expect(parte(page, 'Descrizione').getByText('I giorni dipendono dalle corse')).toBeVisible();
    await ricarica(altrui);
    await expect(parte(altrui, 'Descrizione').getByText('I giorni dipendono dalle corse')).toBeVisible();
    await altrui.context().close();
  });

  await test.step('approved in a verbale, and handed in', async () => {
    await approva(page);
    await passo(page, 'Consegna', 'Consegnato al coordinatore.');
  });

  await test.step('the coordinatrice takes it in; anyone reads it, with its sums and its proof', async () => {
    await entraCome(page, 'Caterina Modello');
    await vai(page, indirizzo);
    await passo(page, 'Accogli nel Piano', 'Accolto nel Piano.');
    await vai(page, `${AMBITO}/elaborati/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: titolo })).toBeVisible();
    await expect(page.getByRole('cell', { name: '12.500,50 €' }).first()).toBeVisible();
    await expect(page.getByRole('row', { name: /Fondi regionali/ })).toContainText('2027');
    await expect(page.getByRole('row', { name: /Fondi regionali/ })).toContainText('Crosia');
    await expect(page.getByText('480,5')).toBeVisible();
    await expectAccessible(page);
    await vai(page, `${AMBITO}/area/elaborati`);
    const accolte = page.getByRole('region', { name: 'Schede accolte nel Piano', exact: true });
    await expect(accolte.getByRole('row', { name: new RegExp(titolo) }).first()).toContainText('12.500,50 €');
    await expect(accolte.getByRole('row', { name: /^Crosia/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Schede in lavorazione', exact: true })).not.toContainText(titolo);
    await expectAccessible(page);
  });
});
