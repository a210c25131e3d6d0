import type { DirettiCreatiView, DirettoView, NominaView, Pagina, Problem, TavoloView } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { newKey } from '../../testing/client.js';
import { ScadenzeDirettiService } from './scadenze.service.js';

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

const ATTO = { numero: '152', data: '2026-11-08' };
const NUOVO = {
  denominazione: 'Azienda sanitaria di prova',
  naturaGiuridica: 'azienda_sanitaria',
  codiceFiscale: '01234567897',
  codiceIpa: '',
  pec: 'asl@pec.test',
  email: '',
};
const at = (path = '') => `/ambiti/${base.ambito.slug}/posti-diretti${path}`;
const invita = (fields: Record<string, unknown> = {}, chi = base.coordinatore, key = newKey()) =>
  world
    .as(chi)
    .post<DirettiCreatiView & Problem>(
      at(),
      { enteId: null, nuovo: NUOVO, tavoli: [base.tavolo.id], veste: 'istituzionale', titolari: 1, supplenti: 1, atto: ATTO, ...fields },
      { key },
    );
const elenco = async () => (await world.as(base.coordinatore).get<Pagina<DirettoView>>(at())).body.items;
/** The secret of the last mail of that kind. */
async function segreto(tipo = 'diretto.invito'): Promise<string> {
  const [mail] = await world.db.query<{ testo: string }[]>('SELECT testo FROM email WHERE tipo = $1 ORDER BY creata_at DESC, id LIMIT 1', [
    tipo,
  ]);
  return /#([A-Za-z0-9_-]{20,})/.exec(mail?.testo ?? '')?.[1] ?? '';
}
const leggi = (s: string) => world.as(null).get<NominaView & Problem>('/nomina', { headers: { 'x-segreto': s } });
const persona = (ruolo: string, email: string) => ({ ruolo, nome: 'Ada', cognome: 'Neri', email, telefono: '', qualifica: '' });
const rispondi = (s: string, azione: string, body: object) =>
  world.as(null).post<NominaView & Problem>(`/nomina/azioni/${azione}`, body, { headers: { 'x-segreto': s }, key: newKey() });
const tipi = async () => (await world.db.query<{ tipo: string }[]>('SELECT DISTINCT tipo FROM email ORDER BY 1')).map(r => r.tipo);

