import type { DesignazioneView, EsitiInsiemeView, OggiView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { dueRappresentanti } from '../../testing/scenario/rappresentanti.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
type Chi = Base['operatore'];
const MOTIVO = 'Manca il supplente, che il regolamento chiede.';

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const passo = (azione: string, input: object, chi: Chi, d: { id: string; version: number }) =>
  world.as(chi).post<DesignazioneView & Problem>(at(`/designazioni/${d.id}/azioni/${azione}`), input, { version: d.version });

async function inviata(): Promise<DesignazioneView> {
  const body = { avvisoId: base.avviso.id, tavoloId: base.tavolo.id, rappresentanti: dueRappresentanti() };
  const { body: bozza } = await world.as(base.operatore).post<DesignazioneView>(at(`/enti/${base.ente.id}/designazioni`), body);
  return (await passo('invia', {}, base.operatore, bozza)).body;
}
const chiedi = async (d: DesignazioneView) => (await passo('chiedi_integrazione', { motivazione: MOTIVO }, base.referente, d)).body;

const mails = async (id: string, tipo: string) =>
  world.db.query<{ a_indirizzo: string; testo: string }[]>(
    'SELECT a_indirizzo, testo FROM email WHERE oggetto_id = $1 AND tipo = $2 ORDER BY creata_at, a_indirizzo',
    [id, `designazione.${tipo}`],
  );
const segretoDi = async (id: string, indirizzo: string) =>
  /\/consenso#([A-Za-z0-9_-]{43})/.exec((await mails(id, 'consenso')).find(m => m.a_indirizzo === indirizzo)?.testo ?? '')?.[1] ?? '';
const consenso = (segreto: string, azione: string) =>
  world.as(null).post(`/consenso/azioni/${azione}`, {}, { headers: { 'x-segreto': segreto } });
const persone = (d: DesignazioneView) =>
  d.rappresentanti.map(({ ruolo, nome, cognome, email, telefono, qualifica }) => ({ ruolo, nome, cognome, email, telefono, qualifica }));
const tipiDiOggi = async (chi: Chi) =>
  (await world.as(chi).get<OggiView>(at('/oggi'))).body.gruppi.map(g => g.tipo).filter(t => t.startsWith('designazione'));
/** The last day that its ente has is past. */
const scade = (id: string) => world.db.query('UPDATE designazione SET integrare_entro = current_date - 2 WHERE id = $1', [id]);

describe('a designazione that is sent back to be completed', () => {
  it('goes to the ente with what it lacks, comes back to the queue with its number and its first day, and is accepted', async () => {
    const d = await inviata();
    const senza = await passo('chiedi_integrazione', {}, base.referente, d);
    expect([senza.status, senza.body.errors?.[0]?.pointer]).toEqual([400, '/motivazione']);
    const tornata = await chiedi(d);
    expect(tornata).toMatchObject({ stato: 'da_integrare', motivazione: MOTIVO, integrareEntro: expect.any(String), azioni: [] });
    const [mail] = await mails(d.id, 'da_integrare');
    expect(mail?.testo).toContain(MOTIVO);
    expect((await mails(d.id, 'da_integrare')).map(m => m.a_indirizzo).sort()).toEqual([base.ente.email, base.operatore.email].sort());

    const vista = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${d.id}`))).body;
    expect(vista.azioni).toEqual(['reinvia', 'revoca']);
    const completata = await passo('reinvia', {}, base.operatore, vista);
    expect(completata.body).toMatchObject({
      stato: 'inviata',
      motivazione: null,
      integrareEntro: null,
      numeroDiRegistro: d.numeroDiRegistro,
      inviataAt: d.inviataAt,
      reinviataAt: expect.any(String),
      veste: d.veste,
    });
    const { storia } = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${d.id}`))).body;
    expect(storia.map(a => a.azione)).toEqual(['reinvia', 'chiedi_integrazione', 'invia', 'crea'].map(a => `designazione.${a}`));
    expect((await mails(d.id, 'da_riesaminare')).map(m => m.a_indirizzo)).toEqual([base.referente.email]);
    expect((await passo('accetta', {}, base.referente, completata.body)).body.stato).toBe('accettata');
  });

  it('waits in Oggi for who acts for the ente, then again for who examines it', async () => {
    const d = await inviata();
    expect(await tipiDiOggi(base.referente)).toEqual(['designazione_in_attesa']);
    const tornata = await chiedi(d);
    expect(await tipiDiOggi(base.referente)).toEqual([]);
    expect(await tipiDiOggi(base.operatore)).toEqual(['designazione_da_completare']);
    await passo('reinvia', {}, base.operatore, tornata);
    expect(await tipiDiOggi(base.referente)).toEqual(['designazione_in_attesa']);
  });

  it('asks only who is new: who stays keeps the answer and the link, who is named no more is told and has none', async () => {
    const d = await inviata();
    const [titolare, supplente] = persone(d);
    const suo = await segretoDi(d.id, titolare?.email ?? '');
    expect((await consenso(suo, 'acconsenti')).status).toBe(200);
    const tornata = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${(await chiedi(d)).id}`))).body;
    const nuova = { ...supplente, nome: 'Nuova', cognome: 'Persona', email: 'nuova.persona@prova.test' };
    const { body } = await passo('reinvia', { rappresentanti: [{ ...titolare, telefono: '0983 123456' }, nuova] }, base.operatore, tornata);
    expect(body.rappresentanti.map(r => [r.cognome, r.consenso, r.telefono])).toEqual([
      [titolare?.cognome, 'dato', '0983 123456'],
      ['Persona', 'in_attesa', nuova.telefono],
    ]);
    expect((await mails(d.id, 'consenso')).map(m => m.a_indirizzo).sort()).toEqual([titolare?.email, supplente?.email, nuova.email].sort());
    expect((await mails(d.id, 'non_indicata')).map(m => m.a_indirizzo)).toEqual([supplente?.email]);
    expect((await consenso(await segretoDi(d.id, supplente?.email ?? ''), 'acconsenti')).status).toBe(404);
    expect((await consenso(suo, 'ritira')).status).toBe(200);
  });

  it('tells nobody that they are named no more whose name was only mistyped', async () => {
    const d = await inviata();
    const [titolare, supplente] = persone(d);
    await passo('reinvia', { rappresentanti: [{ ...titolare, nome: 'Corretto' }, supplente] }, base.operatore, await chiedi(d));
    expect(await mails(d.id, 'non_indicata')).toEqual([]);
    expect((await mails(d.id, 'consenso')).map(m => m.a_indirizzo).filter(a => a === titolare?.email)).toHaveLength(2);
  });

  it('refuses people who do not fit the seats, and leaves those who were there', async () => {
    const d = await inviata();
    const tornata = await chiedi(d);
    const troppi = [...persone(d), { ...persone(d)[0], email: 'altro@prova.test' }];
    const no = await passo('reinvia', { rappresentanti: troppi }, base.operatore, tornata);
    expect([no.status, no.body.errors?.[0]?.pointer]).toEqual([422, '/rappresentanti']);
    const dopo = await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${d.id}`));
    expect([dopo.body.stato, persone(dopo.body)]).toEqual(['da_integrare', persone(d)]);
  });

  it('is not refused, nor accepted, as long as its ente has time; afterwards it may be refused, and waits for who examines it', async () => {
    const d = await chiedi(await inviata());
    const presto = await passo('respingi', { motivazione: MOTIVO }, base.referente, d);
    expect([presto.status, presto.body.code]).toEqual([409, 'designazione.da_completare']);
    expect((await passo('accetta', {}, base.referente, d)).body.code).toBe('designazione.stato');
    await scade(d.id);
    expect(await tipiDiOggi(base.referente)).toEqual(['designazione_non_completata']);
    expect((await world.as(base.referente).get<DesignazioneView>(at(`/designazioni/${d.id}`))).body.azioni).toEqual(['respingi']);
    expect((await passo('respingi', { motivazione: MOTIVO }, base.referente, d)).body.stato).toBe('respinta');
  });

  it('has its days from the rules of the tavolo', async () => {
    await world.db.query(`UPDATE tavolo SET regole = '{"giorniIntegrazione": 3}' WHERE id = $1`, [base.tavolo.id]);
    const d = await chiedi(await inviata());
    const [{ giorni } = { giorni: 0 }] = await world.db.query<{ giorni: number }[]>(
      `SELECT integrare_entro - (now() AT TIME ZONE 'Europe/Rome')::date AS giorni FROM designazione WHERE id = $1`,
      [d.id],
    );
    expect(giorni).toBe(3);
  });

  it('is one answer under way: its ente begins no other for the tavolo, and it counts among the tavoli of the avviso', async () => {
    await chiedi(await inviata());
    const body = { avvisoId: base.avviso.id, tavoloId: base.tavolo.id, rappresentanti: dueRappresentanti() };
    const altra = await world.as(base.operatore).post<Problem>(at(`/enti/${base.ente.id}/designazioni`), body);
    expect([altra.status, altra.body.code]).toEqual([409, 'designazione.esiste']);

    await world.db.query(`UPDATE avviso SET tavoli_vincolo = 'vincolante', tavoli_massimi = 1 WHERE id = $1`, [base.avviso.id]);
    const tavolo = await world.scenario.tavolo(base.ambito);
    await world.db.query('INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) VALUES ($1, $2, $3)', [
      base.ambito.id,
      base.avviso.id,
      tavolo.id,
    ]);
    const seconda = await world.scenario.designazione(base.ambito, { ...base, tavolo });
    expect((await passo('invia', {}, base.operatore, seconda)).body.code).toBe('designazione.troppi_tavoli');
  });

  it('is left out where several are accepted at once, with the reason', async () => {
    const d = await chiedi(await inviata());
    const scelte = { designazioni: [{ id: d.id, version: d.version }] };
    const { body } = await world.as(base.referente).post<EsitiInsiemeView>(at('/designazioni/accettazioni/anteprima'), scelte);
    expect(body.items.map(e => e.perche)).toEqual([expect.any(String)]);
  });

  it('who sat in what it replaces goes back there when the replacement, sent again, names them no more', async () => {
    const prima = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const bozza = (await passo('sostituisci', {}, base.operatore, prima)).body;
    const nuova = (await passo('invia', {}, base.operatore, bozza)).body;
    expect(nuova.rappresentanti.map(r => r.consenso)).toEqual(['dato', 'dato']);
    const tornata = await chiedi(nuova);
    const vecchia = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${prima.id}`))).body;
    await passo('revoca', { motivazione: MOTIVO }, base.operatore, vecchia);
    const ancora = (await world.as(base.operatore).get<DesignazioneView>(at(`/designazioni/${tornata.id}`))).body;
    const { status, body } = await passo('reinvia', { rappresentanti: dueRappresentanti() }, base.operatore, ancora);
    expect([status, body.stato]).toEqual([200, 'inviata']);
    expect((await mails(tornata.id, 'non_indicata')).map(m => m.a_indirizzo).sort()).toEqual(prima.persone.map(p => p.email).sort());
    const sedute = await world.db.query<{ designazione_id: string }[]>(
      'SELECT r.designazione_id FROM mandato m JOIN rappresentante r ON r.id = m.rappresentante_id WHERE m.ambito_id = $1',
      [base.ambito.id],
    );
    expect(sedute.map(s => s.designazione_id)).toEqual([prima.id, prima.id]);
  });
});
