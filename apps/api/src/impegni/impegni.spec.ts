import { PUNTO_IMPEGNI, PUNTO_VERBALE, type ImpegniView, type PuntiPropostiView, type VerbaleView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { impegniAperti } from './aperti.js';
import { ScadenzeService } from './scadenze.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Chi = Base['referente'] | null;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  await world.db.query('DELETE FROM impegno'); // the clock looks at those of every ambito
  base = await world.scenario.base();
});
afterAll(() => world.close());

const api = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const delTavolo = (path: string) => api(`/tavoli/${base.tavolo.slug}${path}`);
const elenco = (chi: Chi) => world.as(chi).get<ImpegniView>(delTavolo('/impegni'));
const giorno = (tra: number): string => new Date(Date.now() + tra * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Rome' });

/** A verbale in revision, whose section tells these impegni. */
async function verbale(...impegni: { testo: string; chi?: string; entro?: string | null }[]): Promise<{ id: string; sezioneId: string }> {
  const v = await world.scenario.verbale(base.ambito, base.tavolo, 'in_revisione');
  await scrivi(v.sezioneId, impegni);
  return v;
}
const scrivi = (sezioneId: string, impegni: { testo: string; chi?: string; entro?: string | null }[]) =>
  world.db.query('UPDATE verbale_sezione SET impegni = $2 WHERE id = $1', [
    sezioneId,
    JSON.stringify(impegni.map(i => ({ chi: 'Ufficio di piano', entro: null, ...i }))),
  ]);

async function passo(
  id: string,
  azione: string,
  motivazione = azione === 'approva' ? 'Il tavolo ha chiesto di non aspettare.' : undefined,
): Promise<void> {
  const letto = await world.as(base.referente).get<VerbaleView>(api(`/verbali/${id}`));
  const risposta = await world
    .as(base.referente)
    .post(api(`/verbali/${id}/azioni/${azione}`), motivazione === undefined ? {} : { motivazione }, { version: letto.body.version });
  expect(risposta.status).toBe(200);
}
const aggiorna = (chi: Chi, id: string, corpo: object) => world.as(chi).put<ImpegniView>(delTavolo(`/impegni/${id}`), corpo);

describe('impegni', () => {
  it('are followed from the moment their verbale is approved, by who sits at the tavolo, and closed by its referente', async () => {
    const membro = (await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' })).persone[0];
    const rappresentante = await world.scenario.persona({ email: membro?.email ?? '' });
    const v = await verbale(
      { testo: 'Scrivere la scheda', entro: giorno(5) },
      { testo: 'Sentire l’ASP', entro: giorno(-1) },
      { testo: 'Senza data' },
    );
    expect((await elenco(base.referente)).body.items).toEqual([]);
    await passo(v.id, 'approva');
    const { items, puoAggiornare } = (await elenco(rappresentante)).body;
    expect([puoAggiornare, items.map(i => [i.testo, i.stato, i.scaduto])]).toEqual([
      false,
      [
        ['Sentire l’ASP', 'aperto', true],
        ['Scrivere la scheda', 'aperto', false],
        ['Senza data', 'aperto', false],
      ],
    ]);
    expect([
      (await elenco(base.operatore)).status,
      (await elenco(null)).status,
      (await aggiorna(rappresentante, items[0]?.id ?? '', { stato: 'fatto' })).status,
    ]).toEqual([403, 401, 403]);

    const dopo = await aggiorna(base.referente, items[0]?.id ?? '', { stato: 'fatto' });
    expect(dopo.body.items.map(i => [i.testo, i.stato])).toEqual([
      ['Scrivere la scheda', 'aperto'],
      ['Senza data', 'aperto'],
      ['Sentire l’ASP', 'fatto'],
    ]);
  });

  it('are called off with a reason, opened anew, and told twice are one act', async () => {
    await passo((await verbale({ testo: 'Scrivere la scheda' })).id, 'approva');
    const id = (await elenco(base.referente)).body.items[0]?.id ?? '';
    expect((await aggiorna(base.referente, id, { stato: 'annullato' })).body).toMatchObject({ errors: [{ pointer: '/motivazione' }] });
    for (let i = 0; i < 2; i++)
      expect(
        (await aggiorna(base.referente, id, { stato: 'annullato', motivazione: 'Lo fa già la Regione.' })).body.items[0],
      ).toMatchObject({ stato: 'annullato', motivazione: 'Lo fa già la Regione.' });
    expect((await aggiorna(base.referente, id, { stato: 'aperto' })).body.items[0]).toMatchObject({ stato: 'aperto', motivazione: null });
    expect(await world.db.query(`SELECT azione FROM registro WHERE oggetto_id = $1 ORDER BY seq`, [id])).toEqual([
      { azione: 'impegno.annulla' },
      { azione: 'impegno.riapri' },
    ]);
  });

  it('of another tavolo is not there', async () => {
    await passo((await verbale({ testo: 'Scrivere la scheda' })).id, 'approva');
    const id = (await elenco(base.referente)).body.items[0]?.id ?? '';
    const altro = await world.scenario.tavolo(base.ambito);
    expect((await world.as(base.coordinatore).put(api(`/tavoli/${altro.slug}/impegni/${id}`), { stato: 'fatto' })).status).toBe(404);
  });

  it('of a verbale sent back and approved again are as its text then says; what was done stays done', async () => {
    const v = await verbale({ testo: 'Primo' }, { testo: 'Secondo' });
    await passo(v.id, 'approva');
    const primo = (await elenco(base.referente)).body.items.find(i => i.testo === 'Primo')?.id ?? '';
    await aggiorna(base.referente, primo, { stato: 'fatto' });
    await passo(v.id, 'restituisci', 'Manca una parte.');
    expect((await elenco(base.referente)).body.items).toEqual([]);
    await scrivi(v.sezioneId, [{ testo: 'Primo' }, { testo: 'Un altro' }, { testo: 'Terzo' }]);
    await world.db.query(`UPDATE verbale SET stato = 'in_revisione' WHERE id = $1`, [v.id]);
    await passo(v.id, 'approva');
    expect((await elenco(base.referente)).body.items.map(i => [i.testo, i.stato])).toEqual([
      ['Un altro', 'aperto'],
      ['Terzo', 'aperto'],
      ['Primo', 'fatto'],
    ]);
  });
});

describe('the next incontro', () => {
  it('is told how many impegni are open beyond those that its verbale lists', async () => {
    const tanti = Array.from({ length: 30 }, (_, i) => ({ testo: `Impegno ${i}` }));
    for (let i = 0; i < 4; i += 1) await passo((await verbale(...tanti)).id, 'approva');
    const { id } = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'convocato' });
    const documento = await impegniAperti(world.db.manager, base.ambito.id, id);
    expect(JSON.stringify(documento)).toContain('Altri 20 impegni ancora aperti si leggono nella pagina degli impegni.');
  });

  const proposti = async () => (await world.as(base.referente).get<PuntiPropostiView>(delTavolo('/incontri/punti-proposti'))).body.punti;

  it('begins with the verbale that is not approved yet and with the impegni still open, and its verbale lists them', async () => {
    expect(await proposti()).toEqual([]);
    const v = await verbale({ testo: 'Scrivere la scheda', chi: 'Il Ponte', entro: '2027-01-31' });
    expect(await proposti()).toEqual([PUNTO_VERBALE]);
    await passo(v.id, 'approva');
    expect(await proposti()).toEqual([PUNTO_IMPEGNI]);
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'in_corso', tra: -1 });
    await world.db.query('UPDATE incontro_punto SET titolo = $2 WHERE incontro_id = $1', [incontro.id, PUNTO_IMPEGNI]);
    const nato = await world.as(base.referente).post<VerbaleView>(api(`/incontri/${incontro.id}/verbale`), undefined, { key: newKey() });
    expect(JSON.stringify(nato.body.sezioni.find(s => s.titolo === PUNTO_IMPEGNI)?.documento)).toContain(
      'Scrivere la scheda (Il Ponte, entro il 31/01/2027)',
    );
    await aggiorna(base.referente, (await elenco(base.referente)).body.items[0]?.id ?? '', { stato: 'fatto' });
    expect(await proposti()).toEqual([]);
  });
});

