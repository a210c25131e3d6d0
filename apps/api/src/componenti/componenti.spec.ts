import type { ComponenteRigaView, ComponenteView, Pagina, RicercaView, TavoloView } from '@tavoli/shared';
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

const at = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const leggi = async <T>(percorso: string): Promise<T> => (await world.as(null).get<T>(at(percorso))).body;
const elenco = async (q = '') => (await leggi<Pagina<ComponenteRigaView>>(`/componenti${q}`)).items;

/** An ente with this name that was accepted, whose two persons have (not) consented. */
async function designato(denominazione: string, consenso: 'dato' | 'in_attesa' = 'dato') {
  const ente = await world.scenario.ente(base.ambito, { denominazione });
  const designazione = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso });
  return { id: ente.id, designazione };
}

describe('who sits where', () => {
  it('lists the enti that sit by name, with their tavoli and the people who have consented, to anybody', async () => {
    const ponte = await designato('Il Ponte');
    await designato('Aspettano', 'in_attesa');
    const aurora = await designato('Aurora');
    const items = await elenco();
    expect(items.map(e => [e.id, e.denominazione])).toEqual([
      [aurora.id, 'Aurora'],
      [ponte.id, 'Il Ponte'],
    ]);
    const { enti } = await leggi<TavoloView>(`/tavoli/${base.tavolo.slug}`);
    const alTavolo = enti.find(e => e.denominazione === 'Aurora');
    expect(items[0]?.posti).toEqual([
      {
        tavolo: expect.objectContaining({ id: base.tavolo.id, nome: base.tavolo.nome }) as unknown,
        sottogruppo: false,
        veste: alTavolo?.veste,
        dal: expect.any(String) as unknown,
        rappresentanti: alTavolo?.rappresentanti,
      },
    ]);
    expect(alTavolo?.id).toBe(aurora.id);
  });

  it('goes on after a page, in the same order', async () => {
    for (const nome of ['Bruma', 'Alba', 'Cima']) await designato(nome);
    const prima = await leggi<Pagina<ComponenteRigaView>>('/componenti?limit=2');
    const poi = await leggi<Pagina<ComponenteRigaView>>(`/componenti?limit=2&cursor=${prima.nextCursor}`);
    expect([prima, poi].map(p => p.items.map(e => e.denominazione))).toEqual([['Alba', 'Bruma'], ['Cima']]);
    expect(poi.nextCursor).toBeNull();
  });

  it('is found by a piece of the name of the ente or of who sits for it, without accents, whichever name comes first', async () => {
    const { id, designazione } = await designato('Fili d’erba');
    await world.db.query(`UPDATE rappresentante SET nome = 'Nicolò', cognome = 'Bassi' WHERE id = $1`, [designazione.persone[0]?.id]);
    await designato('Altri');
    for (const q of ["fili d'erba", 'FILI D’ERBA', 'nicolo bassi', 'Bassi Nicolò', 'bass'])
      expect([q, (await elenco(`?q=${encodeURIComponent(q)}`)).map(e => e.id)]).toEqual([q, [id]]);
    expect(await elenco('?q=%25')).toEqual([]);
  });

  it('forgets the person who takes their consent back, and the ente that is suspended; keeps the day on which a seat ended', async () => {
    const { id, designazione } = await designato('Aurora');
    await world.as(base.coordinatore).post(at(`/enti/${id}/azioni/sospendi`), { motivazione: 'Controlli in corso.' }, { version: 1 });
    expect(await elenco()).toEqual([]);
    expect((await world.as(null).get(at(`/componenti/${id}`))).status).toBe(404);
    await world.as(base.coordinatore).post(at(`/enti/${id}/azioni/riattiva`), {}, { version: 2 });
    expect((await leggi<ComponenteView>(`/componenti/${id}`)).posti).toHaveLength(1);
    const cessata = await world
      .as(base.coordinatore)
      .post(
        at(`/designazioni/${designazione.id}/azioni/cessa`),
        { motivazione: 'Il mandato è finito.', causa: 'fine_mandato' },
        { version: 1 },
      );
    expect([cessata.status, await elenco()]).toEqual([200, []]);
    const { posti, usciti } = await leggi<ComponenteView>(`/componenti/${id}`);
    expect([posti, usciti.map(u => u.tavolo.id)]).toEqual([[], [base.tavolo.id]]);
  });

  it('says nothing of an ente that was never given a seat, nor of those of another ambito', async () => {
    const maiSeduto = await world.scenario.ente(base.ambito);
    const { id } = await designato('Aurora');
    expect((await world.as(null).get(at(`/componenti/${maiSeduto.id}`))).status).toBe(404);
    expect((await world.as(null).get(`/ambiti/${(await world.scenario.ambito()).slug}/componenti/${id}`)).status).toBe(404);
  });
});

describe('search', () => {
  const cerca = (q: string) => leggi<RicercaView>(`/ricerca?q=${encodeURIComponent(q)}`);

  it('shows who sits, before what was published', async () => {
    const { id } = await designato('Aurora');
    const { siedono, quanti } = await cerca('aurora');
    expect([siedono.items.map(e => e.id), siedono.altri, quanti]).toEqual([[id], false, 0]);
    expect((await leggi<RicercaView>(`/ricerca?q=aurora&tavolo=${base.tavolo.id}`)).siedono.items).toEqual([]);
  });

  it('shows a few, and says that there are others', async () => {
    for (let i = 0; i < 6; i++) await designato(`Aurora ${i}`);
    const { siedono } = await cerca('aurora');
    expect([siedono.items.length, siedono.altri]).toEqual([5, true]);
  });
});
