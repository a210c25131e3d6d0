import type { Pagina, Problem, SegnalazioneView } from '@tavoli/shared';
import { newNetwork } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import type { Persona } from '../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const url = (rest = '') => `/ambiti/${base.ambito.slug}/segnalazioni${rest}`;
const CAMPI = { testo: 'Il calendario di dicembre non si apre.', pagina: '/prova/incontri', email: 'chi.segnala@prova.test' };
const segnala = (campi: object = {}, rete = newNetwork()) =>
  world.as(null).post<Problem>(url(), { ...CAMPI, ...campi }, { headers: { 'x-forwarded-for': rete } });
const elenco = async (query = '', chi: Persona = base.ufficio) => (await world.as(chi).get<Pagina<SegnalazioneView>>(url(query))).body;
const risolvi = (s: Pick<SegnalazioneView, 'id' | 'version'>, chi: Persona, motivazione?: string) =>
  world.as(chi).post<SegnalazioneView & Problem>(url(`/${s.id}/azioni/risolvi`), motivazione === undefined ? {} : { motivazione }, {
    version: s.version,
  });

it('anybody tells the office what is wrong and where; the office says what it did, once', async () => {
  expect((await segnala()).status).toBe(202);
  const [s] = (await elenco()).items;
  expect(s).toMatchObject({ ...CAMPI, stato: 'nuova', motivazione: null, risoltaAt: null, azioni: ['risolvi'] });
  if (s === undefined) throw new Error('None.');
  expect([(await risolvi(s, base.referente, 'Non tocca a me.')).status, (await risolvi(s, base.ufficio)).status]).toEqual([404, 400]);
  const fatta = (await risolvi(s, base.ufficio, 'Abbiamo corretto il collegamento.')).body;
  expect(fatta).toMatchObject({ stato: 'risolta', motivazione: 'Abbiamo corretto il collegamento.', azioni: [] });
  expect((await risolvi(fatta, base.coordinatore, 'Di nuovo, ancora.')).body.code).toBe('segnalazione.stato');
  expect([(await elenco('?stato=nuova')).items.length, (await elenco('?stato=risolta')).items.length]).toEqual([0, 1]);
});

it('nobody is written to, and nobody else reads it', async () => {
  await segnala();
  const mail = await world.db.query<unknown[]>(`SELECT 1 FROM email WHERE a_indirizzo = $1 OR testo LIKE '%calendario di dicembre%'`, [
    CAMPI.email,
  ]);
  expect(mail).toEqual([]);
  expect([(await world.as(null).get(url())).status, (await world.as(base.referente).get(url())).status]).toEqual([401, 403]);
});

it.each([
  ['testo', { testo: 'No' }, '/testo'],
  ['pagina elsewhere', { pagina: 'https://altrove.invalid/x' }, '/pagina'],
  ['pagina of another host', { pagina: '//altrove.invalid' }, '/pagina'],
  ['pagina that would run', { pagina: 'javascript:alert(1)' }, '/pagina'],
  ['email', { email: 'non un indirizzo' }, '/email'],
])('refuses a %s that is none, beside its field', async (_, campi, pointer) => {
  const { status, body } = await segnala(campi);
  expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
});

it('what a program filled in is kept nowhere; one network sends a few, and then waits', async () => {
  expect((await segnala({ sito: 'https://comprami.invalid' })).status).toBe(202);
  expect((await elenco()).items).toEqual([]);
  const rete = newNetwork();
  const stati = [];
  for (let i = 0; i < 8; i += 1) stati.push((await segnala({ email: '' }, rete)).status);
  expect([stati.filter(s => s === 202).length, stati.at(-1)]).toEqual([6, 429]);
  expect((await segnala()).status).toBe(202);
});

it('the list goes on by its cursor, the latest first', async () => {
  for (const n of [1, 2, 3]) await segnala({ testo: `Problema numero ${n}` });
  const prima = await elenco('?limit=2');
  expect(prima.items.map(s => s.testo)).toEqual(['Problema numero 3', 'Problema numero 2']);
  const poi = await elenco(`?limit=2&cursor=${prima.nextCursor ?? ''}`);
  expect([poi.items.map(s => s.testo), poi.nextCursor]).toEqual([['Problema numero 1'], null]);
});
