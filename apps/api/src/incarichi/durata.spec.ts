import type { IncaricoView, Pagina, Problem, SessioneView, TavoloView } from '@tavoli/shared';
import { fineDiIncarico, instantToRomeWall } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { confirmation, newAddress, registered, Visitor } from '../../testing/scenario/accounts.js';
import type { Persona } from '../../testing/scenario.js';
import { Bus } from '../platform/realtime/bus.js';
import { ScadenzeIncarichiService } from './scadenze.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let persona: Persona;
const riautenticati: string[] = [];
beforeAll(async () => {
  world = await testWorld();
  world.app.get(Bus).on('account', event => riautenticati.push(event.accountId));
});
beforeEach(async () => {
  base = await world.scenario.base();
  persona = await world.scenario.persona();
});
afterAll(() => world.close());

const giorno = (tra: number) => instantToRomeWall(new Date(Date.now() + tra * 86_400_000)).slice(0, 10);
const at = (path = '') => `/ambiti/${base.ambito.slug}/incarichi${path}`;
const letti = async (path = '') => (await world.as(base.coordinatore).get<Pagina<IncaricoView>>(at(path))).body.items;
const assegna = (fields: Record<string, unknown>) =>
  world
    .as(base.coordinatore)
    .post<IncaricoView & Problem>(at(), { email: persona.email, ruolo: 'ufficio_di_piano', tavoloId: null, ...fields });
const rinnova = (id: string, fields: Record<string, unknown>) =>
  world.as(base.coordinatore).post<IncaricoView & Problem>(at(`/${id}/rinnova`), {
    atto: { numero: '99', data: giorno(-1) },
    verifica: 'L’incarico è andato bene.',
    ...fields,
  });
const entra = async (chi: Persona) => (await world.as(chi).get(at())).status;
const scadeva = (id: string, tra: number) => world.db.query('UPDATE incarico SET scade_il = $2 WHERE id = $1', [id, giorno(tra)]);
const mails = async (id: string, tipo: string) =>
  world.db.query<{ a: string; testo: string }[]>(
    'SELECT a_indirizzo AS a, testo FROM email WHERE oggetto_id = $1 AND tipo = $2 ORDER BY 1',
    [id, tipo],
  );
const scadenze = () => world.app.get(ScadenzeIncarichiService);

describe('how long an incarico lasts', () => {
  it('carries its act, begins on its day and lasts a year where nothing else is said', async () => {
    const atto = { numero: '152', data: giorno(-3) };
    const dato = await assegna({ atto, comuneDi: 'Comune di Prova' });
    expect(dato.body).toMatchObject({
      atto,
      comuneDi: 'Comune di Prova',
      scadeIl: fineDiIncarico(giorno(0)),
      rinnovi: [],
      invitato: false,
    });
    expect((await mails(dato.body.id, 'incarico.assegnato'))[0]?.testo).toContain('n. 152');
    const altro = await assegna({ ruolo: 'referente', tavoloId: base.tavolo.id, dal: giorno(5), scadeIl: giorno(40) });
    expect(altro.body).toMatchObject({ scadeIl: giorno(40) });
    for (const [fields, pointer] of [
      [{ scadeIl: giorno(-1) }, '/scadeIl'],
      [{ dal: giorno(9), scadeIl: giorno(8) }, '/scadeIl'],
      [{ atto: { numero: '', data: giorno(0) } }, '/atto/numero'],
    ] as const)
      expect((await assegna({ ruolo: 'coordinatore', ...fields })).body.errors?.[0]?.pointer).toBe(pointer);
  });

  it('A-8: gives nothing before its first day, nothing after its last one, to no session, page or mail', async () => {
    const futuro = await assegna({ dal: giorno(2) });
    expect([futuro.status, await entra(persona)]).toEqual([201, 403]);
    await world.db.query('UPDATE incarico SET dal = now() WHERE id = $1', [futuro.body.id]);
    expect(await entra(persona)).toBe(200);
    await scadeva(futuro.body.id, 0);
    expect(await entra(persona)).toBe(200);
    await scadeva(futuro.body.id, -1);
    expect(await entra(persona)).toBe(403);
    expect((await world.as(persona).get<SessioneView>('/sessione')).body.incarichi).toEqual([]);
    const suo = (await letti()).find(i => i.email === base.referente.email);
    await scadeva(suo?.id ?? '', -1);
    await world.app.get(ScadenzeIncarichiService).passa();
    const tavolo = await world.as(null).get<TavoloView>(`/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}`);
    expect(tavolo.body.referente).toBeNull();
  });

  it('is written down by the clock: what is open ends, the person is told, and it stays in the history', async () => {
    const { id } = (await assegna({})).body;
    riautenticati.length = 0;
    await scadeva(id, -1);
    await Promise.all([scadenze().passa(), scadenze().passa()]);
    while (!riautenticati.includes(persona.id)) await new Promise(resolve => setTimeout(resolve, 5));
    expect(await mails(id, 'incarico.terminato')).toHaveLength(1);
    const acts = await world.db.query('SELECT azione FROM registro WHERE oggetto_id = $1 ORDER BY seq', [id]);
    expect(acts).toEqual([{ azione: 'incarico.assegna' }, { azione: 'incarico.scade' }]);
    expect((await letti()).map(i => i.id)).not.toContain(id);
    expect((await letti('/storia')).find(i => i.id === id)).toMatchObject({ email: persona.email, al: expect.any(String) });
  });

  it('leaves room for another from the moment it is past, whether or not the clock was there', async () => {
    const { id } = (await assegna({})).body;
    await scadeva(id, -1);
    const ancora = await assegna({});
    expect(ancora.status).toBe(201);
    expect((await letti('/storia')).map(i => i.id)).toContain(id);
  });

  it('is renewed by an act of its own, after a look at how it went', async () => {
    const { id } = (await assegna({ atto: { numero: '1', data: giorno(-2) }, scadeIl: giorno(20) })).body;
    expect((await rinnova(id, { scadeIl: giorno(20) })).body.errors?.[0]?.pointer).toBe('/scadeIl');
    expect((await rinnova(id, { scadeIl: giorno(385), verifica: '' })).body.errors?.[0]?.pointer).toBe('/verifica');
    const dopo = await rinnova(id, { scadeIl: giorno(385) });
    expect([dopo.status, dopo.body]).toEqual([
      200,
      expect.objectContaining({
        scadeIl: giorno(385),
        atto: { numero: '1', data: giorno(-2) },
        rinnovi: [expect.objectContaining({ scadevaIl: giorno(20), scadeIl: giorno(385), atto: { numero: '99', data: giorno(-1) } })],
      }),
    ]);
    expect(await mails(id, 'incarico.rinnovato')).toHaveLength(1);
    const insieme = await Promise.all([rinnova(id, { scadeIl: giorno(750) }), rinnova(id, { scadeIl: giorno(750) })]);
    expect(insieme.map(r => r.status).sort()).toEqual([200, 400]);
    expect((await world.as(base.ufficio).post(at(`/${id}/rinnova`), {})).status).toBe(403);
  });

  it('is told 60 days before its end, once for each end, to its holder and to who may renew it', async () => {
    const { id } = (await assegna({ scadeIl: giorno(61) })).body;
    await scadenze().ricorda();
    expect(await mails(id, 'incarico.in_scadenza')).toEqual([]);
    await scadeva(id, 12); // the machine was off for weeks
    await Promise.all([scadenze().ricorda(), scadenze().ricorda()]);
    expect((await mails(id, 'incarico.in_scadenza')).map(m => m.a)).toEqual([base.coordinatore.email, persona.email].sort());
    await rinnova(id, { scadeIl: giorno(50) });
    await scadenze().ricorda();
    expect(await mails(id, 'incarico.in_scadenza')).toHaveLength(4);
  });
});

