import type {
  AnteprimaConvocazioneView,
  IncontroView,
  PartecipazioneView,
  PresenzeView,
  Problem,
  SollecitoConsensiView,
  TavoloView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui, portaAdOggi } from '../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Designato = Awaited<ReturnType<World['scenario']['designazione']>> & { enteId: string; denominazione: string };

let world: World;
let base: Base;
let seduto: Designato;
let tardi: Designato;
let muto: Designato;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const designa = async (consenso: 'dato' | 'in_attesa'): Promise<Designato> => {
  const ente = await world.scenario.ente(base.ambito);
  const designazione = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso });
  const [{ denominazione } = { denominazione: '' }] = await world.db.query<{ denominazione: string }[]>(
    'SELECT denominazione FROM ente WHERE id = $1',
    [ente.id],
  );
  return { ...designazione, enteId: ente.id, denominazione };
};
const acconsente = ({ persone }: Designato) =>
  world.as(null).post('/consenso/azioni/acconsenti', {}, { headers: { 'x-segreto': persone[0]?.segreto ?? '' } });
const at = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const come = () => world.as(base.referente);
const leggi = async (id: string) => (await come().get<IncontroView>(at(`/incontri/${id}`))).body;
const presenze = async (id: string) => (await come().get<PresenzeView>(at(`/incontri/${id}/presenze`))).body;
const passo = async (n: { id: string }, azione: string, body: object = {}) =>
  esegui(world, base.ambito, await leggi(n.id), base.referente, azione, body);
const nuovo = () => creaIncontro(world, base.ambito, base.tavolo, base.referente);
const svolgi = async (n: { id: string }) => {
  await portaAdOggi(world, n);
  await passo(n, 'apri');
};
const sospendi = (enteId: string, azione = 'sospendi', version = 1) =>
  world.as(base.coordinatore).post(at(`/enti/${enteId}/azioni/${azione}`), { motivazione: 'Controlli in corso.' }, { version });

beforeEach(async () => {
  base = await world.scenario.base();
  seduto = await designa('dato');
  tardi = await designa('in_attesa');
  muto = await designa('in_attesa');
});

describe('before the convocation leaves', () => {
  it('who convenes reads which enti have a seat and nobody to call, and why', async () => {
    await sospendi(seduto.enteId);
    const bozza = await nuovo();
    const { esclusi } = (await come().get<AnteprimaConvocazioneView>(at(`/incontri/${bozza.id}/anteprima`))).body;
    expect(esclusi.map(e => [e.ente, e.tavolo.id, e.motivo]).sort()).toEqual(
      [
        [seduto.denominazione, base.tavolo.id, 'ente_sospeso'],
        [tardi.denominazione, base.tavolo.id, 'consenso_in_attesa'],
        [muto.denominazione, base.tavolo.id, 'consenso_in_attesa'],
      ].sort(),
    );
  });

  it('and asks them all for the consents that are missing, once a day; who is left out for another reason hears nothing', async () => {
    await sospendi(seduto.enteId);
    const { id } = await nuovo();
    const sollecita = (da = base.referente) =>
      world.as(da).post<SollecitoConsensiView & Problem>(at(`/incontri/${id}/solleciti-consenso`), {});
    const altrove = await world.scenario.incarico(base.ambito, 'referente', await world.scenario.tavolo(base.ambito));
    expect((await sollecita(altrove)).status).toBe(404);
    expect((await sollecita()).body).toEqual({ enti: 2 });
    const scritti = () =>
      world.db.query<{ oggetto: string; mail: number }[]>(
        `SELECT oggetto_id AS oggetto, count(*)::int AS mail FROM email WHERE tipo = 'sollecito_consenso.inviato' AND ambito_id = $1 GROUP BY 1 ORDER BY 1`,
        [base.ambito.id],
      );
    const prima = await scritti();
    expect(prima.length).toBe(2);
    expect((await sollecita(base.coordinatore)).body).toEqual({ enti: 2 });
    expect(await scritti()).toEqual(prima);
    for (const ente of [tardi, muto]) await acconsente(ente);
    expect((await sollecita()).body.code).toBe('sollecito.non_serve');
  });
});

