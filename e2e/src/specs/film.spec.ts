import type { Browser, Page } from '@playwright/test';
import { registra } from '../pages/accesso.js';
import { adesso, quando, tra } from '../pages/campi.js';
import { apriMessaggio, entraSenzaIncarichi } from '../pages/demo.js';
import { compilaEnte } from '../pages/enti.js';
import { expect, test } from '../support/fixtures.js';
import { fotografa } from '../support/immagini.js';
import { vai } from '../support/vai.js';

/*
 * The life of a whole Piano, in an ambito that is opened for it, by the people who live it: every act in the pages that they would use.
 * `npm run guida` keeps its pictures, for the README.
 */
const AMBITO = '/valle-del-racconto';
const AREA = `${AMBITO}/area`;
const TAVOLO = 'Anziani e vita attiva';
const ENTE = 'Associazione La Favola (prova)';
const CONTRIBUTO = 'Un pulmino per chi abita in contrada';
const INCONTRO = 'I bisogni di chi invecchia';
const OBIETTIVO = 'Muoversi anche senza guidare';

const COORDINATRICE = { nome: 'Clara', cognome: 'Finzione', email: 'clara.finzione@demo.invalid' };
const REFERENTE = { nome: 'Renzo', cognome: 'Trama', email: 'renzo.trama@demo.invalid' };
const OPERATRICE = { nome: 'Olga', cognome: 'Favola', email: 'olga.favola@demo.invalid' };
const TITOLARE = { nome: 'Tina', cognome: 'Novella', email: 'tina.novella@demo.invalid' };
const CITTADINA = 'cora.leggenda@demo.invalid';

const titolo = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** A picture of the film: a page as one finds it. */
async function scatta(page: Page, nome: string): Promise<void> {
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await fotografa(page, nome);
}

/** A part of an elaborato, by its title. */
const parte = (page: Page, nome: string) => page.getByRole('region', { name: nome, exact: true });

