import type { Problem, TavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

describe('the tavoli of an ambito', () => {
  it('are created by the coordinatore, with a code that no other of the Piano has', async () => {
    const { ambito, coordinatore, referente } = await world.scenario.base();
    const input = { codice: 'z', nome: 'Età adulta & lavoro', scopo: 'Scopo', aree: [ambito.area] };
    const path = `/ambiti/${ambito.slug}/tavoli`;
    expect((await world.as(referente).post(path, input)).status).toBe(403);
    const made = await world.as(coordinatore).post<TavoloView>(path, input);
    expect(made.body).toMatchObject({ codice: 'Z', slug: 'eta-adulta-lavoro-z', aree: ['Anziani'], enti: [] });
    expect((await world.as(coordinatore).post<Problem>(path, input)).body.code).toBe('tavolo.codice_in_uso');
  });

  it('are changed by their own referente only, on the version that was seen', async () => {
    const { ambito, tavolo, referente } = await world.scenario.base();
    const altro = await world.scenario.incarico(ambito, 'referente', await world.scenario.tavolo(ambito));
    const path = `/ambiti/${ambito.slug}/tavoli/${tavolo.slug}`;
    const input = { nome: 'Nome nuovo', scopo: 'Scopo nuovo', aree: [ambito.area] };
    expect((await world.as(altro).put(path, input, { version: 1 })).status).toBe(403);
    expect((await world.as(referente).put(path, input)).status).toBe(428);
    expect((await world.as(referente).put<TavoloView>(path, input, { version: 1 })).body).toMatchObject({
      nome: 'Nome nuovo',
      slug: tavolo.slug,
      version: 2,
    });
    expect((await world.as(referente).put<Problem>(path, input, { version: 1 })).body).toMatchObject({
      code: 'versione.superata',
      version: 2,
    });
  });

  it('show their referente, and their enti only once accepted', async () => {
    const base = await world.scenario.base();
    await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata', consenso: 'dato' });
    const page = await world.as(null).get<TavoloView>(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`);
    expect(page.body).toMatchObject({
      referente: `${base.referente.nome} ${base.referente.cognome}`,
      enti: [],
      avvisi: [{ id: base.avviso.id, stato: 'pubblicato' }],
    });
  });

  it('give the elenco dei rappresentanti as a PDF to be saved', async () => {
    const base = await world.scenario.base();
    await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const pdf = await world.as(null).get(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/rappresentanti.pdf`);
    expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(pdf.headers['content-disposition']).toMatch(/^attachment/);
  });
});