describe('an incarico given to who has no account', () => {
  const invita = async (email: string, fields: Record<string, unknown> = {}) => {
    const dato = await assegna({ email, ...fields });
    const [mail] = await mails(dato.body.id, 'incarico.invito');
    return { dato, segreto: /conferma\/incarico#([\w-]{43})/.exec(mail?.testo ?? '')?.[1] ?? '', testo: mail?.testo ?? '' };
  };

  it('A-3: is an invitation by mail: the link lets them choose a password and take it', async () => {
    const email = newAddress();
    const { dato, segreto, testo } = await invita(email, { ruolo: 'referente', tavoloId: base.tavolo.id });
    expect(dato.body).toMatchObject({ email, invitato: true, nome: '', cognome: '' });
    expect(testo).toContain(base.tavolo.nome);
    expect((await invita(email, { ruolo: 'referente', tavoloId: base.tavolo.id })).dato.body.code).toBe('incarico.esiste');
    const visitor = new Visitor(world);
    expect((await visitor.post('/account/incarico/usa', { ...confirmation(segreto), password: 'corta' })).status).toBe(400);
    expect((await visitor.post('/account/incarico/usa', confirmation(segreto))).status).toBe(204);
    const sessione = (await visitor.get<SessioneView>('/sessione')).body;
    expect(sessione).toMatchObject({ account: { email }, incarichi: [{ ruolo: 'referente', tavolo: { id: base.tavolo.id } }] });
    expect((await new Visitor(world).post('/account/incarico/usa', confirmation(segreto))).status).toBe(404);
    expect((await mails(dato.body.id, 'incarico.accettato')).map(m => m.a)).toEqual([base.coordinatore.email]);
    expect((await letti()).find(i => i.id === dato.body.id)).toMatchObject({ invitato: false, cognome: sessione.account?.cognome });
  });

  it('is theirs as well when they register by themselves, and the link is good for nothing more', async () => {
    const email = newAddress();
    const { segreto } = await invita(email);
    const { visitor } = await registered(world, { email });
    expect((await visitor.get<SessioneView>('/sessione')).body.incarichi).toEqual([expect.objectContaining({ ruolo: 'ufficio_di_piano' })]);
    expect((await new Visitor(world).post('/account/incarico/usa', confirmation(segreto))).status).toBe(404);
  });

  it('ends with the invitation: taken back, or not taken for 30 days', async () => {
    const [ritirato, vecchio] = [await invita(newAddress()), await invita(newAddress())];
    expect((await world.as(base.coordinatore).post(at(`/${ritirato.dato.body.id}/termina`))).status).toBe(200);
    expect((await new Visitor(world).post('/account/incarico/usa', confirmation(ritirato.segreto))).status).toBe(404);
    await world.db.query(`UPDATE incarico SET invitato_at = now() - interval '31 days' WHERE id = $1`, [vecchio.dato.body.id]);
    expect((await new Visitor(world).post('/account/incarico/usa', confirmation(vecchio.segreto))).status).toBe(410);
    expect((await scadenze().passa()).inviti).toBeGreaterThan(0);
    const restano = await world.db.query('SELECT 1 FROM incarico WHERE id = ANY($1)', [[ritirato.dato.body.id, vecchio.dato.body.id]]);
    expect(restano).toEqual([]);
  });
});
