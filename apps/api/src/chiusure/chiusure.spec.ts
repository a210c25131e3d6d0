import type {
  AnteprimaConvocazioneView,
  ContributoGestioneView,
  DesignazioneView,
  IncontroView,
  ModuloContributoView,
  PrimaDiChiudereView,
  Problem,
  TavoloView,
} from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { bozzaDi, creaIncontro, esegui } from '../../testing/scenario/incontri.js';
import { FineMandatiService } from './fine-mandati.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
});

const OGGI = new Date().toISOString().slice(0, 10);
const ATTO = { tipo: 'Determina', numero: '152', data: '2026-01-10' };
const MOTIVO = 'Le sue attività continuano altrove.';
const at = (percorso = '') => `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}${percorso}`;
const nellAmbito = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const pagina = async (slug = base.tavolo.slug) => (await world.as(null).get<TavoloView>(nellAmbito(`/tavoli/${slug}`))).body;
const chiudi = async (input: object = {}, chi = base.coordinatore) =>
  world
    .as(chi)
    .post<TavoloView & Problem>(
      at('/chiusura'),
      { atto: ATTO, il: OGGI, confluisceIn: null, motivazione: MOTIVO, ...input },
      { version: (await pagina()).version },
    );
const prima = async () => (await world.as(base.coordinatore).get<PrimaDiChiudereView>(at('/chiusura'))).body;
const mails = (tipo: string) =>
  world.db
    .query<{ a: string }[]>('SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1', [tipo, base.ambito.id])
    .then(righe => righe.map(({ a }) => a));
const convocato = async () => {
  const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  return esegui(world, base.ambito, bozza, base.referente, 'convoca', {});
};
const incontro = async (id: string) => (await world.as(base.referente).get<IncontroView>(nellAmbito(`/incontri/${id}`))).body;

describe('a tavolo that an act closes', () => {
  it('ends its seats, calls off what was called, says so on its page, and keeps its address', async () => {
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const n = await convocato();
    await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    const invito = await world.scenario.postoDiretto(base.ambito, base.tavolo, await world.scenario.ente(base.ambito));
    expect(await prima()).toMatchObject({ daAnnullare: [{ id: n.id }], bozze: 1, inviti: 1, inCorso: [], daDecidere: 0 });
    expect((await chiudi({}, base.referente)).status).toBe(403);
    expect((await chiudi({ il: '2099-01-01' })).body.errors?.[0]?.pointer).toBe('/il');

    const chiuso = await chiudi();
    expect(chiuso.body).toMatchObject({ chiusoIl: OGGI, chiusura: { atto: ATTO, confluitoIn: null }, enti: [] });
    expect(JSON.stringify(await pagina())).not.toContain(MOTIVO);
    expect((await incontro(n.id)).stato).toBe('annullato');
    const persone = seduta.persone.map(p => p.email).sort();
    expect(await mails('incontro.annullamento')).toEqual(expect.arrayContaining(persone));
    expect(await mails('posto.cessato')).toEqual(expect.arrayContaining(persone));
    expect(await world.db.query('SELECT stato FROM posto_diretto WHERE id = $1', [invito.id])).toEqual([{ stato: 'ritirata' }]);
    expect(await world.db.query(`SELECT 1 FROM incontro WHERE tavolo_id = $1 AND stato = 'bozza'`, [base.tavolo.id])).toEqual([]);
    const fine = await world.db.query<{ m: string }[]>('SELECT DISTINCT motivo_fine AS m FROM mandato WHERE tavolo_id = $1', [
      base.tavolo.id,
    ]);
    expect(fine.map(r => r.m)).toEqual(['tavolo_chiuso']);
    expect((await chiudi()).body.code).toBe('tavolo.chiuso');
  });

  it('waits for what is under way: an incontro, an answer that nobody has decided on', async () => {
    const inviata = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    expect((await chiudi()).body.code).toBe('tavolo.designazioni_da_decidere');
    await world.db.query(`UPDATE designazione SET stato = 'respinta', motivazione = 'x' WHERE id = $1`, [inviata.id]);
    await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'in_corso' });
    expect((await prima()).inCorso.length).toBe(1);
    expect((await chiudi()).body.code).toBe('tavolo.incontro_in_corso');
  });

  it('begins nothing new: neither incontri nor contributi nor seats, whatever way is tried', async () => {
    await chiudi();
    const nuovo = await world.as(base.referente).post<Problem>(at('/incontri'), bozzaDi());
    expect([nuovo.status, nuovo.body.code]).toEqual([409, 'tavolo.chiuso']);
    expect((await world.as(null).get<ModuloContributoView>(at('/contributi/modulo'))).body.ricezione).toBe('chiusa');
    const altro = await world.scenario.tavolo(base.ambito);
    const contributo = await world.scenario.contributo(base.ambito, altro, { stato: 'in_esame' });
    const spostato = await world
      .as(base.coordinatore)
      .post<Problem>(
        nellAmbito(`/contributi/${contributo.id}/spostamenti`),
        { tavoloId: base.tavolo.id, motivazione: MOTIVO },
        { version: contributo.version },
      );
    expect([spostato.status, spostato.body.code]).toEqual([409, 'tavolo.chiuso']);
    const plenaria = await world.as(base.coordinatore).post<{ incontri: { id: string }[] }>(nellAmbito('/plenarie'), bozzaDi());
    const tavoli = await world.db.query('SELECT tavolo_id AS id FROM incontro_tavolo WHERE incontro_id = $1', [
      plenaria.body.incontri[0]?.id,
    ]);
    expect(tavoli).toEqual([{ id: altro.id }]);
  });

  it('is told by every table that may begin something there: the others say why not', async () => {
    const ALTRE = [
      'tavolo',
      'tavolo_area',
      'mandato',
      'decadenza',
      'incarico',
      'incontro',
      'invitato',
      'presenza',
      'modello_odg',
      'verbale',
      'allegato',
    ];
    const righe = await world.db.query<{ tabella: string; chiede: boolean }[]>(
      `SELECT DISTINCT c.conrelid::regclass::text AS tabella, EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.conrelid AND g.tgfoid = 'tavolo_aperto'::regproc) AS chiede
       FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = 'tavolo'::regclass ORDER BY 1`,
    );
    expect(righe.filter(r => !r.chiede && !ALTRE.includes(r.tabella))).toEqual([]);
  });
});

