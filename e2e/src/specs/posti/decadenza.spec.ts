import { entraCome } from '../../pages/demo.js';
import { designa } from '../../pages/designazioni.js';
import { expectAccessible } from '../../support/axe.js';
import { expect, test } from '../../support/fixtures.js';
import { rigaDi } from '../../pages/tabelle.js';
import { vai } from '../../support/vai.js';

const AMBITO = '/corigliano-rossano';
const ENTE = 'Aurora (demo) APS';
const MEMORIE = 'Siamo ancora iscritti al registro: alleghiamo il numero.';
const MOTIVAZIONE = 'Il numero di iscrizione indicato non risulta al registro.';

test('a decadenza, from its reasons to the act: the ente is told, writes, and the page of the tavolo says no more than that it ended', async ({
  page,
}) => {
  let procedimento = '';

  await test.step('an ente has a seat', async () => {
    await entraCome(page, 'Otto Ipotetico');
    await designa(page, 'Povertà e inclusione sociale', { nome: 'Livia', cognome: 'Decadente', email: 'livia.decadente@demo.invalid' });
    await entraCome(page, 'Caterina Modello');
    await vai(page, `${AMBITO}/area/designazioni?stato=inviata`);
    await rigaDi(page, 'Livia Decadente').getByRole('link').click();
    await page.getByRole('button', { name: 'Accetta', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accetta' }).click();
    await expect(page.getByText('Accettata', { exact: true }).first()).toBeVisible();
  });

  await test.step('the coordinatrice opens a procedimento, and nothing typed is lost when something is missing', async () => {
    await page.getByRole('link', { name: 'Apri un procedimento di decadenza' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Aprire un procedimento di decadenza' })).toBeVisible();
    await page.getByRole('radio', { name: 'Perdita dei requisiti per partecipare' }).check();
    await page.getByRole('textbox', { name: 'Ragioni' }).fill('L’ente non risulta più iscritto al registro.');
    await page.getByRole('button', { name: 'Apri il procedimento' }).click();
    await expect(page.getByText('Scrivi quale ufficio segue il procedimento.').first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Ragioni' })).toHaveValue('L’ente non risulta più iscritto al registro.');
    await page.getByRole('textbox', { name: 'Ufficio', exact: true }).fill('Ufficio di Piano');
    await page.getByRole('textbox', { name: 'Dove vedere gli atti' }).fill('Ufficio di Piano, via di Prova 1');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Apri il procedimento' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apri e comunica all’ente' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Decadenza di ${ENTE}` })).toBeVisible();
    procedimento = new URL(page.url()).pathname;
  });

  await test.step('it cannot be concluded before the ente was heard', async () => {
    await page.getByRole('button', { name: 'Concludi con la decadenza' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dichiarare la decadenza?' });
    await expect(dialog.getByText('L’ente ha ancora tempo per scrivere')).toBeVisible();
    await dialog.getByRole('button', { name: 'Chiudi' }).click();
  });

  await test.step('the ente writes', async () => {
    await entraCome(page, 'Otto Ipotetico');
    await vai(page, procedimento);
    await page.getByRole('textbox', { name: 'Che cosa vuoi far valere' }).fill(MEMORIE);
    await page.getByRole('button', { name: 'Presenta le memorie' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Presenta' }).click();
    await expect(page.getByRole('main').getByText(MEMORIE)).toBeVisible();
  });

  await test.step('the coordinatrice reads, and decides; the public page says that the seat ended, and not why', async () => {
    await entraCome(page, 'Caterina Modello');
    await vai(page, procedimento);
    await expect(page.getByText(MEMORIE)).toBeVisible();
    await page.getByRole('button', { name: 'Concludi con la decadenza' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dichiarare la decadenza?' });
    await dialog.getByRole('textbox').fill(MOTIVAZIONE);
    await dialog.getByRole('button', { name: 'Dichiara la decadenza' }).click();
    await expect(page.getByText('Concluso con la decadenza', { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await vai(page, `${AMBITO}/tavoli`);
    await page.getByRole('link', { name: 'Povertà e inclusione sociale' }).first().click();
    await expect(page.getByRole('heading', { name: 'Non siedono più al tavolo' })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: ENTE })).toBeVisible();
    await expect(page.getByText(MOTIVAZIONE)).toHaveCount(0);
  });
});