describe('who consents after the convocation left', () => {
  it('was not called, is never absent, and makes no number', async () => {
    const n = await passo(await nuovo(), 'convoca');
    await acconsente(tardi);
    await svolgi(n);
    const prima = await presenze(n.id);
    expect(prima.posti.map(p => [p.ente, p.convocato]).sort()).toEqual(
      [
        [seduto.denominazione, true],
        [tardi.denominazione, false],
      ].sort(),
    );
    expect(prima.quorum.posti).toBe(1);
    const posto = prima.posti.find(p => !p.convocato)?.id ?? '';
    const voce = (stato: string) => ({ voci: [{ postoId: posto, stato, prima: null, at: new Date().toISOString() }] });
    const assente = await come().post<Problem>(at(`/incontri/${n.id}/presenze`), voce('assente'));
    expect([assente.status, assente.body.code]).toEqual([400, 'richiesta.non_valida']);
    await passo(n, 'chiudi');
    const dopo = await presenze(n.id);
    expect(dopo.posti.find(p => p.id === posto)).toMatchObject({ convocato: false, stato: null });
    expect(dopo.posti.find(p => p.id !== posto)?.stato).toBe('assente');
    const { items } = (await come().get<{ items: PartecipazioneView[] }>(at(`/tavoli/${base.tavolo.slug}/partecipazione`))).body;
    expect(items.map(p => [p.ente.denominazione, p.incontri, p.assenze]).sort()).toEqual(
      [
        [seduto.denominazione, 1, 1],
        [tardi.denominazione, 0, 0],
        [muto.denominazione, 0, 0],
      ].sort(),
    );
    for (const formato of ['presenze.csv', 'presenze.pdf']) expect((await come().get(at(`/incontri/${n.id}/${formato}`))).status).toBe(200);
    expect((await come().get(at(`/incontri/${n.id}/presenze.csv`))).text).toContain('non convocato');
  });

  it('counts where they come all the same', async () => {
    const n = await passo(await nuovo(), 'convoca');
    await acconsente(tardi);
    await svolgi(n);
    const posto = (await presenze(n.id)).posti.find(p => !p.convocato)?.id ?? '';
    await come().post(at(`/incontri/${n.id}/presenze`), {
      voci: [{ postoId: posto, stato: 'titolare', prima: null, at: new Date().toISOString() }],
    });
    expect((await presenze(n.id)).quorum).toMatchObject({ posti: 2, presenti: 1 });
  });

  it('is called with one button: a mail and a line of the prova of their own, and nobody else hears of it', async () => {
    const n = await passo(await nuovo(), 'convoca');
    expect((await leggi(n.id)).azioni).not.toContain('convoca_nuovi');
    const prima = await world.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM email WHERE oggetto_id = $1', [n.id]);
    await acconsente(tardi);
    const visto = await leggi(n.id);
    expect(visto.azioni).toContain('convoca_nuovi');
    expect(visto.gestione?.nuovi.map(d => d.email)).toEqual([tardi.persone[0]?.email]);
    const dopo = await passo(n, 'convoca_nuovi');
    expect(dopo.sequence).toBe(visto.sequence);
    expect(dopo.azioni).not.toContain('convoca_nuovi');
    expect(dopo.gestione?.convocazioni.map(c => [c.sequence, c.parte, c.tipo])).toEqual([
      [0, 1, 'estensione'],
      [0, 0, 'convocazione'],
    ]);
    const mails = await world.db.query<{ testo: string }[]>(
      `SELECT testo FROM email WHERE oggetto_id = $1 AND a_indirizzo = $2 AND tipo = 'incontro.convocazione'`,
      [n.id, tardi.persone[0]?.email],
    );
    expect(mails.map(m => m.testo.includes('ti convochiamo all’incontro'))).toEqual([true]);
    const [{ n: mandate } = { n: 0 }] = await world.db.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM email WHERE oggetto_id = $1',
      [n.id],
    );
    expect(mandate).toBe((prima[0]?.n ?? 0) + 1);
    await svolgi(n);
    expect((await presenze(n.id)).posti.every(p => p.convocato)).toBe(true);
    const due = await come().post<Problem>(at(`/incontri/${n.id}/azioni/convoca_nuovi`), {}, { version: (await leggi(n.id)).version });
    expect(due.status).toBe(409);
  });
});

