import type { Page } from '@playwright/test';
import { entraCome, entraSenzaIncarichi } from '../pages/demo.js';
import { expectAccessible } from '../support/axe.js';
import { expect, test } from '../support/fixtures.js';
import { expectNoWider } from '../support/larghezza.js';
import { vai } from '../support/vai.js';

const AMBITO = '/corigliano-rossano';
const AREA = `${AMBITO}/area`;

// The pages of each role are looked at side by side: none of these changes anything.
test.describe.configure({ mode: 'parallel' });

/** Addresses whose last part is the id of the first thing of its kind in the demo. */
async function idOf(page: Page, path: string, which: (item: { id: string; stato: string }) => boolean = () => true): Promise<string> {
  const { items } = await page.evaluate(
    async url => (await (await fetch(url)).json()) as { items: { id: string; stato: string }[] },
    `/api/v1/ambiti${AMBITO}/${path}`,
  );
  return items.find(which)?.id ?? 'nessuno';
}

/** What every page keeps to: one title, one h1, no violation, nothing wider than the smallest screen. */
async function inspect(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await vai(page, path);
  await expect(page.locator('h1'), path).toHaveCount(1);
  await expect(page, path).toHaveTitle(/\S/);
  await expect(page.locator('[aria-busy="true"]'), path).toHaveCount(0);
  await expect(page.getByText('Qualcosa non ha funzionato'), path).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [390, 320]) {
    await expectNoWider(page, path, width);
    if (width === 390) await expectAccessible(page);
  }
}

async function inspectAll(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) await test.step(path, () => inspect(page, path));
}

test('every public page of an ambito keeps to the law on accessibility, down to 320 pixels', async ({ page }) => {
  await vai(page, AMBITO);
  const [avviso, incontro, contributo, ente] = [
    await idOf(page, 'avvisi'),
    await idOf(page, 'incontri'),
    await idOf(page, 'contributi', c => c.stato === 'accolto'),
    await idOf(page, 'componenti'),
  ];
  await inspectAll(page, [
    AMBITO,
    `${AMBITO}/tavoli`,
    `${AMBITO}/tavoli/anziani`,
    `${AMBITO}/enti`,
    `${AMBITO}/enti/${ente}`,
    `${AMBITO}/avvisi`,
    `${AMBITO}/avvisi/${avviso}`,
    `${AMBITO}/incontri`,
    `${AMBITO}/incontri?vista=mese`,
    `${AMBITO}/incontri?vista=settimana`,
    `${AMBITO}/incontri/${incontro}`,
    `${AMBITO}/verbali`,
    `${AMBITO}/contributi`,
    `${AMBITO}/contributi/${contributo}`,
    `${AMBITO}/contributi/codice`,
    `${AMBITO}/contributi/nuovo`,
    `${AMBITO}/tavoli/anziani/contributi/nuovo`,
    `${AMBITO}/elaborati`,
    `${AMBITO}/ricerca?q=anziani`,
    `${AMBITO}/iter`,
    `${AMBITO}/numeri`,
    `${AMBITO}/tavoli/anziani/numeri`,
    `${AMBITO}/dati`,
  ]);
});

test('so does every other public page', async ({ page }) => {
  await inspectAll(page, [
    '/',
    `${AMBITO}/privacy`,
    `${AMBITO}/note-legali`,
    `${AMBITO}/accessibilita`,
    `${AMBITO}/sicurezza`,
    `${AMBITO}/sigilli`,
    `${AMBITO}/non-esiste`,
    '/verifica',
    '/privacy',
    '/accedi',
    '/registrati',
    '/password',
    '/consenso',
    '/invito',
    '/invito/elaborato',
    '/invito/verbale',
    '/disiscrizione',
    '/inviti/operatore',
    '/contributo',
    '/contributo/conferma',
    '/segui',
    '/segui/ferma',
    '/demo',
    '/demo/posta',
  ]);
});

test('so does every page of an operatore', async ({ page }) => {
  await entraCome(page, 'Paola Immaginari');
  const [ente, designazione, avviso] = [await idOf(page, 'enti'), await idOf(page, 'designazioni'), await idOf(page, 'avvisi')];
  await inspectAll(page, [
    AREA,
    `${AREA}/enti`,
    `${AREA}/enti/nuovo`,
    `${AREA}/enti/ingresso`,
    `${AREA}/enti/${ente}`,
    `${AREA}/enti/${ente}/modifica`,
    `${AREA}/designazioni`,
    `${AREA}/designazioni/${designazione}`,
    `${AREA}/designazioni/nuova?avviso=${avviso}`,
    `${AREA}/incontri`,
    `${AREA}/adesioni`,
    `${AREA}/adesioni/nuova`,
  ]);
});

