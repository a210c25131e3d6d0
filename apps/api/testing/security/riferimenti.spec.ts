import { randomUUID } from 'node:crypto';
import { identificativiDi, PERMISSIONS } from '@tavoli/shared';
import { DemoController } from '../../src/demo/demo.controller.js';
import { inputsOf } from '../../src/platform/access/riferimenti.js';
import { testWorld, type World } from '../app.js';
import { buildCast, type Cast } from './cast.js';
import { StopAfterGuards } from './matrix.js';
import { chiedi, chiPuo, routesOf, unoDi, vociOf, type Voce } from './riferimenti.js';

let world: World;
let cast: Cast;
let altrove: Cast;
let voci: Voce[];
const accessi = new Map<Voce, NonNullable<Awaited<ReturnType<typeof chiPuo>>>>();

beforeAll(async () => {
  world = await testWorld({}, app => app.useGlobalInterceptors(new StopAfterGuards()));
  [cast, altrove] = [await buildCast(world), await buildCast(world)];
  voci = vociOf(world);
  for (const voce of voci) {
    const accesso = await chiPuo(world, cast, voce);
    if (accesso !== null) accessi.set(voce, accesso);
  }
});
afterAll(() => world.close());

describe('A-3: what a body or a query names', () => {
  it('is declared, in every input of every route', () => {
    const inputs = [
      ...routesOf(world).flatMap(({ handler, inputs: all }) => all.map(({ schema }) => ({ handler, schema }))),
      ...inputsOf(DemoController, 'accedi').map(({ schema }) => ({ handler: 'DemoController.accedi', schema })),
    ];
    const undeclared = inputs.flatMap(({ handler, schema }) =>
      identificativiDi(schema)
        .filter(i => i.riferimento === undefined)
        .map(i => `${handler} /${i.percorso.join('/')}`),
    );
    expect(undeclared).toEqual([]);
    expect(voci.length).toBeGreaterThan(45);
    expect(voci.filter(voce => !accessi.has(voce)).map(voce => voce.name)).toEqual([]);
  });

  it('is refused when there is no such thing, and when it is of another ambito: as the URL would, on its field', async () => {
    const passed: string[] = [];
    for (const [voce, { actor, url }] of accessi) {
      for (const id of [randomUUID(), await unoDi(world, altrove, voce.riferimento)]) {
        const { status, body } = await chiedi(world, cast, actor, url, voce, id);
        const pointer = `/${voce.identificativo.percorso.join('/').replaceAll('*', '0')}`;
        if (status !== 404 || body.errors?.[0]?.pointer !== pointer)
          passed.push(`${voce.name}: ${status} ${body.errors?.[0]?.pointer ?? ''}`);
      }
    }
    expect(passed).toEqual([]);
  });

  it('is refused when a list names it twice, on the second', async () => {
    const passed: string[] = [];
    let tried = 0;
    for (const [voce, { actor, url }] of accessi) {
      if (voce.in !== 'body' || voce.identificativo.percorso.slice(voce.identificativo.percorso.at(-1) === 'id' ? -2 : -1)[0] !== '*')
        continue;
      const id = await unoDi(world, cast, voce.riferimento);
      if ((await chiedi(world, cast, actor, url, voce, id)).status !== 428) continue;
      tried += 1;
      const { status, body } = await chiedi(world, cast, actor, url, voce, id, 2);
      if (status !== 400 || !/\/1(\/id)?$/.test(body.errors?.[0]?.pointer ?? '')) passed.push(`${voce.name}: ${status}`);
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(5);
  });

  it('is refused to a referente when it is of another tavolo and not theirs to see or to use', async () => {
    const estranei = await diUnAltroTavolo();
    const passed: string[] = [];
    let tried = 0;
    for (const voce of voci.filter(({ riferimento: r }) => r.forma !== 'parte' && estranei[r.tipo] !== undefined)) {
      const { riferimento } = voce;
      const accesso = await chiPuo(world, cast, voce, ['referente']);
      const aperto =
        riferimento.tipo === 'tavolo' && riferimento.forma === 'luogo' && PERMISSIONS[riferimento.permesso].includes('pubblico');
      if (accesso === null || aperto) continue;
      tried += 1;
      const { status } = await chiedi(world, cast, 'referente', accesso.url, voce, estranei[riferimento.tipo] ?? '');
      if (status !== 404 && status !== 403) passed.push(`${voce.name}: ${status}`);
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });

  it('may be named by who sees it and may use it', async () => {
    const ok: string[] = [];
    for (const [voce, { url }] of accessi) {
      for (const actor of ['coordinatore', 'referente', 'operatore'] as const) {
        const { status } = await chiedi(world, cast, actor, url, voce, await unoDi(world, cast, voce.riferimento));
        if (status === 428) ok.push(voce.riferimento.tipo);
      }
    }
    expect([...new Set(ok)]).toEqual(
      expect.arrayContaining(['tavolo', 'avviso', 'designazione', 'incontro', 'contributo', 'fase', 'incarico', 'area', 'membro']),
    );
  });
});

/** Of every kind that belongs to a tavolo, one that only its own staff sees. */
async function diUnAltroTavolo(): Promise<Partial<Record<string, string>>> {
  const { scenario, db } = world;
  const [ambito] = await db.query<{ id: string; slug: string; piano: string; area: string }[]>(
    'SELECT a.id, a.slug, p.id AS piano, r.id AS area FROM ambito a JOIN piano_di_zona p ON p.ambito_id = a.id JOIN area_tematica r ON r.ambito_id = a.id WHERE a.slug = $1 LIMIT 1',
    [cast.things['ambito']?.[0]?.id],
  );
  if (ambito === undefined) throw new Error('There is no ambito.');
  const tavolo = await scenario.tavolo(ambito);
  const verbale = await scenario.verbale(ambito, tavolo, 'bozza');
  const incontro = await scenario.incontro(ambito, tavolo, { stato: 'bozza' });
  const [punto] = await db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE incontro_id = $1', [incontro.id]);
  const ente = await scenario.ente(ambito);
  const designazione = await scenario.designazione(ambito, {
    avviso: await scenario.avviso(ambito, [tavolo]),
    tavolo,
    ente,
    stato: 'accettata',
    consenso: 'dato',
  });
  return {
    tavolo: tavolo.id,
    verbale: verbale.id,
    sezione_verbale: verbale.sezioneId,
    incontro: incontro.id,
    punto: punto?.id ?? '',
    designazione: designazione.id,
    membro: designazione.persone[0]?.id ?? '',
    ente: ente.id,
    contributo: (await scenario.contributo(ambito, tavolo, { stato: 'in_moderazione' })).id,
    elaborato: (await scenario.elaborato(ambito, tavolo, 'bozza')).id,
  };
}