describe('a seat that ends, or is suspended, after the convocation left', () => {
  const uscite = (n: { id: string }) =>
    world.db
      .query<{ a: string; metodo: string }[]>(
        `SELECT a_indirizzo AS a, calendario->>'method' AS metodo FROM email WHERE oggetto_id = $1 AND tipo = 'incontro.uscita' ORDER BY a_indirizzo`,
        [n.id],
      )
      .then(rows => rows.map(({ a, metodo }) => [a, metodo]));
  const tolti = () => seduto.persone.map(p => [p.email, 'CANCEL']).sort();

  it('takes the incontro out of calendars at once, and can be called again when it comes back', async () => {
    const n = await passo(await nuovo(), 'convoca');
    await sospendi(seduto.enteId);
    expect(await uscite(n)).toEqual(tolti());
    expect((await leggi(n.id)).azioni).not.toContain('convoca_nuovi');
    await sospendi(seduto.enteId, 'riattiva', 2);
    expect((await passo(n, 'convoca_nuovi')).gestione?.invitati.filter(i => i.ente !== null && i.attivo).length).toBe(2);
    const [{ sequenze } = { sequenze: [] }] = await world.db.query<{ sequenze: string[] }[]>(
      `SELECT array_agg((regexp_match(calendario->>'ics', 'SEQUENCE:(\\d+)'))[1] ORDER BY creata_at, id) AS sequenze FROM email WHERE oggetto_id = $1 AND a_indirizzo = $2`,
      [n.id, seduto.persone[0]?.email],
    );
    expect(sequenze).toEqual(['0', '1', '2']);
  });

  it('is told whatever ended it', async () => {
    const revocata = await passo(await nuovo(), 'convoca');
    const operatore = await world.scenario.operatore(base.ambito, { id: seduto.enteId });
    const answer = await world
      .as(operatore)
      .post(at(`/designazioni/${seduto.id}/azioni/revoca`), { motivazione: 'Cambia chi ci rappresenta.' }, { version: 1 });
    expect(answer.status).toBe(200);
    expect(await uscite(revocata)).toEqual(tolti());
  });

  it('is told to who takes their consent back, and to nobody else', async () => {
    const n = await passo(await nuovo(), 'convoca');
    await world.as(null).post('/consenso/azioni/ritira', {}, { headers: { 'x-segreto': seduto.persone[0]?.segreto ?? '' } });
    expect(await uscite(n)).toEqual([[seduto.persone[0]?.email, 'CANCEL']]);
  });
});

describe('an ente that is suspended', () => {
  it('does not sit, is not called, does not count; its return restores all', async () => {
    const conta = async () => {
      const { enti } = (await world.as(null).get<TavoloView>(at(`/tavoli/${base.tavolo.slug}`))).body;
      return enti.map(e => e.denominazione).includes(seduto.denominazione);
    };
    expect(await conta()).toBe(true);
    await sospendi(seduto.enteId);
    expect(await conta()).toBe(false);
    const bozza = await nuovo();
    const { destinatari } = (await come().get<AnteprimaConvocazioneView>(at(`/incontri/${bozza.id}/anteprima`))).body;
    expect(destinatari.map(d => d.ente).filter(Boolean)).toEqual([]);
    const persona = await world.scenario.persona({ email: seduto.persone[0]?.email ?? '' });
    const segue = async () => (await world.as(persona).get(at(`/tavoli/${base.tavolo.slug}/impegni`))).status;
    expect(await segue()).toBe(403);
    await sospendi(seduto.enteId, 'riattiva', 2);
    expect(await conta()).toBe(true);
    expect(await segue()).toBe(200);
    const poi = (await come().get<AnteprimaConvocazioneView>(at(`/incontri/${bozza.id}/anteprima`))).body;
    expect([...new Set(poi.destinatari.map(d => d.ente).filter(Boolean))]).toEqual([seduto.denominazione]);
  });
});
