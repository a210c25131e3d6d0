import type { Page } from '@playwright/test';
import { registra } from '../pages/accesso.js';
import { api } from '../pages/api.js';
import { adesso } from '../pages/campi.js';
import { apriMessaggio, entraSenzaIncarichi } from '../pages/demo.js';
import { expect, test } from '../support/fixtures.js';
import { expectNoWider } from '../support/larghezza.js';
import { INDIRIZZI, INIEZIONI, SEGNO } from '../support/iniezioni.js';
import { vai } from '../support/vai.js';

const SLUG = 'valle-delle-prove';
const AMBITO = `/${SLUG}`;
const AREA = `${AMBITO}/area`;
const QUI = `/ambiti/${SLUG}`;
const OSPITE = 'ospite.iniezioni@demo.invalid';

interface Cosa {
  readonly id: string;
  readonly version: number;
}
interface Sezioni extends Cosa {
  readonly sezioni: readonly (Cosa & { readonly tipo?: string; readonly chiave?: string })[];
}

const paragrafo = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const documento = (testi: readonly string[]) => ({ type: 'doc', content: testi.map(paragrafo) });
/** One for each field that takes a line only. */
const riga = (n: number) => INIEZIONI[(n * 37) % INIEZIONI.length]?.slice(0, 110) ?? '';