/** Presses a button, and in the window that opens over the page the one that does it. */
async function conferma(page: Page, bottone: string, nellaFinestra = bottone): Promise<void> {
  await page.getByRole('button', { name: bottone, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: nellaFinestra, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Presses a button, and the same one in the form that it opens. */
async function passo(page: Page, nome: string, compila?: () => Promise<unknown>): Promise<void> {
  const bottone = page.getByRole('button', { name: nome, exact: true });
  await bottone.click();
  await compila?.();
  await bottone.click();
}

test('a whole Piano: from the avviso that opens the tavolo to the closed dossier, and back from the Piano to the words of a citizen', async ({
  browser,
  baseURL,
}) => {
  const scena = (telefono = false) => apri(browser, baseURL ?? '', telefono);
  const [coordinatrice, referente, operatrice, cittadina] = [await scena(), await scena(), await scena(), await scena(true)];

  await test.step('the people of the story have an account', async () => {
    for (const [page, persona] of [
      [coordinatrice, COORDINATRICE],
      [referente, REFERENTE],
      [operatrice, OPERATRICE],
    ] as const)
      await registra(page, persona);
  });

  await test.step('the amministratrice opens the ambito and says who coordinates it', async () => {
    const page = await scena();
    await entraSenzaIncarichi(page, 'Anna Prototipo');
    await vai(page, '/amministrazione');
    const scrivi = (campo: string, valore: string) => page.getByRole('textbox', { name: campo, exact: true }).fill(valore);
    await scrivi('Nome breve', 'Valle del Racconto');
    await scrivi('Nome completo', 'Ambito territoriale sociale della Valle del Racconto');
    await scrivi('Indirizzo breve', 'valle-del-racconto');
    await page.getByRole('combobox', { name: 'Regione o Provincia autonoma' }).selectOption('Calabria');
    await scrivi('Ente capofila', 'Comune di Racconto');
    await scrivi('Cerca un comune', 'Longobucco');
    await page.getByRole('button', { name: 'Aggiungi Longobucco' }).click();
    await expect(page.getByRole('button', { name: 'Togli Longobucco' })).toBeVisible();
    await scrivi('Indirizzo dell’ufficio', 'Piazza delle Storie 1, Racconto');
    await scrivi('E-mail', 'ufficio.racconto@demo.invalid');
    await scrivi('PEC', 'racconto@pec.demo.invalid');
    await scrivi('Telefono', '0983 000000');
    await scrivi('Titolo del Piano', 'Piano di Zona della Valle del Racconto');
    await scrivi('E-mail di chi coordina', COORDINATRICE.email);
    await page.getByRole('button', { name: 'Apri l’ambito' }).click();
    await expect(page).toHaveURL(AMBITO);
    await page.context().close();
  });

  await test.step('the coordinatrice makes the tavolo, names its referente and publishes the avviso', async () => {
    const page = coordinatrice;
    await vai(page, `${AREA}/tavoli/nuovo`);
    await page.getByRole('textbox', { name: 'Codice' }).fill('A');
    await page.getByRole('textbox', { name: 'Nome' }).fill(TAVOLO);
    await page.getByRole('textbox', { name: 'Di che cosa si occupa' }).fill('Di chi invecchia, e di chi gli sta vicino.');
    await page.getByRole('checkbox', { name: /anziani/i }).check();
    await page.getByRole('button', { name: 'Crea il tavolo' }).click();
    await titolo(page, TAVOLO);

    await vai(page, `${AREA}/incarichi`);
    await page.getByLabel('E-mail della persona').fill(REFERENTE.email);
    await page.getByRole('radio', { name: 'Referente di un tavolo' }).check();
    await page.getByRole('combobox', { name: 'Tavolo' }).selectOption({ label: `A · ${TAVOLO}` });
    await page.getByRole('button', { name: 'Affida l’incarico' }).click();
    await expect(page.getByRole('button', { name: `Termina l’incarico di Renzo Trama per ${TAVOLO}` })).toBeVisible();

    await vai(page, `${AREA}/tavoli/anziani-e-vita-attiva-a/regole`);
    for (const campo of ['Giorni liberi in caso di urgenza', 'Giorni liberi di preavviso'])
      await page.getByRole('textbox', { name: campo }).fill('0');
    await page.getByRole('button', { name: 'Salva le regole' }).click();
    await expect(page.getByTestId('annuncio')).toHaveText(/Regole salvate/);

    await vai(page, `${AREA}/avvisi/nuovo`);
    await page.getByRole('textbox', { name: 'Titolo' }).fill('Avviso per la partecipazione al tavolo');
    await page
      .getByRole('textbox', { name: 'Testo' })
      .fill('Gli enti che lavorano con le persone anziane possono designare chi li rappresenta.');
    await page.getByRole('checkbox', { name: TAVOLO }).check();
    await quando(page.getByRole('group', { name: 'Apertura' }), tra(-1), '09:00');
    await quando(page.getByRole('group', { name: 'Chiusura' }), tra(30), '12:00');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await titolo(page, 'Avviso per la partecipazione al tavolo');
    await conferma(page, 'Pubblica');
    await page.getByRole('link', { name: 'Vedi la pagina pubblica' }).click();
    await expect(page.getByRole('main').getByText('Aperto', { exact: true })).toBeVisible();
    await scatta(page, 'film-1-avviso');
  });

  await test.step('an association registers and is verified', async () => {
    await vai(operatrice, `${AREA}/enti/nuovo`);
    await compilaEnte(operatrice, { denominazione: ENTE, codiceFiscale: '92000000007', email: 'favola@demo.invalid' });
    await operatrice.getByRole('button', { name: 'Avanti' }).click();
    await operatrice.getByRole('button', { name: 'Invia la registrazione' }).click();
    await titolo(operatrice, ENTE);
    await vai(coordinatrice, `${AREA}/enti?stato=in_verifica`);
    await coordinatrice.getByRole('button', { name: `Verifica ${ENTE}` }).click();
    await coordinatrice.getByRole('dialog').getByRole('button', { name: 'Verifica' }).click();
    await expect(coordinatrice.getByText(`${ENTE} è verificato.`).first()).toBeVisible();
  });

  await test.step('it designates, the person consents from the mail, the referente accepts', async () => {
    await vai(operatrice, `${AMBITO}/avvisi`);
    await operatrice.getByRole('link', { name: 'Avviso per la partecipazione al tavolo' }).click();
    await operatrice.getByRole('link', { name: 'Designa i rappresentanti del tuo ente' }).click();
    await operatrice.getByRole('combobox', { name: /Tavolo/ }).selectOption({ label: TAVOLO });
    await operatrice.getByRole('button', { name: 'Avanti' }).click();
    const titolare = operatrice.getByRole('group', { name: 'Titolare' });
    await titolare.getByLabel('Nome', { exact: false }).first().fill(TITOLARE.nome);
    await titolare.getByLabel(/Cognome/).fill(TITOLARE.cognome);
    await titolare.getByLabel(/E-mail/).fill(TITOLARE.email);
    await operatrice.getByRole('button', { name: 'Controlla e invia' }).click();
    const dichiarazioni = operatrice.getByRole('dialog').getByRole('checkbox');
    await expect(dichiarazioni.first()).toBeVisible();
    for (const dichiarazione of await dichiarazioni.all()) await dichiarazione.check();
    await operatrice.getByRole('button', { name: 'Conferma e invia' }).click();
    await expect(operatrice.getByText('N. di registro del portale', { exact: true })).toBeVisible();
    await scatta(operatrice, 'film-2-designazione');

    const page = await scena(true);
    await apriMessaggio(page, TITOLARE.email, /serve il tuo consenso/);
    await page.locator('a[href^="/consenso#"]').first().click();
    await page.getByRole('button', { name: 'Acconsento', exact: true }).click();
    await page.getByRole('button', { name: 'Sì, acconsento' }).click();
    await expect(page.getByText('Hai dato il consenso.')).toBeVisible();
    await page.context().close();

    await vai(referente, `${AREA}/designazioni?stato=inviata`);
    await referente.getByRole('link', { name: ENTE }).click();
    await conferma(referente, 'Accetta');
    await expect(referente.getByText('L’ente siede al tavolo.')).toBeVisible();
  });

  await test.step('a citizen writes to the tavolo from her phone, and the referente publishes it', async () => {
    const page = cittadina;
    await vai(page, `${AMBITO}/tavoli`);
    await page.getByRole('link', { name: TAVOLO }).click();
    await expect(page.getByText('Tina Novella')).toBeVisible();
    await page.getByRole('link', { name: 'Invia un contributo' }).click();
    await page.getByRole('radio', { name: 'Proposta' }).check();
    await page.getByRole('textbox', { name: 'Titolo' }).fill(CONTRIBUTO);
    await page
      .getByRole('textbox', { name: 'Il tuo contributo' })
      .fill('Chi abita in contrada e non guida resta a casa: un pulmino due volte al giorno basterebbe.');
    await page.getByRole('textbox', { name: 'Nome e cognome' }).fill('Cora Leggenda');
    await page.getByRole('textbox', { name: 'Indirizzo e-mail' }).fill(CITTADINA);
    await page.getByRole('checkbox', { name: 'Ho letto come usate i miei dati' }).check();
    await scatta(page, 'film-3-contributo');
    await page.getByRole('button', { name: 'Invia il contributo' }).click();
    await expect(page.getByRole('heading', { name: 'Grazie: abbiamo il tuo contributo' })).toBeVisible();
    await apriMessaggio(page, CITTADINA, /Conferma il tuo contributo/);
    const href = await page.frameLocator('iframe').getByRole('link', { name: 'Conferma il contributo' }).getAttribute('href');
    await vai(page, href ?? '');
    await page.getByRole('button', { name: 'Conferma il contributo' }).click();
    await expect(page.getByRole('heading', { name: 'Contributo confermato' })).toBeVisible();

    await vai(referente, `${AREA}/contributi-ricevuti`);
    await referente.getByRole('link', { name: CONTRIBUTO }).click();
    await passo(referente, 'Pubblica');
    await expect(referente.getByTestId('annuncio')).toHaveText('Contributo pubblicato.');
    await passo(referente, 'Prendi in esame');
  });
  const contributo = referente.url();

  await test.step('the tavolo meets, and speaks of it', async () => {
    const page = referente;
    const inizio = await adesso();
    await vai(page, `${AREA}/tavoli/anziani-e-vita-attiva-a/incontri/nuovo`);
    await page.getByRole('textbox', { name: 'Titolo' }).fill(INCONTRO);
    await quando(page.getByRole('group', { name: 'Inizio' }), inizio.data, inizio.ora);
    await page.getByRole('textbox', { name: 'Sede' }).fill('Sala delle Storie');
    await page.getByRole('textbox', { name: 'Indirizzo' }).fill('Piazza delle Storie 1');
    await page.getByRole('textbox', { name: 'Di che cosa si parla' }).fill('Come ci si muove nelle contrade');
    await page.getByRole('button', { name: 'Salva la bozza' }).click();
    await titolo(page, INCONTRO);
    const incontro = page.url();
    await page.getByRole('button', { name: 'Convoca', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Manda la convocazione' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await scatta(page, 'film-4-incontro');

    await vai(page, contributo);
    await page.getByRole('combobox', { name: 'Incontro' }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: 'Punto dell’ordine del giorno' }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Collega al punto' }).click();
    await expect(page.getByTestId('annuncio')).toHaveText('Collegato.');

    await vai(page, incontro);
    await conferma(page, 'Apri l’incontro', 'Apri');
    await page.getByRole('link', { name: 'Rileva le presenze' }).click();
    await page.getByRole('radio', { name: /Tina Novella/ }).check();
    await expect(page.getByText('Tutto salvato').first()).toBeVisible();
    await conferma(page, 'Chiudi l’incontro');
  });

  await test.step('its verbale says what was decided, and is published', async () => {
    const page = referente;
    await vai(page, `${AREA}/incontri`);
    await page.getByRole('link', { name: INCONTRO }).click();
    await page
      .getByRole('button', { name: /[Vv]erbale/ })
      .or(page.getByRole('link', { name: /[Vv]erbale/ }).filter({ hasNotText: /^Verbali$/ }))
      .first()
      .click();
    await titolo(page, `Verbale: ${INCONTRO}`);
    const testo = page.getByRole('textbox', { name: /^Testo: Come ci si muove/ });
    await testo.click();
    await page.keyboard.type('Il tavolo legge il contributo e ne discute.');
    await page.getByRole('button', { name: 'Aggiungi una decisione' }).nth(1).click();
    await page.getByRole('textbox', { name: 'Che cosa è stato deciso' }).fill('Si scrive la scheda di un pulmino per le contrade.');
    await expect(page.getByText(/^\s*Salvato alle/).first()).toBeVisible();
    await conferma(page, 'Invia in revisione');
    await page.getByRole('button', { name: 'Approva', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Motivo dell’anticipo').fill('Il tavolo era tutto presente e non serve aspettare.');
    await page.getByRole('dialog').getByRole('button', { name: 'Approva adesso' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await conferma(page, 'Pubblica');
    await vai(page, `${AMBITO}/verbali`);
    await page.getByRole('link', { name: INCONTRO }).click();
    await expect(page.getByText('Si scrive la scheda di un pulmino per le contrade.').first()).toBeVisible();
    await scatta(page, 'film-5-verbale');
  });

  await test.step('a document of the Piano is born from both, and approved by the tavolo', async () => {
    const page = referente;
    await vai(page, `${AREA}/tavoli/anziani-e-vita-attiva-a/elaborati/nuovo`);
    await page.getByRole('radio', { name: 'Obiettivo' }).check();
    await page.getByRole('textbox', { name: 'Titolo' }).fill(OBIETTIVO);
    await page.getByRole('button', { name: 'Comincia a scrivere' }).click();
    await titolo(page, OBIETTIVO);
    await parte(page, 'Obiettivo generale').getByRole('textbox').fill('Chi non guida arriva ai servizi da solo.');
    const specifici = parte(page, 'Obiettivi specifici');
    await specifici.getByRole('button', { name: /^Aggiungi/ }).click();
    await specifici.getByRole('textbox').fill('Due corse al giorno dalle contrade.');
    await parte(page, 'Risultato atteso').getByRole('textbox').fill('Chi vuole va al centro diurno tutti i giorni.');
    for (const nome of ['Obiettivo generale', 'Obiettivi specifici', 'Risultato atteso'])
      await expect(parte(page, nome).getByText(/^\s*Salvato alle/)).toBeVisible();
    for (const fonte of ['Contributo', 'Verbale']) {
      await page.getByRole('combobox', { name: 'Aggiungi una fonte' }).selectOption({ label: fonte });
      await page.getByRole('combobox', { name: fonte, exact: true }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Aggiungi la fonte' }).click();
      await expect(page.getByTestId('annuncio')).toHaveText('Fonte aggiunta.');
    }
    await scatta(page, 'film-6-elaborato');
    await passo(page, 'Apri la consultazione');
    await expect(page.getByTestId('annuncio')).toHaveText('Consultazione aperta.');
    await passo(page, 'Registra l’approvazione', async () => {
      await page.getByRole('combobox', { name: 'Verbale in cui il tavolo lo ha approvato' }).selectOption({ index: 1 });
      await page.getByRole('combobox', { name: 'In quale parte del verbale' }).selectOption({ label: 'Come ci si muove nelle contrade' });
      await page.getByRole('combobox', { name: 'Decisione (facoltativa)' }).selectOption({ index: 1 });
      await page.getByRole('textbox', { name: 'Motivo dell’anticipo' }).fill('Il tavolo ha deciso di non aspettare la fine dei commenti.');
    });
    await expect(page.getByTestId('annuncio')).toHaveText('Approvazione registrata.');
    await passo(page, 'Consegna');
    await expect(page.getByTestId('annuncio')).toHaveText('Consegnato al coordinatore.');
  });

  await test.step('the citizen has her answer, with its reason', async () => {
    await vai(referente, contributo);
    await passo(referente, 'Accogli', () =>
      referente.getByRole('textbox', { name: 'Motivazione' }).fill('Il tavolo ne ha fatto un obiettivo del Piano.'),
    );
    await expect(referente.getByTestId('annuncio')).toHaveText('Risposta pubblicata: accolto.');
    await apriMessaggio(cittadina, CITTADINA, /accolto/);
  });

  await test.step('the coordinatrice takes it into the Piano, compiles the dossier, closes it and publishes', async () => {
    const page = coordinatrice;
    await vai(page, `${AREA}/cruscotto`);
    await page
      .getByRole('link', { name: new RegExp(`«${OBIETTIVO}» è consegnato`) })
      .first()
      .click();
    await passo(page, 'Accogli nel Piano');
    await expect(page.getByTestId('annuncio')).toHaveText('Accolto nel Piano.');

    await vai(page, `${AREA}/piano`);
    for (const [cosa, quale] of [
      ['Elaborato accolto', OBIETTIVO],
      ['Verbali pubblicati', ''],
      ['Elenco dei rappresentanti', ''],
      ['Contributi e risposte', ''],
    ] as const) {
      await page.getByLabel('Che cosa alleghi').selectOption({ label: cosa });
      if (quale !== '') await page.getByRole('combobox', { name: /^Elaborato/ }).selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Aggiungi l’allegato' }).click();
    }
    await page.getByRole('button', { name: 'Compila una bozza del dossier' }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'Versione 1, bozza' })).toBeVisible();
    await conferma(page, 'Chiudi il dossier');
    await expect(page.getByRole('heading', { level: 3, name: 'Versione 2, definitiva' })).toBeVisible();
    await conferma(page, 'Pubblica il Piano');
    await page.getByRole('link', { name: 'Vedi la pagina pubblica' }).click();
    await expect(page.getByRole('heading', { level: 3, name: `Allegato A: ${OBIETTIVO}` })).toBeVisible();
    await scatta(page, 'film-7-piano');
  });

  await test.step('and from the Piano anyone goes back to her words', async () => {
    const page = cittadina;
    await vai(page, `${AMBITO}/piano`);
    await expect(page.getByRole('heading', { level: 3, name: `Allegato A: ${OBIETTIVO}` })).toBeVisible();
    await page.getByRole('link', { name: 'Da dove viene il Piano' }).click();
    await titolo(page, 'Da dove viene il Piano');
    await scatta(page, 'film-8-filo');
    await page.getByRole('link', { name: CONTRIBUTO }).first().click();
    await titolo(page, CONTRIBUTO);
    await expect(page.getByText('Il tavolo ne ha fatto un obiettivo del Piano.').first()).toBeVisible();
    await page.getByRole('link', { name: OBIETTIVO }).first().click();
    await titolo(page, OBIETTIVO);
    await expect(page.getByText('allegato A').first()).toBeVisible();
  });

  for (const page of [coordinatrice, referente, operatrice, cittadina]) await page.context().close();
});

/** A browser of one's own, as each person of the story has. */
async function apri(browser: Browser, baseURL: string, telefono: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: telefono ? { width: 390, height: 844 } : { width: 1280, height: 800 } });
  return context.newPage();
}