describe('a seat offered without an avviso', () => {
  it('is answered by the mailed link, and sits there once the person consents', async () => {
    expect((await invita()).body.esiti).toEqual([{ ente: NUOVO.denominazione, tavolo: base.tavolo.nome, esito: 'invitato' }]);
    const s = await segreto();
    const [posto] = (await leggi(s)).body.posti;
    expect(posto).toMatchObject({ stato: 'in_attesa', veste: 'istituzionale', azioni: ['nomina', 'declina'] });
    const postoId = posto?.id ?? '';
    expect((await rispondi(s, 'nomina', { postoId, rappresentanti: [] })).body.errors?.[0]?.pointer).toBe('/rappresentanti');
    const data = await rispondi(s, 'nomina', { postoId, rappresentanti: [persona('titolare', 'ada.neri@asl.test')] });
    expect([data.status, data.body.posti[0]]).toEqual([200, expect.objectContaining({ stato: 'nominata', azioni: [] })]);
    expect((await rispondi(s, 'declina', { postoId })).body.code).toBe('diretto.stato');
    expect(await tipi()).toEqual(expect.arrayContaining(['diretto.ricevuta', 'diretto.nominata', 'designazione.consenso']));
    const consenso = await segreto('designazione.consenso');
    expect((await world.as(null).post('/consenso/azioni/acconsenti', {}, { headers: { 'x-segreto': consenso } })).status).toBe(200);
    const tavolo = await world.as(null).get<TavoloView>(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`);
    expect(tavolo.text).toContain(NUOVO.denominazione);
    expect(tavolo.body.enti[0]?.rappresentanti).toEqual([{ nome: 'Ada', cognome: 'Neri', ruolo: 'titolare' }]);
    const [d] = await elenco();
    const vista = await world
      .as(base.coordinatore)
      .get<{ avviso: unknown }>(`/ambiti/${base.ambito.slug}/designazioni/${d?.designazioneId ?? ''}`);
    expect([vista.status, vista.body.avviso]).toEqual([200, null]);
  });

  it('is offered once: a double click, and who sits or is invited already', async () => {
    const key = newKey();
    const [uno, due] = [await invita({}, base.coordinatore, key), await invita({}, base.coordinatore, key)];
    expect(due.body).toEqual(uno.body);
    expect(await elenco()).toHaveLength(1);
    expect((await invita()).body.errors?.[0]).toMatchObject({ pointer: '/nuovo/codiceFiscale', code: 'diretto.ente_esiste' });
    const enteId = (await elenco())[0]?.ente.id;
    expect((await invita({ enteId, nuovo: null })).body.esiti[0]?.esito).toBe('gia_invitato');
    await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    expect((await invita({ enteId: base.ente.id, nuovo: null })).body.esiti[0]?.esito).toBe('siede_gia');
  });

  it('is renewed and taken back by the coordinatore alone, and its link says so', async () => {
    await invita();
    const [d] = await elenco();
    const passo = (azione: string, chi = base.coordinatore, body = {}, version = d?.version ?? 0) =>
      world.as(chi).post<DirettoView & Problem>(at(`/${d?.id ?? ''}/azioni/${azione}`), body, { version });
    expect((await passo('ritira', base.ufficio, { motivazione: 'Era un errore nostro.' })).status).toBe(403);
    expect((await invita({}, base.ufficio)).status).toBe(403);
    const s = await segreto();
    expect((await rispondi(s, 'declina', { postoId: d?.id, motivo: 'Non abbiamo personale.' })).body.posti[0]?.stato).toBe('declinata');
    expect((await elenco())[0]).toMatchObject({ stato: 'declinata', motivazione: 'Non abbiamo personale.', azioni: ['rinnova'] });
    expect((await passo('rinnova', base.coordinatore, {}, 2)).body).toMatchObject({ stato: 'in_attesa', motivazione: null });
    expect((await passo('ritira', base.coordinatore, { motivazione: 'Era un errore nostro.' }, 3)).body.stato).toBe('ritirata');
    expect((await leggi(s)).body.posti[0]).toMatchObject({ stato: 'ritirata', azioni: [] });
    expect((await leggi('x'.repeat(43))).status).toBe(404);
  });

  it('a new invitation changes the people: the earlier ones give way', async () => {
    await invita();
    const [primo] = await elenco();
    const nomina = async (postoId: string, email: string) =>
      rispondi(await segreto(), 'nomina', { postoId, rappresentanti: [persona('titolare', email)] });
    await nomina(primo?.id ?? '', 'prima@asl.test');
    await invita({ enteId: primo?.ente.id, nuovo: null });
    const secondo = (await elenco()).find(d => d.stato === 'in_attesa');
    expect((await nomina(secondo?.id ?? '', 'seconda@asl.test')).status).toBe(200);
    const stati = await world.db.query('SELECT stato FROM designazione WHERE ente_id = $1 ORDER BY creata_at', [primo?.ente.id]);
    expect(stati).toEqual([{ stato: 'sostituita' }, { stato: 'accettata' }]);
  });
});

describe('the comuni of the ambito', () => {
  it('are invited in one step: what is missing to write to one is asked on its field', async () => {
    await world.db.query(`INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, '078001', 'Prova', 'Z001', 1000)`, [
      base.ambito.id,
    ]);
    const comuni = (await world.as(base.coordinatore).get<{ items: { istat: string; nome: string; ente: unknown }[] }>(at('/comuni'))).body
      .items;
    expect(comuni.length).toBeGreaterThan(0);
    const manda = (dati: object) =>
      world.as(base.coordinatore).post<DirettiCreatiView & Problem>(
        at('/comuni'),
        {
          comuni: [{ istat: comuni[0]?.istat, codiceFiscale: '', pec: '', ...dati }],
          tavoli: [base.tavolo.id],
          veste: 'istituzionale',
          titolari: 1,
          supplenti: 0,
          atto: ATTO,
        },
        { key: newKey() },
      );
    expect((await manda({})).body.errors?.[0]?.pointer).toBe('/comuni/0/codiceFiscale');
    expect((await manda({ codiceFiscale: '01234567897', pec: 'comune@pec.test' })).body.esiti[0]?.esito).toBe('invitato');
    expect((await manda({})).body.esiti[0]?.esito).toBe('gia_invitato');
    const [ente] = await world.db.query(
      'SELECT stato, natura_giuridica, comune_istat FROM ente WHERE codice_fiscale = $1 AND ambito_id = $2',
      ['01234567897', base.ambito.id],
    );
    expect(ente).toEqual({ stato: 'verificato', natura_giuridica: 'comune', comune_istat: comuni[0]?.istat });
  });
});

describe('by the clock', () => {
  it('an invitation is reminded after twenty days, and ends after thirty: the link answers no more', async () => {
    const ente = await world.scenario.ente(base.ambito);
    const [vicino, passato, lontano] = [
      await world.scenario.postoDiretto(base.ambito, base.tavolo, ente, { giorni: 9 }),
      await world.scenario.postoDiretto(base.ambito, base.tavolo, await world.scenario.ente(base.ambito), { giorni: -1 }),
      await world.scenario.postoDiretto(base.ambito, base.tavolo, await world.scenario.ente(base.ambito), { giorni: 20 }),
    ];
    expect((await rispondi(passato.segreto, 'declina', { postoId: passato.id })).body.code).toBe('diretto.stato');
    const servizio = world.app.get(ScadenzeDirettiService);
    await servizio.passa();
    expect(await servizio.passa()).toEqual({ solleciti: 0, scaduti: 0 });
    const mails = await world.db.query<{ tipo: string; oggetto_id: string }[]>(
      `SELECT DISTINCT tipo, oggetto_id FROM email WHERE tipo IN ('diretto.sollecito', 'diretto.scaduta')`,
    );
    expect(mails).toEqual(
      expect.arrayContaining([
        { tipo: 'diretto.sollecito', oggetto_id: vicino.invitoId },
        { tipo: 'diretto.scaduta', oggetto_id: passato.invitoId },
      ]),
    );
    expect(mails.map(m => m.oggetto_id)).not.toContain(lontano.invitoId);
    expect((await leggi(passato.segreto)).body.posti[0]?.stato).toBe('scaduta');
    expect((await leggi(vicino.segreto)).body.posti[0]?.azioni).toEqual(['nomina', 'declina']);
  });
});
