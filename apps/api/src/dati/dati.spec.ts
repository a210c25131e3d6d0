import type { CatalogoDatiView } from '@tavoli/shared';
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

const api = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const json = async (dataset: string) =>
  (await world.as(null).get<{ titolare: string; licenza: { url: string }; items: Record<string, unknown>[] }>(api(`/dati/${dataset}.json`)))
    .body;
const csv = async (dataset: string) => (await world.as(null).get(api(`/dati/${dataset}.csv`))).raw.toString();

describe('open data', () => {
  it('every dataset of the catalogue is there as CSV and as JSON, with the columns that it says, its owner and its licence', async () => {
    await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
    const { body } = await world.as(null).get<CatalogoDatiView>(api('/dati'));
    expect(body.dataset.map(d => d.nome)).toEqual(['tavoli', 'rappresentanti', 'incontri', 'presenze', 'contributi']);
    for (const { nome, colonne } of body.dataset) {
      expect((await csv(nome)).split('\r\n')[0]).toBe(`\ufeff${colonne.map(c => c.nome).join(';')}`);
      const file = await json(nome);
      expect(file).toMatchObject({ titolare: body.titolare, licenza: body.licenza });
      for (const item of file.items) expect(Object.keys(item)).toEqual(colonne.map(c => c.nome));
    }
    expect((await json('tavoli')).items).toHaveLength(1);
    expect((await world.as(null).get(api('/dati/persone.csv'))).status).toBe(400);
  });

  it('contributi are in it as they were published: not those that wait or were refused, no address, no name without leave', async () => {
    const pubblico = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'accolto', titolo: 'Navetta' });
    for (const stato of ['da_confermare', 'in_moderazione', 'da_modificare', 'respinto', 'ritirato'] as const)
      await world.scenario.contributo(base.ambito, base.tavolo, { stato });
    await world.db.query(
      `UPDATE contributo SET pubblico = jsonb_set(pubblico, '{testo}', '"Serve una navetta [omissis]."') WHERE id = $1`,
      [pubblico.id],
    );
    const { items } = await json('contributi');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      codice: pubblico.codice,
      titolo: 'Navetta',
      testo: 'Serve una navetta [omissis].',
      stato: 'accolto',
      nome: null,
      risposta: 'Motivazione di prova.',
    });
    for (const file of [JSON.stringify(items), await csv('contributi')]) {
      expect(file).not.toContain(pubblico.email);
      expect(file).not.toContain('Autrice Inventata');
      expect(file).not.toContain('centro diurno');
    }
  });

  it('people are in it only while their consent and their place stand', async () => {
    const ente = await world.scenario.ente(base.ambito);
    const sede = async (stato: 'accettata' | 'inviata', consenso: 'dato' | 'in_attesa' | 'negato') =>
      world.scenario.designazione(base.ambito, {
        avviso: base.avviso,
        tavolo: await world.scenario.tavolo(base.ambito),
        ente,
        stato,
        consenso,
      });
    await sede('accettata', 'dato');
    await sede('accettata', 'in_attesa');
    await sede('inviata', 'dato');
    expect((await json('rappresentanti')).items.map(i => i['ruolo'])).toEqual(expect.arrayContaining(['titolare', 'supplente']));
    expect((await json('rappresentanti')).items).toHaveLength(2);
  });

  it('presences are counts, and drafts of incontri are not told', async () => {
    const svolto = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48 });
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza' });
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
    for (const stato of ['titolare', 'supplente', 'assente', null] as const) {
      const { id } = await world.scenario.ente(base.ambito);
      await world.db.query(
        `INSERT INTO presenza (ambito_id, id, incontro_id, tavolo_id, ente_id, veste, titolare, stato, convocato) VALUES ($1, gen_random_uuid(), $2, $3, $4, 'componente', 'Persona Segreta', $5, true)`,
        [base.ambito.id, svolto.id, base.tavolo.id, id, stato],
      );
    }
    expect((await json('incontri')).items.map(i => i['stato'])).toEqual(['svolto', 'convocato']);
    expect((await json('presenze')).items).toEqual([
      expect.objectContaining({ incontro: svolto.id, posti: 4, titolari: 1, supplenti: 1, giustificati: 0, assenti: 1 }),
    ]);
    expect(await csv('presenze')).not.toContain('Persona Segreta');
  });

  it('is read on page after page, every row once and in order', async () => {
    await world.db.query(
      `INSERT INTO contributo (ambito_id, id, tavolo_id, codice, stato, canale, tipo, testi, pubblico, provenienza, mostra_nome, inviato_at, pubblicato_at)
       SELECT $1, gen_random_uuid(), $2, 'CON-' || n, 'pubblicato', 'web', 'proposta', t, t, 'cittadino', false, timestamptz '2026-01-01' + make_interval(secs => n / 3), now()
       FROM generate_series(1, 4500) n, LATERAL (SELECT jsonb_build_object('titolo', 'Riga ' || n, 'testo', 'x')) x (t)`,
      [base.ambito.id, base.tavolo.id],
    );
    const { items } = await json('contributi');
    expect([items.length, new Set(items.map(i => i['codice'])).size]).toEqual([4500, 4500]);
    expect(items.map(i => i['inviato'])).toEqual(items.map(i => i['inviato']).sort());
    expect((await csv('contributi')).trimEnd().split('\r\n')).toHaveLength(4501);
  });
});