test('so does every page of a referente', async ({ page }) => {
  await entraCome(page, 'Rita Esempio');
  const [bozza, convocato, svolto] = [
    await idOf(page, 'incontri', i => i.stato === 'bozza'),
    await idOf(page, 'incontri', i => i.stato === 'convocato'),
    await idOf(page, 'incontri', i => i.stato === 'svolto'),
  ];
  await inspectAll(page, [
    AREA,
    `${AREA}/tutto`,
    `${AREA}/tavoli`,
    `${AREA}/verbali`,
    `${AREA}/designazioni`,
    `${AREA}/incontri`,
    `${AREA}/tavoli/anziani`,
    `${AREA}/tavoli/anziani/incontri/nuovo`,
    `${AREA}/tavoli/anziani/regole`,
    `${AREA}/tavoli/anziani/partecipazione`,
    `${AREA}/tavoli/anziani/proposte`,
    `${AREA}/tavoli/anziani/date`,
    `${AREA}/tavoli/anziani/date/nuova`,
    `${AREA}/tavoli/anziani/osservatori`,
    `${AREA}/tavoli/anziani/osservatore`,
    `${AREA}/osservo`,
    `${AREA}/tavoli/anziani/impegni`,
    `${AREA}/tavoli/anziani/elaborati`,
    `${AREA}/tavoli/anziani/elaborati/nuovo`,
    `${AREA}/tavoli/anziani/contributi`,
    `${AREA}/contributi-ricevuti`,
    `${AREA}/contributi-ricevuti/nuovo`,
    `${AREA}/contributi`,
    `${AREA}/incontri/${bozza}`,
    `${AREA}/incontri/${bozza}/modifica`,
    `${AREA}/incontri/${convocato}`,
    `${AREA}/incontri/${svolto}`,
    `${AREA}/incontri/${svolto}/presenze`,
    `${AREA}/incontri/${svolto}/in-corso`,
    `${AREA}/incontri/${svolto}/conduci`,
  ]);
});

test('so does every page of the coordinatore', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  const avviso = await idOf(page, 'avvisi');
  const incarico = await idOf(page, 'incarichi');
  await inspectAll(page, [
    AREA,
    `${AREA}/cruscotto`,
    `${AREA}/avvisi`,
    `${AREA}/avvisi/nuovo`,
    `${AREA}/avvisi/${avviso}`,
    `${AREA}/enti`,
    `${AREA}/designazioni`,
    `${AREA}/messaggi`,
    `${AREA}/registro`,
    `${AREA}/incarichi`,
    `${AREA}/incarichi/${incarico}/rinnova`,
    `${AREA}/tavoli/nuovo`,
    `${AREA}/tavoli/anziani/regole`,
    `${AREA}/plenarie/nuova`,
    `${AREA}/incontri`,
    `${AREA}/pagine/privacy`,
    `${AREA}/impostazioni`,
    `${AREA}/impostazioni/contatti`,
    `${AREA}/impostazioni/parole`,
    `${AREA}/impostazioni/ufficio`,
    `${AREA}/impostazioni/capofila`,
    `${AREA}/impostazioni/comuni`,
    `${AREA}/impostazioni/aree`,
    `${AREA}/impostazioni/elenchi/fondi`,
    `${AREA}/impostazioni/regole`,
    `${AREA}/elaborati`,
    `${AREA}/contributi-ricevuti/tempi`,
  ]);
});

test('so does every page of the iter', async ({ page }) => {
  await entraCome(page, 'Caterina Modello');
  const { fasi } = await page.evaluate(
    async url => (await (await fetch(url)).json()) as { fasi: { id: string }[] },
    `/api/v1/ambiti${AMBITO}/iter/gestione`,
  );
  const [fase, adesione] = [fasi[3]?.id ?? 'nessuna', await idOf(page, 'adesioni')];
  await inspectAll(page, [
    `${AREA}/iter`,
    `${AREA}/iter/nuova-fase`,
    `${AREA}/iter/fasi/${fase}`,
    `${AREA}/iter/fasi/${fase}/modifica`,
    `${AREA}/iter/accordo`,
    `${AREA}/adesioni`,
    `${AREA}/adesioni/${adesione}`,
  ]);
});

test('so does every page of the amministratore, and of one’s own account', async ({ page }) => {
  await entraSenzaIncarichi(page, 'Anna Prototipo');
  await inspectAll(page, [
    AREA,
    '/amministrazione',
    `${AREA}/incarichi`,
    `${AREA}/registro`,
    '/account',
    '/account/profilo',
    '/account/indirizzo',
    '/account/password',
  ]);
});