describe('their days', () => {
  const scadenze = () => world.app.get(ScadenzeService, { strict: false });
  const mails = async (tipo: string) =>
    world.db.query<{ a: string; testo: string }[]>(`SELECT a_indirizzo AS a, testo FROM email WHERE tipo = $1 AND ambito_id = $2`, [
      `impegno.${tipo}`,
      base.ambito.id,
    ]);

  it('are told to the referente three days before and once when past, in one mail, whatever the number of workers', async () => {
    await passo(
      (
        await verbale(
          { testo: 'Uno', entro: giorno(2) },
          { testo: 'Due', entro: giorno(3) },
          { testo: 'Lontano', entro: giorno(9) },
          { testo: 'Mai' },
        )
      ).id,
      'approva',
    );
    await Promise.all([scadenze().avvisa(), scadenze().avvisa()]);
    const [mail, ...altre] = await mails('promemoria');
    expect([mail?.a, altre]).toEqual([base.referente.email, []]);
    expect(mail?.testo).toMatch(/Uno[^]*Due/);
    expect(mail?.testo).not.toContain('Lontano');
    const [uno] = (await elenco(base.referente)).body.items;
    await aggiorna(base.referente, uno?.id ?? '', { stato: 'fatto' });
    expect(await scadenze().avvisa(new Date(Date.now() + 5 * 86_400_000))).toMatchObject({ solleciti: 1 });
    expect((await mails('sollecito')).map(m => /Due/.test(m.testo) && !/Uno/.test(m.testo))).toEqual([true]);
  });

  it('stand in the private calendar of who sits at the tavolo, until they are done', async () => {
    await passo((await verbale({ testo: 'Scrivere la scheda', entro: giorno(5) })).id, 'approva');
    const { percorso } = (await world.as(base.referente).post<{ percorso: string }>('/calendario', {})).body;
    const feed = async () =>
      (await world.app.inject({ method: 'GET', url: percorso, headers: { host: 'tavoli.test' } })).body.replaceAll('\r\n ', '');
    expect(await feed()).toContain('Scade un impegno: Scrivere la scheda');
    await aggiorna(base.referente, (await elenco(base.referente)).body.items[0]?.id ?? '', { stato: 'fatto' });
    expect(await feed()).not.toContain('Scade un impegno');
  });
});
