import { entraCome } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { quieta, ricarica, vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';
const PDF = {
  name: 'delibera.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n'),
};

test('the dossier is put in order with the keyboard, compiled, closed, delivered and published; anyone can tell that it is authentic', async ({
  page,
  browser,
  baseURL,
}) => {
  await entraCome(page, 'Caterina Modello');
  const allegati = page.getByRole('region', { name: 'Allegati' });
  const titoli = () => allegati.getByRole('heading', { level: 3 }).allInnerTexts();

  await test.step('a draft is there already, made by a worker', async () => {
    await vai(page, `${AMBITO}/area/piano`);
    await expect(page.getByRole('heading', { level: 3, name: 'Versione 1, bozza' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('an act is added, and moved up with the keyboard alone; the focus stays with it', async () => {
    await page.getByLabel('Che cosa alleghi').selectOption({ label: 'Atto (un PDF da caricare)' });
    await page.getByLabel('PDF dell’atto').setInputFiles(PDF);
    await page.getByLabel('Titolo (facoltativo)').fill('Delibera dei sindaci');
    await page.getByRole('button', { name: 'Aggiungi l’allegato' }).click();
    await expect(allegati.getByText('Delibera dei sindaci', { exact: true })).toBeVisible();
    const su = page.getByRole('button', { name: 'Sposta su l’allegato Delibera dei sindaci' });
    await su.focus();
    for (let posto = (await titoli()).length - 1; posto > 0; posto--) {
      await expect(su).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await titoli()).indexOf('Delibera dei sindaci')).toBe(posto - 1);
    }
    await expect(page.getByRole('button', { name: 'Sposta giù l’allegato Delibera dei sindaci' })).toBeFocused();
    expect((await titoli())[0]).toBe('Delibera dei sindaci');
    await quieta(page);
    await ricarica(page);
    await expect.poll(async () => (await titoli())[0]).toBe('Delibera dei sindaci');
  });

  await test.step('a new draft is compiled, and appears without a reload', async () => {
    await page.getByRole('button', { name: 'Compila una bozza del dossier' }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'Versione 2, bozza' })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Scarica il PDF della versione 2/ }).click();
    expect((await download).suggestedFilename()).toBe('dossier-v2-bozza.pdf');
  });

  await test.step('closed, delivered, published', async () => {
    await page.getByRole('button', { name: 'Chiudi il dossier' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chiudi il dossier' }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'Versione 3, definitiva' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Sposta su/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Salva i dati dell’invio' }).click();
    await expect(page.locator('.error-summary')).toBeVisible();
    await page.getByLabel('Inviato il').fill('2026-11-20');
    await page.getByLabel('Numero di protocollo dell’invio').fill('1234/2026');
    await page.getByRole('button', { name: 'Salva i dati dell’invio' }).click();
    await expect(page.getByText('Dati dell’invio salvati.').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pubblica il Piano' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pubblica il Piano' }).click();
    await expect(page.getByRole('link', { name: 'Vedi la pagina pubblica' })).toBeVisible();
  });

  const visitor = await (await browser.newContext({ baseURL })).newPage();
  await test.step('the public reads it, takes the file and is told that it is authentic', async () => {
    await vai(visitor, `${AMBITO}/piano`);
    await expect(visitor.getByRole('heading', { level: 3, name: 'Allegato A: Delibera dei sindaci' })).toBeVisible();
    await expectAccessible(visitor);
    const download = visitor.waitForEvent('download');
    await visitor.getByRole('link', { name: /^Scarica il dossier/ }).click();
    const path = await (await download).path();
    await vai(visitor, '/verifica');
    await visitor.getByLabel('Il file da controllare').setInputFiles(path);
    await expect(visitor.locator('.verification')).toContainText('È autentico');
    await visitor.getByLabel('Il file da controllare').setInputFiles(PDF);
    await expect(visitor.locator('.verification')).toContainText('Allegato A del');
  });

  await test.step('and follows the thread back to where it came from', async () => {
    await vai(visitor, `${AMBITO}/piano`);
    await visitor.getByRole('link', { name: 'Da dove viene il Piano' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Da dove viene il Piano' })).toBeVisible();
    await expectAccessible(visitor);
    const schede = await visitor
      .locator(`article h3 a[href^="${AMBITO}/elaborati/"]`)
      .evaluateAll(links => links.map(a => a.getAttribute('href') ?? ''));
    expect(schede.length).toBeGreaterThan(0);
    for (const href of schede) expect([href, (await visitor.request.get(`/api/v1/ambiti${href}/pubblico`)).status()]).toEqual([href, 200]);
    const filo = (await (await visitor.request.get(`/api/v1/ambiti${AMBITO}/piano/filo`)).json()) as {
      voci: readonly { percorso: string }[];
    };
    expect(filo.voci.map(v => `${AMBITO}/${v.percorso}`)).toEqual(schede);
  });
  await visitor.context().close();
});

// Here and not in a file of their own: what they black out stands in the dossier, which is one for all stories.
test('the coordinatrice blacks a passage of a published verbale out, with the keyboard; the public reads [oscurato], and the old file is told as replaced', async ({
  page,
  browser,
  baseURL,
}) => {
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await entraCome(page, 'Caterina Modello');
  await page.getByRole('navigation', { name: 'Area di lavoro' }).getByRole('link', { name: 'Impostazioni' }).click();
  await page.getByRole('navigation', { name: 'Impostazioni' }).getByRole('link', { name: 'Dati personali pubblicati' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dati personali pubblicati' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Che cos’è' }).selectOption({ label: 'Verbale' });
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Che cosa va oscurato' }).getByRole('link', { name: 'Gli spazi per i ragazzi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Oscura un passaggio' })).toBeVisible();
  const pubblica = (await page.locator('p.lead a').getAttribute('href')) ?? '';

  await vai(visitor, pubblica);
  const vecchia = await visitor.locator('.proof .fingerprint').innerText();

  const testo = page.getByRole('region', { name: 'Il testo pubblicato' }).locator('[data-brano]');
  // What was decided, and not a title: another story writes in the sections of this verbale, which it finds by name.
  await expect(testo.filter({ hasText: 'elaborati presentati' })).toHaveCount(1);
  const parole = 'elaborati presentati';
  await test.step('nothing is done without passages, a reason, and having read what follows', async () => {
    await page.getByRole('button', { name: 'Oscura e pubblica di nuovo' }).click();
    await expect(page.getByText('Scegli almeno un passaggio da oscurare.').first()).toBeVisible();
    await expect(page.getByText('Conferma di aver letto che cosa succede.').first()).toBeVisible();
    await expectAccessible(page);
  });
  await test.step('words are looked for and ticked, and the result is shown before anything happens', async () => {
    await page.getByRole('textbox', { name: 'Parole da oscurare' }).fill(parole);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Scegli tutte' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Si leggerà così' })).toContainText('[oscurato]');
    await expect(page.getByRole('region', { name: 'Che cosa succede quando confermi' })).toContainText(
      'I messaggi già partiti non si possono richiamare',
    );
    await expect(page.getByRole('region', { name: 'Le stesse parole altrove' })).toContainText(/Sono anche|Non sono/);
    await expectAccessible(page);
  });
  await page.getByRole('textbox', { name: 'Perché' }).fill('Ci sono dati di una persona.');
  await page.getByRole('checkbox', { name: /Ho letto che cosa succede/ }).press('Space');
  await page.getByRole('button', { name: 'Oscura e pubblica di nuovo' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Che cosa è stato oscurato' })).toContainText('Ci sono dati di una persona.');
  await expectAccessible(page);

  await vai(visitor, pubblica);
  await expect(visitor.getByText('Parti oscurate')).toBeVisible();
  await expect(visitor.locator('article')).toContainText('[oscurato]');
  await expectAccessible(visitor);
  const nuova = await visitor.locator('.proof .fingerprint').innerText();
  expect(nuova).not.toBe(vecchia);
  await vai(visitor, '/verifica');
  await visitor.getByText('Hai già l’impronta?').click();
  await visitor.getByRole('textbox', { name: 'Impronta SHA-256' }).fill(vecchia);
  await visitor.getByRole('button', { name: 'Controlla l’impronta' }).click();
  await expect(visitor.getByRole('heading', { name: 'Sostituito perché conteneva dati personali' })).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByRole('link', { name: 'Apri la pagina' }).click();
  await expect(visitor.locator('.proof .fingerprint')).toHaveText(nuova);

  await test.step('the dossier that held it is made anew by itself', async () => {
    await expect(page.getByRole('region', { name: 'Che cosa è stato oscurato' }).getByText('Compiuto').first()).toBeVisible({
      timeout: 10 * 60_000,
    });
    await vai(visitor, `${AMBITO}/piano`);
    await expect(visitor.getByRole('link', { name: /^Scarica il dossier/ })).toBeVisible();
  });
});

