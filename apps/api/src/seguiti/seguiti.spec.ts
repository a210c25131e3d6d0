import { testWorld, type World } from '../../testing/app.js';
import type { ContributoGestioneView } from '@tavoli/shared';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let contributo: string;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
  contributo = (await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato', titolo: 'Navetta' })).id;
});
afterAll(() => world.close());

let n = 0;
const indirizzo = () => `lettrice${(n += 1)}.${base.ambito.slug}@prova.test`;
const path = (id = contributo) => `/ambiti/${base.ambito.slug}/contributi/${id}/seguiti`;
const segui = (email: string, altro: object = {}, id?: string) => world.as(null).post(path(id), { email, ...altro });
const posta = (email: string) =>
  world.db.query<{ tipo: string; testo: string; subject: string; rinuncia: string | null }[]>(
    'SELECT tipo, testo, subject FROM email WHERE a_indirizzo = $1 ORDER BY creata_at',
    [email],
  );
const segreto = async (email: string, dove: string) =>
  new RegExp(`${dove}#([A-Za-z0-9_-]{43})`).exec((await posta(email)).at(-1)?.testo ?? '')?.[1] ?? '';
const con = (s: string, cosa: 'conferma' | 'ferma') => world.as(null).post(`/seguito/${cosa}`, {}, { headers: { 'x-segreto': s } });

async function passo(azione: string, corpo: object = {}): Promise<void> {
  const { body } = await world
    .as(base.referente)
    .get<ContributoGestioneView>(`/ambiti/${base.ambito.slug}/contributi/${contributo}/gestione`);
  expect(
    (
      await world
        .as(base.referente)
        .post(`/ambiti/${base.ambito.slug}/contributi/${contributo}/azioni/${azione}`, corpo, { version: body.version })
    ).status,
  ).toBe(200);
}

it('nothing is sent to an address before its holder confirmed; then each public step is, once', async () => {
  const email = indirizzo();
  for (let i = 0; i < 2; i++) expect((await segui(email)).status).toBe(202);
  await passo('esamina');
  expect((await posta(email)).map(m => m.tipo)).toEqual(['seguito.conferma', 'seguito.conferma']);
  expect((await con(await segreto(email, '/segui'), 'conferma')).body).toEqual({ titolo: 'Navetta' });
  await passo('accogli', { motivazione: 'Il tavolo la propone nel Piano.' });
  expect((await posta(email)).map(m => m.subject).slice(2)).toEqual(['Accolto: Navetta']);
  expect((await segui(email)).status).toBe(202); // follows already: the same answer, and no other mail
  expect(await posta(email)).toHaveLength(3);
});

it('one click in a mail program ends it, and the address is forgotten', async () => {
  const email = indirizzo();
  await segui(email);
  await con(await segreto(email, '/segui'), 'conferma');
  await passo('esamina');
  const s = await segreto(email, '/segui/ferma');
  const clic = await world.app.inject({
    method: 'POST',
    url: `/s/${s}`,
    headers: { host: 'tavoli.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(clic.statusCode).toBe(204);
  expect(await world.db.query('SELECT 1 FROM seguito WHERE indirizzo = $1', [email])).toEqual([]);
  await passo('accogli', { motivazione: 'Il tavolo la propone nel Piano.' });
  expect((await posta(email)).filter(m => m.tipo === 'seguito.contributo')).toHaveLength(1);
  expect((await con(s, 'ferma')).body).toMatchObject({ code: 'collegamento.non_valido' });
});

it('what is not public cannot be followed; who fills the hidden field gets no mail', async () => {
  const chiuso = (await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'in_moderazione' })).id;
  expect((await segui(indirizzo(), {}, chiuso)).status).toBe(404);
  const email = indirizzo();
  expect((await segui(email, { sito: 'https://spam.test' })).status).toBe(202);
  expect(await posta(email)).toEqual([]);
});