test('B-9: what anybody writes stays text, and inside its page: rendered by the server or by the browser, in mails and in the editor', async ({
  page,
  browser,
  baseURL,
}) => {
  const chi = { nome: 'Prova', cognome: 'Iniezioni', email: 'prova.iniezioni@demo.invalid' };
  await registra(page, chi);
  await apreAmbito(await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage(), chi.email);
  const { verbale, contributi, elaborato, incontro, tavolo } = await scrive(page);

  const eseguiti: string[] = [];
  page.on('dialog', dialog => {
    eseguiti.push(`dialog at ${page.url()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', e => {
      (window as unknown as Record<string, unknown>)['__fermato'] = `${e.violatedDirective} ${e.blockedURI}`;
    });
  });

  const controlla = async (dove: string) => {
    const trovato = await page.evaluate(
      segno => ({
        eseguito: (window as unknown as Record<string, unknown>)[segno] ?? null,
        fermato: (window as unknown as Record<string, unknown>)['__fermato'] ?? null,
        indirizzi: [...document.querySelectorAll<HTMLElement>('a[href], form[action], area[href]')]
          .map(e => e.getAttribute('href') ?? e.getAttribute('action') ?? '')
          .filter(h => !/^(https?:\/\/|webcal:\/\/|mailto:|tel:|\/|#|\?|$)/.test(h)),
        estranei: document.querySelectorAll(
          'main :is(iframe, object, embed, script, [onerror], [onload], [onfocus], [ontoggle], [onmouseover], [srcdoc])',
        ).length,
      }),
      SEGNO,
    );
    expect(trovato, dove).toEqual({ eseguito: null, fermato: null, indirizzi: [], estranei: 0 });
  };

  const pagine = [
    AMBITO,
    `${AMBITO}/tavoli`,
    `${AMBITO}/tavoli/${tavolo}`,
    `${AMBITO}/incontri`,
    `${AMBITO}/incontri/${incontro}`,
    `${AMBITO}/verbali`,
    `${AMBITO}/verbali/${verbale}`,
    `${AMBITO}/contributi`,
    ...contributi.map(id => `${AMBITO}/contributi/${id}`),
    `${AMBITO}/ricerca?q=window`,
    `${AREA}/contributi-ricevuti`,
    `${AREA}/contributi-ricevuti/${contributi[0] ?? ''}`,
    `${AREA}/tavoli/${tavolo}/elaborati`,
    `${AREA}/elaborati/${elaborato}`,
    `${AREA}/verbali/${verbale}`,
    `${AREA}/incontri/${incontro}`,
    `${AREA}/tavoli/${tavolo}/impegni`,
    `${AREA}/registro`,
    `${AREA}/cruscotto`,
    `${AREA}/incarichi`,
    '/demo/posta',
  ];
  for (const path of ['/', ...pagine]) {
    await test.step(path, async () => {
      await vai(page, path);
      await controlla(path);
      await expectNoWider(page, path, 320);
      await expectNoWider(page, path, 1280);
    });
  }

  await test.step('nothing is lost either: the words are there as they were written', async () => {
    await vai(page, `${AMBITO}/verbali/${verbale}`);
    const testo = await page.getByRole('main').innerText();
    for (const scritto of INIEZIONI.map(pulito)) expect(testo).toContain(scritto);
  });

  await test.step('in the mails too', async () => {
    await apriMessaggio(page, OSPITE, /Convocazione/);
    const mail = page.frameLocator('iframe');
    await expect(mail.locator('body')).toContainText(riga(6).trim());
    await expect(
      mail.locator(
        'script, iframe, object, embed, form, [onerror], [onload], [onfocus], [ontoggle], [onmouseover], a:not([href^="https:"], [href^="http:"], [href^="mailto:"])',
      ),
    ).toHaveCount(0);
  });

  await test.step('in the editor too, between two versions, and where two have written the same part', async () => {
    await vai(page, `${AREA}/elaborati/${elaborato}`);
    const parte = page.getByRole('region', { name: 'Testo', exact: true });
    await expect(parte.getByRole('textbox')).toContainText('constructor.constructor');
    await page.getByText('Versioni precedenti di Testo').click();
    await expect(page.locator('ins').first()).toBeVisible();
    await controlla('the versions');
    const e = await api<Sezioni>(page, 'GET', `${QUI}/elaborati/${elaborato}`);
    const sezione = e.sezioni.find(s => s.chiave === 'testo');
    await page.context().setOffline(true);
    await parte.getByRole('textbox').press('End');
    await parte.getByRole('textbox').pressSequentially(' Aggiunta.');
    // From elsewhere, by the same person: the page hears of it only when it is back.
    const altrove = await page.request.put(`/api/v1${QUI}/elaborati/${elaborato}/sezioni/${sezione?.id ?? ''}`, {
      data: { contenuto: { tipo: 'testo', documento: documento(INIEZIONI.slice(0, 60).map(pulito)) } },
      headers: { 'X-Requested-With': 'tavoli', Origin: new URL(page.url()).origin, 'If-Match': `"${sezione?.version ?? 0}"` },
    });
    expect(altrove.status(), await altrove.text()).toBe(200);
    await page.context().setOffline(false);
    await expect(page.getByRole('button', { name: 'Tieni il mio' })).toBeVisible();
    await controlla('the conflict');
  });
  expect(eseguiti).toEqual([]);
});

test('B-9: no link leads anywhere but to an address of the web', async ({ page }) => {
  await entraSenzaIncarichi(page, 'Anna Prototipo');
  const testo = (href: string) => ({
    testo: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'qui', marks: [{ type: 'link', attrs: { href } }] }] }],
    },
  });
  for (const href of INDIRIZZI) {
    const { status } = await page.evaluate(
      async ({ url, text }) => ({
        status: (
          await fetch(url, {
            method: 'PUT',
            body: text,
            headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'tavoli', 'If-Match': '"0"' },
          })
        ).status,
      }),
      { url: '/api/v1/ambiti/corigliano-rossano/pagine/privacy', text: JSON.stringify(testo(href)) },
    );
    expect([href, status]).toEqual([href, 400]);
  }
});

/** What no field keeps: characters that have no shape. */
const pulito = (testo: string): string => testo.replaceAll('\u0000', '').replaceAll('\t', ' ');

async function apreAmbito(page: Page, coordinatore: string): Promise<void> {
  await entraSenzaIncarichi(page, 'Anna Prototipo');
  await api(page, 'POST', '/ambiti', {
    slug: SLUG,
    nome: riga(1),
    nomeEsteso: { testo: riga(1), articolo: 'l’' },
    regione: 'Calabria',
    capofila: riga(2).slice(0, 60),
    comuni: [],
    coordinatore,
    contatti: { indirizzo: riga(3), email: 'prove@demo.invalid', pec: 'prove@pec.demo.invalid', telefono: '0983 000000' },
    piano: { titolo: riga(4), dal: 2027, al: 2029 },
  });
  await page.context().close();
}

/** Writes the texts wherever a text may be written. */
async function scrive(page: Page) {
  const { aree } = await api<{ aree: { id: string }[] }>(page, 'GET', QUI);
  const { slug: tavolo } = await api<{ slug: string }>(page, 'POST', `${QUI}/tavoli`, {
    codice: 'P',
    nome: riga(5),
    scopo: INIEZIONI.slice(0, 20).map(pulito).join('\n'),
    aree: [aree[0]?.id],
  });
  const regole = await api<object & { version: number }>(page, 'GET', `${QUI}/tavoli/${tavolo}/regole`);
  const { version, ...valori } = regole;
  await api(page, 'PUT', `${QUI}/tavoli/${tavolo}/regole`, { ...valori, preavvisoGiorni: 0, preavvisoUrgenza: 0 }, { version });

  const { istante } = await adesso();
  const { incontri } = await api<{ incontri: { id: string }[] }>(page, 'POST', `${QUI}/tavoli/${tavolo}/incontri`, {
    titolo: riga(6),
    inizioAt: istante,
    fineAt: new Date(Date.parse(istante) + 3_600_000).toISOString(),
    linkVideo: null,
    sede: { nome: riga(7).slice(0, 80), indirizzo: riga(8), accessibile: true },
    punti: [{ titolo: riga(9), minuti: null, relatore: riga(10).slice(0, 60) }],
    altriTavoli: [],
    membri: [],
    ospiti: [{ nome: riga(11).slice(0, 60), email: OSPITE }],
    secondaConvocazione: false,
    serie: null,
  });
  const incontro = incontri[0]?.id ?? '';
  const passo = async (cosa: string, id: string, azione: string, body: object = {}) => {
    const { version: seen } = await api<Cosa>(page, 'GET', `${QUI}/${cosa}/${id}${cosa === 'contributi' ? '/gestione' : ''}`);
    await api(page, 'POST', `${QUI}/${cosa}/${id}/azioni/${azione}`, body, { version: seen });
  };
  for (const azione of ['convoca', 'apri', 'chiudi']) await passo('incontri', incontro, azione);

  const verbale = await api<Sezioni>(page, 'POST', `${QUI}/incontri/${incontro}/verbale`, {});
  const punto = verbale.sezioni.find(s => s.tipo === 'punto');
  await api(
    page,
    'PUT',
    `${QUI}/verbali/${verbale.id}/sezioni/${punto?.id ?? ''}`,
    {
      documento: documento(INIEZIONI.map(pulito)),
      decisioni: [{ testo: riga(12), modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }],
      impegni: [{ testo: riga(13), chi: riga(14).slice(0, 60), entro: null }],
    },
    { version: punto?.version ?? 0 },
  );
  for (const azione of ['invia_in_revisione', 'approva'])
    await passo('verbali', verbale.id, azione, azione === 'approva' ? { motivazione: riga(15).slice(0, 200) } : {});
  await passo('verbali', verbale.id, 'pubblica', { avvisiVisti: true });

  const contributi: string[] = [];
  for (let dal = 0; dal < INIEZIONI.length; dal += 40) {
    const { id } = await api<{ id: string }>(page, 'POST', `${QUI}/tavoli/${tavolo}/contributi/raccolti`, {
      tipo: 'proposta',
      titolo: riga(15 + dal),
      testo: INIEZIONI.slice(dal, dal + 40)
        .map(pulito)
        .join('\n'),
      risposte: [],
      comune: null,
      zona: riga(16).slice(0, 100),
      provenienza: { tipo: 'gruppo', nome: riga(17) },
      mostraNome: true,
      allegati: [],
      canale: 'carta',
      autore: { nome: riga(18), email: null },
    });
    await passo('contributi', id, 'pubblica');
    contributi.push(id);
  }

  const elaborato = await api<Sezioni>(page, 'POST', `${QUI}/tavoli/${tavolo}/elaborati`, { tipo: 'documento_libero', titolo: riga(19) });
  const testo = elaborato.sezioni.find(s => s.chiave === 'testo');
  for (const [n, scritti] of [INIEZIONI.toReversed(), INIEZIONI].entries()) {
    await api(
      page,
      'PUT',
      `${QUI}/elaborati/${elaborato.id}/sezioni/${testo?.id ?? ''}`,
      { contenuto: { tipo: 'testo', documento: documento(scritti.map(pulito)) } },
      { version: (testo?.version ?? 0) + n },
    );
  }
  return { verbale: verbale.id, contributi, elaborato: elaborato.id, incontro, tavolo };
}
