import type { AmbitoView, ImpostazioniView, Problem, SessioneView } from '@tavoli/shared';
import { confirmation, mailsTo, newAddress, Visitor } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const input = (slug: string, coordinatore: string) => ({
  slug,
  nome: 'Prova',
  regione: 'Sardegna',
  nomeEsteso: { testo: 'ambito PLUS di Prova', articolo: 'l’' },
  capofila: 'Comune di Prova',
  contatti: { indirizzo: 'Piazza 1', email: 'a@prova.test', pec: 'a@pec.test', telefono: '0983 000000' },
  comuni: ['018110', '018046'],
  piano: { titolo: 'PLUS', dal: 2027, al: 2029 },
  coordinatore,
});

describe('an ambito', () => {
  it('is made by the administrator of the installation, with its areas, its Piano and a coordinatore who can start at once', async () => {
    const admin = await world.scenario.persona({ amministratore: true });
    const coordinatore = await world.scenario.persona();
    const made = await world.as(admin).post<AmbitoView>('/ambiti', input('ambito-nuovo', coordinatore.email));
    expect(made.status).toBe(201);
    expect(made.body.aree).toHaveLength(9);
    expect([made.body.parole.piano.testo, made.body.parole.nomeEsteso.testo, made.body.comuni.map(c => c.nome)]).toEqual([
      'PLUS',
      'ambito PLUS di Prova',
      ['Certosa di Pavia', 'Pavia'],
    ]);
    const tavolo = { codice: 'A', nome: 'Anziani', scopo: 'Scopo', aree: [made.body.aree[0]?.id] };
    const { elenchi } = (await world.as(coordinatore).get<ImpostazioniView>('/ambiti/ambito-nuovo/impostazioni')).body;
    expect([elenchi.fondi.map(v => v.titolo), elenchi.leps.length]).toEqual([
      expect.arrayContaining(['PNRR', 'Fondo per le non autosufficienze']),
      14,
    ]);
    expect((await world.as(coordinatore).post('/ambiti/ambito-nuovo/tavoli', tavolo)).status).toBe(201);
    expect((await world.as(admin).post('/ambiti/ambito-nuovo/tavoli', { ...tavolo, codice: 'B' })).status).toBe(403);
  });

  it('is made by nobody else, and never twice under one address', async () => {
    const base = await world.scenario.base();
    expect((await world.as(base.coordinatore).post('/ambiti', input('altro', base.coordinatore.email))).status).toBe(403);
    const admin = await world.scenario.persona({ amministratore: true });
    expect((await world.as(admin).post<Problem>('/ambiti', input(base.ambito.slug, base.coordinatore.email))).body.code).toBe(
      'ambito.slug_in_uso',
    );
  });

  it('invites by mail a first coordinatore who has no account yet', async () => {
    const admin = await world.scenario.persona({ amministratore: true });
    const email = newAddress();
    expect((await world.as(admin).post('/ambiti', input('ambito-invitato', email))).status).toBe(201);
    const [mail] = await mailsTo(world, email);
    const segreto = /conferma\/incarico#([\w-]{43})/.exec(mail?.testo ?? '')?.[1] ?? '';
    const visitor = new Visitor(world);
    expect((await visitor.post('/account/incarico/usa', confirmation(segreto))).status).toBe(204);
    expect((await visitor.get<SessioneView>('/sessione')).body.incarichi).toEqual([
      expect.objectContaining({ ruolo: 'coordinatore', ambito: expect.objectContaining({ slug: 'ambito-invitato' }) }),
    ]);
  });

  it('has a Piano that does not end before it begins', async () => {
    const admin = await world.scenario.persona({ amministratore: true });
    const answer = await world
      .as(admin)
      .post<Problem>('/ambiti', { ...input('piano-rovescio', admin.email), piano: { titolo: 'Piano', dal: 2029, al: 2027 } });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/piano/al']);
  });

  it('says who it is to anyone, and nothing of the demo outside the demo', async () => {
    const { ambito } = await world.scenario.base();
    expect((await world.as(null).get<AmbitoView>(`/ambiti/${ambito.slug}`)).body).toMatchObject({
      slug: ambito.slug,
      piano: { dal: 2027, al: 2029 },
    });
    expect((await world.as(null).get('/installazione')).body).toEqual({ demo: false, versione: '0.1.0' });
    for (const path of ['/demo/persone', '/demo/posta']) expect((await world.as(null).get(path)).status).toBe(404);
    expect((await world.as(null).post('/demo/accesso', { accountId: ambito.id })).status).toBe(404);
  });
});
