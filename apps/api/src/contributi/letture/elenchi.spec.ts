import type {
  CodaRigaView,
  ContributiCollegatiView,
  ContributoGestioneView,
  ContributoPubblicoView,
  ContributoRigaView,
  Pagina,
} from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { custodisci } from '../../../testing/files/custoditi.js';

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

const api = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const pubblica = (id: string) => world.as(null).get<ContributoPubblicoView>(api(`/contributi/${id}`));

it('contributi of a punto pass into the section that the verbale writes of it, and the published verbale lists them', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'in_esame', titolo: 'Navetta' });
  const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'in_corso', tra: -1 });
  const [punto] = await world.db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE incontro_id = $1', [incontro.id]);
  const stranger = await world.scenario.incontro(base.ambito, await world.scenario.tavolo(base.ambito));
  const [altrui] = await world.db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE incontro_id = $1', [stranger.id]);
  const collega = (oggettoId = '') =>
    world.as(base.referente).post<ContributoGestioneView>(api(`/contributi/${c.id}/legami`), { tipo: 'punto', oggettoId });
  expect((await collega(altrui?.id)).body).toMatchObject({ code: 'contributo.legame_non_valido' });
  expect([(await collega(punto?.id)).status, (await collega(punto?.id)).body.legami.length]).toEqual([200, 1]);
  const verbale = await world
    .as(base.referente)
    .post<{ id: string }>(api(`/incontri/${incontro.id}/verbale`), undefined, { key: 'nasce-il-verbale-di-prova' });
  const collegati = (who: Base['referente'] | null) =>
    world.as(who).get<ContributiCollegatiView>(api(`/verbali/${verbale.body.id}/contributi`));
  expect((await collegati(base.referente)).body.items.map(i => [i.id, i.titolo])).toEqual([[c.id, 'Navetta']]);
  expect((await collegati(null)).status).toBe(404);
  await world.db.query(`UPDATE verbale SET stato = 'pubblicato' WHERE id = $1`, [verbale.body.id]);
  await custodisci(world.db, 'a'.repeat(64));
  await world.db.query(
    `INSERT INTO verbale_pubblicazione (ambito_id, verbale_id, at, protocollo_anno, protocollo_numero, contenuto, stampato, sha256, bytes)
     SELECT ambito_id, verbale_id, now(), 2026, 1, jsonb_build_object('presenti', '[]'::jsonb, 'sezioni', jsonb_agg(jsonb_build_object('id', id, 'titolo', titolo, 'documento', documento, 'decisioni', '[]'::jsonb))), '{"incontro":{"id":"","titolo":""},"tavoli":[],"sede":null}', repeat('a', 64), 1 FROM verbale_sezione WHERE verbale_id = $1 GROUP BY 1, 2`,
    [verbale.body.id],
  );
  expect((await collegati(null)).body.items.map(i => i.id)).toEqual([c.id]);
  expect((await pubblica(c.id)).body.filo.map(p => [p.tipo, p.percorso])).toContainEqual([
    'verbale',
    `/${base.ambito.slug}/verbali/${verbale.body.id}`,
  ]);
});

it('at an incontro of two tavoli, what is not public is seen only by the referente whose it is', async () => {
  const altro = await world.scenario.tavolo(base.ambito);
  const altra = await world.scenario.incarico(base.ambito, 'referente', altro);
  const incontro = await world.scenario.incontro(base.ambito, base.tavolo);
  await world.db.query('INSERT INTO incontro_tavolo (ambito_id, incontro_id, tavolo_id) VALUES ($1, $2, $3)', [
    base.ambito.id,
    incontro.id,
    altro.id,
  ]);
  const [punto] = await world.db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE incontro_id = $1', [incontro.id]);
  const [segreto, pubblico] = [
    await world.scenario.contributo(base.ambito, base.tavolo),
    await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' }),
  ];
  for (const c of [segreto, pubblico])
    await world.as(base.referente).post(api(`/contributi/${c.id}/legami`), { tipo: 'punto', oggettoId: punto?.id });
  const seen = async (who: Base['referente'] | null) =>
    (await world.as(who).get<ContributiCollegatiView>(api(`/incontri/${incontro.id}/contributi`))).body.items.map(i => i.id);
  expect([await seen(base.referente), await seen(base.coordinatore)]).toEqual([
    [segreto.id, pubblico.id],
    [segreto.id, pubblico.id],
  ]);
  expect([await seen(altra), await seen(base.operatore), await seen(null)]).toEqual([[pubblico.id], [pubblico.id], [pubblico.id]]);
});

it('the public list is walked page by page in either order, each one once, and filtered', async () => {
  for (const stato of ['pubblicato', 'accolto', 'in_esame', 'respinto', 'accolto', 'in_moderazione', 'pubblicato'] as const)
    await world.scenario.contributo(base.ambito, base.tavolo, { stato });
  const walk = async (query: string): Promise<ContributoRigaView[]> => {
    const found: ContributoRigaView[] = [];
    for (let cursor = ''; ;) {
      const page = await world.as(null).get<Pagina<ContributoRigaView>>(api(`/contributi?limit=2${query}${cursor}`));
      found.push(...page.body.items);
      if (page.body.nextCursor === null) return found;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
  };
  expect((await walk('&ordine=stato')).map(r => r.stato)).toEqual(['in_esame', 'pubblicato', 'pubblicato', 'accolto', 'accolto']);
  const latest = await walk('');
  expect([latest.length, new Set(latest.map(r => r.id)).size, latest.map(r => r.inviatoAt)]).toEqual([
    5,
    5,
    latest
      .map(r => r.inviatoAt)
      .sort()
      .reverse(),
  ]);
  expect((await walk('&stato=accolto&tipo=proposta')).length).toBe(2);
  expect((await walk('&tipo=esperienza')).length).toBe(0);
});

it('the queue shows each member of staff their own tavoli, what is due first', async () => {
  const altro = await world.scenario.tavolo(base.ambito);
  const late = await world.scenario.contributo(base.ambito, base.tavolo, { scade: -2 });
  const soon = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'in_esame', scade: 1 });
  const other = await world.scenario.contributo(base.ambito, altro, { scade: 3 });
  await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'accolto' });
  const queue = async (who: Base['referente']) =>
    (await world.as(who).get<Pagina<CodaRigaView>>(api('/contributi/coda?aperti=true'))).body.items;
  expect((await queue(base.referente)).map(r => [r.id, r.inRitardo])).toEqual([
    [late.id, true],
    [soon.id, false],
  ]);
  expect((await queue(base.coordinatore)).map(r => r.id)).toEqual([late.id, soon.id, other.id]);
  expect([await queue(base.operatore), (await queue(base.ufficio))[0]?.azioni]).toEqual([[], []]);
});

it('B-8: the queue as CSV runs no formula that an author wrote', async () => {
  await world.scenario.contributo(base.ambito, base.tavolo, { titolo: '=HYPERLINK("http://x.invalid")' });
  const csv = await world.as(base.referente).get(api('/contributi/coda.csv'));
  expect([csv.status, csv.text]).toEqual([200, expect.stringContaining(`"'=HYPERLINK(""http://x.invalid"")"`)]);
});
