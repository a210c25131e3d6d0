import { COSE_PER_TIPO, type CoseView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { queriesOf } from '../../testing/statements.js';
import { KINDS } from '../kinds.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Chi = Parameters<World['as']>[0];

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const cerca = (chi: Chi, q: string, ambito = base.ambito.slug) =>
  world.as(chi).get<CoseView>(`/ambiti/${ambito}/cose?q=${encodeURIComponent(q)}`);
const trova = async (chi: Chi, q: string) => (await cerca(chi, q)).body.items;

describe('things by what they are called', () => {
  it('are found by who works with them, drafts too, and lead to the page where they are worked on', async () => {
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza', titolo: 'Avvio della coprogettazione' });
    const [cosa] = await trova(base.referente, 'coprog avvio');
    expect(cosa).toMatchObject({
      tipo: 'incontro',
      id: incontro.id,
      titolo: 'Avvio della coprogettazione',
      percorso: `area/incontri/${incontro.id}`,
    });
  });

  it('are not found by who may not see them, and never in another ambito', async () => {
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza', titolo: 'Avvio riservato' });
    const ente = await world.scenario.ente(base.ambito, { denominazione: 'Riservata APS' });
    const estraneo = await world.scenario.persona();
    expect(await trova(estraneo, 'riservat')).toEqual([]);
    expect((await trova(await world.scenario.operatore(base.ambito, ente), 'riservat')).map(c => c.tipo)).toEqual(['ente']);
    expect((await trova(base.coordinatore, 'riservat')).map(c => c.id).sort()).toEqual([id, ente.id].sort());
    expect((await cerca(base.coordinatore, 'riservat', (await world.scenario.ambito()).slug)).body.items).toEqual([]);
    expect((await cerca(null, 'riservat')).status).toBe(401);
  });

  it('are found without accents, by a code, and as they are written: a sign of the language of the database is a sign', async () => {
    const tavolo = await world.scenario.tavolo(base.ambito, 'Povertà all’inclusione');
    for (const q of ['poverta', "all'incl", 'inclusione povertà'])
      expect([q, (await trova(base.coordinatore, q)).map(c => c.id)]).toEqual([q, [tavolo.id]]);
    expect(await trova(base.coordinatore, '%%')).toEqual([]);
    expect((await cerca(base.coordinatore, 'a')).status).toBe(400);
  });

  it('are of every kind that has a name of its own: a question costs as much whatever there is', async () => {
    const chiedi = () => queriesOf(world.db, () => cerca(base.coordinatore, 'prova'));
    await chiedi(); // the session is noted once
    const poche = await chiedi();
    for (let i = 0; i < 5; i++) await world.scenario.ente(base.ambito, { denominazione: `Prova ${i}` });
    expect([await chiedi(), (await trova(base.coordinatore, 'prova')).filter(c => c.tipo === 'ente').length]).toEqual([
      poche,
      COSE_PER_TIPO,
    ]);
    expect(KINDS.all.filter(({ kind }) => KINDS.nameIfAny(kind) !== undefined).length).toBeGreaterThan(10);
  });
});
