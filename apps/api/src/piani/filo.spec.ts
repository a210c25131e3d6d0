import type { ElaboratoPubblicoView, FiloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { Piani } from '../../testing/scenario/piani.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

async function stage() {
  const base = await world.scenario.base();
  const { id } = await world.scenario.elaborato(base.ambito, base.tavolo, 'accolto', { tipo: 'scheda_progetto' });
  const fonte = (tipo: string, oggetto: string) =>
    world.db.query(
      'INSERT INTO elaborato_fonte (ambito_id, id, elaborato_id, tipo, oggetto_id) VALUES ($1, gen_random_uuid(), $2, $3, $4)',
      [base.ambito.id, id, tipo, oggetto],
    );
  const filo = async () => (await world.as(null).get<FiloView>(`/ambiti/${base.ambito.slug}/piano/filo`)).body;
  return { base, id, fonte, filo, p: new Piani(world, base) };
}

/** The public API behind each page that the thread names. */
const api = (slug: string, percorso: string): string =>
  `/ambiti/${slug}/${percorso}${/^(verbali|elaborati)/.test(percorso) ? '/pubblico' : ''}`;

describe('the thread of the Piano', () => {
  it('goes from each accepted elaborato to what is behind it and back, and every link opens for everyone', async () => {
    const { base, id, fonte, filo, p } = await stage();
    const pubblicato = await p.verbalePubblicato();
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -100 });
    await fonte('verbale', pubblicato);
    await fonte('incontro', incontro.id);
    const { voci, ritorno } = await filo();
    expect(voci).toMatchObject([
      {
        elaborato: { id, tipo: 'scheda_progetto' },
        percorso: `elaborati/${id}`,
        fonti: [
          { tipo: 'verbale', percorso: `verbali/${pubblicato}` },
          { tipo: 'incontro', percorso: `incontri/${incontro.id}` },
        ],
      },
    ]);
    expect(ritorno.map(r => [r.oggettoId, r.elaborati]).toSorted()).toEqual(
      [
        [incontro.id, [id]],
        [pubblicato, [id]],
      ].toSorted(),
    );
    const percorsi = [...voci.flatMap(v => [v.percorso, ...v.fonti.map(f => f.percorso)]), ...ritorno.map(r => r.percorso)];
    expect(percorsi.length).toBeGreaterThan(4);
    for (const percorso of percorsi)
      expect([percorso, (await world.as(null).get(api(base.ambito.slug, percorso))).status]).toEqual([percorso, 200]);
    expect(ritorno.every(r => r.elaborati.every(e => voci.some(v => v.elaborato.id === e)))).toBe(true);
  });

  it('never dangles: what is not public, or is gone, is not told, not even its title', async () => {
    const { base, fonte, filo } = await stage();
    const bozza = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    const nascosto = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza', titolo: 'Riunione riservata' });
    await fonte('verbale', bozza.id);
    await fonte('incontro', nascosto.id);
    await fonte('verbale', '00000000-0000-4000-8000-000000000000');
    const view = await filo();
    expect([view.voci[0]?.fonti, view.ritorno]).toEqual([[], []]);
    expect(JSON.stringify(view)).not.toContain('Riunione riservata');
  });

  it('tells of accepted elaborati only, and of the allegato once the Piano is public', async () => {
    const { base, id, filo, p } = await stage();
    await world.scenario.elaborato(base.ambito, base.tavolo, 'consegnato');
    await world.db.query(
      'UPDATE elaborato_accoglimento SET pdf_sha256 = (SELECT sha256 FROM verbale_pubblicazione WHERE verbale_id = $2), bytes = 1 WHERE elaborato_id = $1',
      [id, await p.verbalePubblicato()],
    );
    await p.aggiungi({ tipo: 'elaborato', elaboratoId: id });
    const sullaPagina = async () =>
      (await world.as(null).get<ElaboratoPubblicoView>(`/ambiti/${base.ambito.slug}/elaborati/${id}/pubblico`)).body.allegato;
    expect((await filo()).voci.map(v => [v.elaborato.id, v.allegato])).toEqual([[id, null]]);
    await p.chiudi();
    expect(await sullaPagina()).toBeNull();
    await p.azione('pubblica');
    expect((await filo()).voci.map(v => v.allegato)).toEqual(['A']);
    expect(await sullaPagina()).toBe('A');
  });
});
