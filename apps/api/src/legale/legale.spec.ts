import { PAGINE_LEGALI, type Documento, type PaginaLegaleView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const path = (pagina: string) => `/ambiti/${base.ambito.slug}/pagine/${pagina}`;
const leggi = async (pagina = 'privacy') => (await world.as(null).get<PaginaLegaleView>(path(pagina))).body;
const testo = (text: string): Documento => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const scrivi = (chi: Base['referente'] | null, documento: Documento | null, version: number) =>
  world.as(chi).put<PaginaLegaleView>(path('privacy'), { documento }, { version });

it('every page has a text that names whom to write to, before anybody wrote one', async () => {
  await world.db.query(`UPDATE ambito SET contatti = contatti || '{"email": "privacy@prova.test"}' WHERE id = $1`, [base.ambito.id]);
  for (const pagina of PAGINE_LEGALI) {
    const view = await leggi(pagina);
    expect(view).toMatchObject({ pagina, propria: false, version: 0, aggiornataAt: null });
    expect(JSON.stringify(view.documento)).toContain('privacy@prova.test');
  }
  expect((await world.as(null).get(path('altro'))).status).toBe(400);
});

it('the coordinatore writes the ambito’s own, and may go back to the one that came with the portal; every version is kept', async () => {
  expect((await scrivi(base.coordinatore, testo('La nostra informativa.'), 0)).body).toMatchObject({
    propria: true,
    version: 1,
    documento: testo('La nostra informativa.'),
  });
  expect((await leggi()).documento).toEqual(testo('La nostra informativa.'));
  expect((await scrivi(base.coordinatore, null, 1)).body).toMatchObject({ propria: false, version: 2 });
  expect(JSON.stringify((await leggi()).documento)).toContain('Regolamento (UE) 2016/679');
  expect(await world.db.query('SELECT version FROM pagina_legale WHERE ambito_id = $1 ORDER BY version', [base.ambito.id])).toEqual([
    { version: 1 },
    { version: 2 },
  ]);
});

it('nobody else writes them; who writes over a version not seen is told; what is no text of ours is refused', async () => {
  expect([(await scrivi(base.referente, testo('x'), 0)).status, (await scrivi(null, testo('x'), 0)).status]).toEqual([403, 401]);
  await scrivi(base.coordinatore, testo('Prima'), 0);
  expect((await scrivi(base.coordinatore, testo('Seconda'), 0)).body).toMatchObject({ code: 'versione.superata' });
  expect(
    (await world.as(base.coordinatore).put(path('privacy'), { documento: { type: 'doc', content: [{ type: 'script' }] } }, { version: 1 }))
      .status,
  ).toBe(400);
});