test('a passage selected in a contributo is blacked out, and the same words are offered wherever else they stand', async ({
  page,
  browser,
  baseURL,
}) => {
  await entraCome(page, 'Caterina Modello');
  await vai(page, `${AMBITO}/area/oscuramenti`);
  await page.getByRole('combobox', { name: 'Che cos’è' }).selectOption({ label: 'Contributo' });
  await page
    .getByRole('textbox', { name: 'Cerca nel titolo' })
    .or(page.getByRole('searchbox', { name: 'Cerca nel titolo' }))
    .fill('sala d’attesa');
  await page.getByRole('region', { name: 'Che cosa va oscurato' }).getByRole('listitem').getByRole('link').first().click();
  const pubblica = (await page.locator('p.lead a').getAttribute('href')) ?? '';
  const brano = page.getByRole('region', { name: 'Il testo pubblicato' }).locator('[data-brano="testo"]');
  const intero = await brano.innerText();
  await brano.evaluate((p, fine) => {
    const testo = p.querySelector('span')?.firstChild;
    const tratto = document.createRange();
    if (testo) tratto.setStart(testo, 0);
    if (testo) tratto.setEnd(testo, fine);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(tratto);
  }, 9);
  await page.getByRole('button', { name: 'Oscura la parte selezionata' }).click();
  await expect(page.getByRole('region', { name: 'Si leggerà così' })).toContainText(`[oscurato]${intero.slice(9, 30)}`);
  await expect(page.getByRole('region', { name: 'Le stesse parole altrove' })).toContainText(/Sono anche|Non sono/);
  await page.getByRole('textbox', { name: 'Perché' }).fill('Ci sono dati di una persona.');
  await page.getByRole('checkbox', { name: /Ho letto che cosa succede/ }).check();
  await page.getByRole('button', { name: 'Oscura e pubblica di nuovo' }).click();
  await expect(page.getByRole('region', { name: 'Che cosa è stato oscurato' })).toContainText('Contributo');
  const visitor = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await vai(visitor, pubblica);
  await expect(visitor.getByText('Alcune parti sono state oscurate')).toBeVisible();
  await expect(visitor.locator('article')).toContainText(`[oscurato]${intero.slice(9, 30)}`);
  await expectAccessible(visitor);
});