describe('a tavolo that goes into another', () => {
  it('takes along seats, veste, consent and links; who sits there already is not seated twice; contributi go too', async () => {
    const verso = await world.scenario.tavolo(base.ambito);
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato', veste: 'osservatore' });
    const doppio = await world.scenario.ente(base.ambito);
    for (const tavolo of [base.tavolo, verso])
      await world.scenario.designazione(base.ambito, { ...base, tavolo, ente: doppio, stato: 'accettata', consenso: 'dato' });
    const aperto = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'in_esame' });
    const daConfermare = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'da_confermare' });
    const primaMails = (await mails('contributo.spostato')).length;

    expect((await chiudi({ confluisceIn: base.tavolo.id })).body.errors?.[0]?.pointer).toBe('/confluisceIn');
    const chiuso = await chiudi({ confluisceIn: verso.id });
    expect(chiuso.body.chiusura?.confluitoIn?.slug).toBe(verso.slug);
    const nuova = await pagina(verso.slug);
    expect(nuova.confluiti.map(t => t.id)).toEqual([base.tavolo.id]);
    expect(nuova.enti.map(e => [e.veste, e.rappresentanti.length]).sort()).toEqual([
      ['componente', 2],
      ['osservatore', 2],
    ]);
    const storia = await world.db.query<{ tavolo: string; finito: boolean }[]>(
      `SELECT tavolo_id AS tavolo, al IS NOT NULL AS finito FROM mandato WHERE rappresentante_id = $1 ORDER BY dal, al`,
      [seduta.persone[0]?.id],
    );
    expect(storia).toEqual([
      { tavolo: base.tavolo.id, finito: true },
      { tavolo: verso.id, finito: false },
    ]);
    const link = await world
      .as(null)
      .get<{ tavolo: { id: string } }>('/consenso', { headers: { 'x-segreto': seduta.persone[0]?.segreto ?? '' } });
    expect(link.text).toContain(verso.nome);
    const vecchia = (await world.as(base.coordinatore).get<DesignazioneView>(nellAmbito(`/designazioni/${seduta.id}`))).body;
    expect([vecchia.stato, vecchia.causaFine]).toEqual(['cessata', 'tavolo_chiuso']);
    expect(await mails('posto.passato')).toEqual(expect.arrayContaining(seduta.persone.map(p => p.email)));

    const passati = await world.db.query<{ t: string }[]>('SELECT tavolo_id AS t FROM contributo WHERE id = ANY($1)', [
      [aperto.id, daConfermare.id],
    ]);
    expect(passati).toEqual([{ t: verso.id }, { t: verso.id }]);
    expect((await mails('contributo.spostato')).length).toBe(primaMails + 1);
    const letto = await world.as(base.coordinatore).get<ContributoGestioneView>(nellAmbito(`/contributi/${aperto.id}/gestione`));
    expect(letto.status === 200 ? letto.body.tavolo.id : verso.id).toBe(verso.id);
  });

  it('of those who close and those who begin something at once, one waits for the other', async () => {
    const verso = await world.scenario.tavolo(base.ambito);
    const [chiusura, nuovo] = await Promise.all([
      chiudi({ confluisceIn: verso.id }),
      world.as(base.referente).post<Problem>(at('/incontri'), bozzaDi()),
    ]);
    expect(chiusura.status).toBeLessThan(300);
    const restano = await world.db.query(`SELECT 1 FROM incontro WHERE tavolo_id = $1 AND stato <> 'annullato'`, [base.tavolo.id]);
    expect([restano.length, [201, 409].includes(nuovo.status)]).toEqual([0, true]);
  });
});

