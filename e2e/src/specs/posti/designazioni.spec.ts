import { apriMessaggio, entraCome } from '../../pages/demo.js';
import { expectAccessible } from '../../support/axe.js';
import { expect, test } from '../../support/fixtures.js';
import { ricarica, vai } from '../../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('an ente designates, the person consents from the mail, the referente accepts, and the public page names them', async ({ page }) => {
  await test.step('the operatore answers the avviso', async () => {
    await entraCome(page, 'Paola Immaginari');
    await vai(page, `${AMBITO}/avvisi`);
    await page.getByRole('link', { name: /partecipazione ai Tavoli/ }).click();
    await page.getByRole('link', { name: 'Designa i rappresentanti del tuo ente' }).click();
    await page.getByRole('combobox', { name: /Tavolo/ }).selectOption({ label: 'Povertà e inclusione sociale' });
    await page.getByRole('button', { name: 'Avanti' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Associazione Il Ponte (demo)' })).toBeVisible();
  });

  await test.step('a mistake is told beside its field, and nothing typed is lost', async () => {
    const titolare = page.getByRole('group', { name: 'Titolare' });
    await titolare.getByLabel('Nome', { exact: false }).first().fill('Gino');
    await titolare.getByLabel(/Cognome/).fill('Raccontato');
    await titolare.getByLabel(/E-mail/).fill('gino.raccontato');
    await page.getByRole('button', { name: 'Controlla e invia' }).click();
    await expect(page.getByRole('heading', { name: 'C’è un problema' })).toBeVisible();
    await expectAccessible(page);
    await expect(titolare.getByLabel(/Cognome/)).toHaveValue('Raccontato');
    await titolare.getByLabel(/E-mail/).fill('gino.raccontato@demo.invalid');
  });

  await test.step('a reload keeps what was written', async () => {
    await ricarica(page);
    await expect(page.getByRole('group', { name: 'Titolare' }).getByLabel(/Cognome/)).toHaveValue('Raccontato');
  });

  await test.step('the riepilogo is confirmed and the receipt is there', async () => {
    await page.getByRole('button', { name: 'Controlla e invia' }).click();
    await expect(page.getByRole('dialog', { name: 'Riepilogo della designazione' })).toBeVisible();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await expect(page.getByText('N. di registro del portale', { exact: true })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Scarica la ricevuta' }).click();
    expect((await download).suggestedFilename()).toMatch(/^ricevuta-\d{4}-\d+\.pdf$/);
  });

  await test.step('the person consents from the link, without an account', async () => {
    await apriMessaggio(page, 'gino.raccontato@demo.invalid', /serve il tuo consenso/);
    await page.locator('a[href^="/consenso#"]').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Serve il tuo consenso' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Acconsento', exact: true }).click();
    await page.getByRole('button', { name: 'Sì, acconsento' }).click();
    await expect(page.getByText('Hai dato il consenso.')).toBeVisible();
  });

  await test.step('before acceptance the public page does not name the person', async () => {
    await vai(page, `${AMBITO}/tavoli/poverta`);
    await expect(page.getByText('Gino Raccontato')).toHaveCount(0);
  });

  await test.step('the referente asks for what is missing, and says what', async () => {
    await entraCome(page, 'Rachele Finta');
    await page.getByRole('link', { name: /^Associazione Il Ponte \(demo\), tavolo «Povertà/ }).click();
    await page.getByRole('button', { name: 'Chiedi di completare' }).click();
    const domanda = page.getByRole('dialog', { name: 'Chiedere di completare la designazione?' });
    await domanda.getByRole('textbox', { name: /Che cosa serve/ }).fill('Manca il supplente: indicate chi sostituisce il titolare.');
    await domanda.getByRole('button', { name: 'Chiedi di completare' }).click();
    await expect(page.getByText('Da completare', { exact: true })).toBeVisible();
  });

  await test.step('the operatore finds it among what waits, adds who is missing and sends it again', async () => {
    await entraCome(page, 'Paola Immaginari');
    await page.getByRole('link', { name: /Povertà e inclusione sociale/ }).click();
    await expect(page.getByText('Che cosa serve: Manca il supplente: indicate chi sostituisce il titolare.')).toBeVisible();
    await expectAccessible(page);
    const supplente = page.getByRole('group', { name: /^Supplente \(facoltativo\)( 1)?$/ });
    await supplente.getByRole('textbox', { name: /^Nome/ }).fill('Pia');
    await supplente.getByRole('textbox', { name: /^Cognome/ }).fill('Raccontata');
    await supplente.getByRole('textbox', { name: /^E-mail/ }).fill('pia.raccontata@demo.invalid');
    await page.getByRole('button', { name: 'Controlla e invia di nuovo' }).click();
    await page.getByRole('dialog', { name: 'Riepilogo della designazione' }).getByRole('button', { name: 'Conferma e invia' }).click();
    await expect(page.getByText('Inviata', { exact: true })).toBeVisible();
  });

  await test.step('the referente accepts', async () => {
    await entraCome(page, 'Rachele Finta');
    // What waits is on the first page that they see.
    await page.getByRole('link', { name: /^Associazione Il Ponte \(demo\), tavolo «Povertà/ }).click();
    await page.getByRole('button', { name: 'Accetta', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accetta' }).click();
    await expect(page.getByText('L’ente siede al tavolo.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the same people are named to other tavoli by one answer, and consent to all from one message', async () => {
    // Of an ente that no other story answers for: each tavolo is answered once.
    await entraCome(page, 'Fiora Ideata');
    await vai(page, `${AMBITO}/area/designazioni/insieme`);
    const avviso = page.getByRole('group', { name: /partecipazione ai Tavoli/ });
    for (const tavolo of ['Povertà e inclusione sociale', 'Famiglia, giovani e minori'])
      await avviso.getByRole('checkbox', { name: tavolo }).check();
    const titolare = page.getByRole('group', { name: 'Titolare' });
    await titolare.getByLabel('Nome', { exact: false }).first().fill('Lina');
    await titolare.getByLabel(/Cognome/).fill('Narrata');
    await titolare.getByLabel(/E-mail/).fill('lina.narrata@demo.invalid');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Controlla e invia' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Conferma e invia' }).click();
    await expect(page.getByRole('list', { name: 'Designazioni inviate' }).getByRole('listitem')).toHaveCount(2);
    await apriMessaggio(page, 'lina.narrata@demo.invalid', /per più tavoli: serve il tuo consenso/);
    await page.locator('a[href^="/consenso#"]').first().click();
    await page.getByRole('button', { name: 'Acconsento per tutti i tavoli' }).click();
    await page.getByRole('button', { name: 'Sì, acconsento a tutti' }).click();
    await expect(page.getByText('Hai dato il consenso.')).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step('the public page shows who sits there', async () => {
    await vai(page, `${AMBITO}/tavoli/poverta`);
    await expect(page.getByText('Gino Raccontato')).toBeVisible();
    await expectAccessible(page);
  });
});
