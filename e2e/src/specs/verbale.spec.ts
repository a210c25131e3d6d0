import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';

test('a verbale is written, looked at by the tavolo, approved and published with what is omissis left out; anyone can tell it is authentic', async ({
  page,
  browser,
  baseURL,
}) => {
  await entraCome(page, 'Rita Esempio');

  await test.step('it begins half written, from the incontro', async () => {
    await page
      .getByRole('region', { name: /verbal[ei] da scrivere/ })
      .getByRole('link', { name: 'Primo incontro: i bisogni del territorio' })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Primo incontro: i bisogni del territorio' })).toBeVisible();
    await page
      .getByRole('button', { name: /[Vv]erbale/ })
      .or(page.getByRole('link', { name: /[Vv]erbale/ }).filter({ hasNotText: /^Verbali$/ }))
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /^Verbale: Primo incontro/ })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Testo: Apertura' })).toContainText('era convocato per');
    await expectAccessible(page);
  });

  await test.step('what is typed saves itself, and is there after a reload', async () => {
    const testo = page.getByRole('textbox', { name: /^Testo: Chi sono e come vivono/ });
    await testo.click();
    await page.keyboard.type('La signora Esempia è seguita dal servizio.');
    for (let i = 0; i < ' è seguita dal servizio.'.length; i++) await page.keyboard.press('ArrowLeft');
    for (let i = 0; i < 'Esempia'.length; i++) await page.keyboard.press('Shift+ArrowLeft');
    const barra = page.getByRole('toolbar', { name: /Chi sono e come vivono/ });
    await barra.getByRole('button', { name: 'Omissis' }).click();
    await page.getByLabel('Motivo dell’omissis (non si pubblica)').fill('Nome di una persona seguita');
    await page.getByRole('button', { name: 'Applica' }).click();
    await expect(page.getByText(/^\s*Salvato alle/)).toBeVisible();
    await ricarica(page);
    await expect(testo).toHaveText('La signora Esempia è seguita dal servizio.');
    await expect(testo.locator('mark')).toHaveText('Esempia');
  });

  await test.step('when it really began and ended is written, and not supposed', async () => {
    await expect(page.getByText('L’ora effettiva non è stata annotata')).toBeVisible();
    const ieri = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    for (const [nome, ora] of [
      ['È cominciato', '16:10'],
      ['È finito', '18:05'],
    ] as const) {
      await page.getByRole('group', { name: nome }).getByLabel('Data').fill(ieri);
      await page.getByRole('group', { name: nome }).getByLabel('Ora').fill(ora);
    }
    await page.getByRole('button', { name: 'Salva l’ora effettiva' }).click();
    await expect(page.getByText(/ore 16:10, fino alle 18:05/)).toBeVisible();
    await expectAccessible(page);
  });

  const avanza = async (passo: string) => {
    await test.step(passo, async () => {
      await page.getByRole('button', { name: passo, exact: true }).click();
      // The time for corrections is not over: a reason is asked, and stands in the verbale.
      if (passo === 'Approva')
        await page.getByRole('dialog').getByLabel('Motivo dell’anticipo').fill('Il tavolo era tutto presente e non serve aspettare.');
      await page.getByRole('dialog').getByRole('button', { name: passo }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  };
  const visitor = await (await browser.newContext({ baseURL })).newPage();

  await test.step('a member is told, reads it from the mail without an account, and proposes a correction', async () => {
    await avanza('Invia in revisione');
    await visitor.setViewportSize({ width: 390, height: 844 });
    await vai(visitor, '/demo/posta');
    await visitor
      .getByRole('link', { name: /^Verbale da rileggere: Primo incontro/ })
      .first()
      .click();
    await visitor.locator('a[href^="/invito/verbale#"]').first().click();
    await expect(visitor.getByRole('heading', { level: 1, name: /^Verbale: Primo incontro/ })).toBeVisible();
    await expectAccessible(visitor);
    await visitor.getByRole('button', { name: /^Proponi una correzione a Chi sono e come vivono/ }).click();
    const modulo = visitor.getByRole('form', { name: /^Proponi una correzione/ });
    await modulo.getByLabel('Il passaggio, com’è adesso').fill('un altro testo');
    await modulo.getByLabel('Come dovrebbe essere').fill('dal servizio sociale');
    await modulo.getByLabel('Perché').fill('Il servizio è quello sociale del comune.');
    await modulo.getByRole('button', { name: 'Proponi la correzione' }).click();
    await expect(modulo.getByText(/Il passaggio non si trova/).first()).toBeVisible();
    await modulo.getByLabel('Il passaggio, com’è adesso').fill('dal servizio');
    await modulo.getByRole('button', { name: 'Proponi la correzione' }).click();
    await expect(visitor.getByRole('heading', { name: 'Correzioni proposte' })).toBeVisible();
    await expectAccessible(visitor);
    await visitor.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('who writes takes it in, and step by step it is published', async () => {
    await page.getByRole('button', { name: /^Accogli/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accogli' }).click();
    await expect(page.getByText(/è seguita dal servizio sociale\./).first()).toBeVisible();
    for (const passo of ['Approva', 'Pubblica']) await avanza(passo);
    await expectAccessible(page);
  });

  await test.step('the public reads it without the passage', async () => {
    await vai(visitor, `${AMBITO}/verbali`);
    await visitor.getByRole('link', { name: /Primo incontro/ }).click();
    await expect(visitor.getByText('La signora [omissis] è seguita dal servizio sociale.')).toBeVisible();
    await expect(visitor.getByText('Il tavolo era tutto presente e non serve aspettare.')).toBeVisible();
    expect(await visitor.content()).not.toContain('Esempia');
    await expectAccessible(visitor);
  });

  await test.step('the file they take is told from any other, without leaving their computer', async () => {
    const download = visitor.waitForEvent('download');
    await visitor.getByRole('link', { name: /PDF/ }).first().click();
    const path = await (await download).path();
    const sent: string[] = [];
    visitor.on('request', request => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await vai(visitor, '/verifica');
    await visitor.getByLabel('Il file da controllare').setInputFiles(path);
    await expect(visitor.getByRole('region', { name: /[Aa]utentico/ }).or(visitor.locator('.verification'))).toContainText(/[Aa]utentico/);
    expect(sent.filter(s => !s.startsWith('GET '))).toEqual([]);
    await expectAccessible(visitor);
    await visitor
      .getByLabel('Il file da controllare')
      .setInputFiles({ name: 'altro.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 altro') });
    await expect(visitor.locator('.verification')).toContainText(/[Nn]on/);
  });
  await visitor.context().close();
});