describe('mandates that end with the Piano', () => {
  const regola = () =>
    world.db.query(
      `UPDATE ambito SET impostazioni = jsonb_set(coalesce(impostazioni, '{}'), '{regole}', '{"mandatiColPiano": true}') WHERE id = $1`,
      [base.ambito.id],
    );
  const piano = (al: number) => world.db.query('UPDATE piano_di_zona SET dal = $2, al = $2 WHERE ambito_id = $1', [base.ambito.id, al]);
  const passa = () => world.app.get(FineMandatiService).passa();
  const di = async (tipo: string) => (await mails(tipo)).length;

  it('nobody sits from then on; they are told once, calendars too; a Piano that is prolonged restores all', async () => {
    const seduta = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const n = await convocato();
    await piano(2020);
    await passa();
    expect([(await pagina()).mandatiFiniti, (await pagina()).enti.length, await di('mandato.finito')]).toEqual([false, 1, 0]);
    await regola();
    expect([(await pagina()).mandatiFiniti, (await pagina()).enti]).toEqual([true, []]);
    await passa();
    expect(await mails('mandato.finito')).toEqual(expect.arrayContaining(seduta.persone.map(p => p.email)));
    const dette = await di('mandato.finito');
    expect((await mails('incontro.uscita')).sort()).toEqual(seduta.persone.map(p => p.email).sort());
    await passa();
    expect(await di('mandato.finito')).toBe(dette);
    const bozza = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
    const anteprima = await world.as(base.referente).get<AnteprimaConvocazioneView>(nellAmbito(`/incontri/${bozza.id}/anteprima`));
    expect(anteprima.body.esclusi.map(e => e.motivo)).toEqual(['piano_finito']);
    await piano(2099);
    expect([(await pagina()).enti.length, (await incontro(n.id)).stato]).toEqual([1, 'convocato']);
  });

  it('the office is reminded once, within the last sixty days', async () => {
    await regola();
    const [{ vicino } = { vicino: false }] = await world.db.query<{ vicino: boolean }[]>(
      `SELECT make_date(extract(year FROM now() AT TIME ZONE 'Europe/Rome')::int, 12, 31) - 60 <= (now() AT TIME ZONE 'Europe/Rome')::date AS vicino`,
    );
    await piano(new Date().getFullYear());
    await passa();
    await passa();
    expect(await mails('mandato.in_scadenza')).toEqual(vicino ? [base.coordinatore.email] : []);
  });
});
