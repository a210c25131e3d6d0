import type {
  CruscottoTavoloView,
  IncaricoView,
  IncontroView,
  Pagina,
  Problem,
  SessioneView,
  TavoloView,
  VerbaleView,
} from '@tavoli/shared';
import { leggiDestinatari } from '../incontri/incontro/invitati.js';
import { testWorld, type World } from '../../testing/app.js';
import type { Persona } from '../../testing/scenario.js';
import { Bus } from '../platform/realtime/bus.js';

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

const at = (path = '') => `/ambiti/${base.ambito.slug}/incarichi${path}`;
const elenco = async (chi = base.coordinatore) => (await world.as(chi).get<Pagina<IncaricoView>>(at())).body.items;
const assegna = (fields: Record<string, unknown>, chi = base.coordinatore) =>
  world.as(chi).post<IncaricoView & Problem>(at(), { email: persona.email, ruolo: 'ufficio_di_piano', tavoloId: null, ...fields });
const termina = (chi: Persona, id: string) => world.as(chi).post<IncaricoView & Problem>(at(`/${id}/termina`));
const idDi = async (chi: Persona) => (await elenco()).find(i => i.email === chi.email)?.id ?? '';

/** The announcement travels through PostgreSQL. */
async function riautenticato(accountId: string): Promise<void> {
  while (!riautenticati.includes(accountId)) await new Promise(resolve => setTimeout(resolve, 5));
}

describe('an incarico', () => {
  it('opens its doors from the moment it is given, and the person is told', async () => {
    expect((await world.as(persona).get(at())).status).toBe(403);
    const dato = await assegna({});
    expect([dato.status, dato.body]).toEqual([
      201,
      expect.objectContaining({ ruolo: 'ufficio_di_piano', email: persona.email, tavolo: null }),
    ]);
    await riautenticato(persona.id);
    expect((await world.as(persona).get(at())).status).toBe(200);
    const mails = await world.db.query('SELECT tipo, a_indirizzo FROM email WHERE oggetto_id = $1', [dato.body.id]);
    expect(mails).toEqual([{ tipo: 'incarico.assegnato', a_indirizzo: persona.email }]);
    const acts = await world.db.query('SELECT azione FROM registro WHERE oggetto_id = $1', [dato.body.id]);
    expect(acts).toEqual([{ azione: 'incarico.assegna' }]);
  });

  it('A-8: closes them all from the moment it ends', async () => {
    riautenticati.length = 0;
    const id = await idDi(base.ufficio);
    expect((await termina(base.coordinatore, id)).status).toBe(200);
    await riautenticato(base.ufficio.id);
    expect((await world.as(base.ufficio).get(at())).status).toBe(403);
    expect((await elenco()).map(i => i.id)).not.toContain(id);
    expect((await termina(base.coordinatore, id)).status).toBe(404);
    const mails = await world.db.query('SELECT tipo FROM email WHERE oggetto_id = $1', [id]);
    expect(mails).toEqual([{ tipo: 'incarico.terminato' }]);
  });

  it('of referente names the person on the page of that tavolo, and opens that tavolo only', async () => {
    const altro = await world.scenario.tavolo(base.ambito);
    await assegna({ ruolo: 'referente', tavoloId: altro.id });
    const page = await world.as(null).get<TavoloView>(`/ambiti/${base.ambito.slug}/tavoli/${altro.slug}`);
    expect(page.body.referente).toContain(persona.cognome);
    const [suo, altrui] = [
      await world.scenario.designazione(base.ambito, { ...base, tavolo: altro, stato: 'inviata' }),
      await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' }),
    ];
    expect((await world.as(persona).get(`/ambiti/${base.ambito.slug}/designazioni/${suo.id}`)).status).toBe(200);
    expect((await world.as(persona).get(`/ambiti/${base.ambito.slug}/designazioni/${altrui.id}`)).status).toBe(404);
  });

  it('is given to people with a confirmed account, at a tavolo of the ambito, once', async () => {
    await world.db.query('UPDATE account SET email_confermata_at = NULL WHERE id = $1', [persona.id]);
    expect((await assegna({})).body.errors).toEqual([expect.objectContaining({ pointer: '/email', code: 'incarico.account_assente' })]);
    const altrove = await world.scenario.base();
    expect((await assegna({ email: base.ufficio.email, ruolo: 'referente', tavoloId: altrove.tavolo.id })).body.errors?.[0]?.pointer).toBe(
      '/tavoloId',
    );
    expect((await assegna({ email: base.ufficio.email, ruolo: 'referente' })).body.errors?.[0]?.pointer).toBe('/tavoloId');
    expect((await assegna({ email: base.ufficio.email, tavoloId: base.tavolo.id })).body.errors?.[0]?.pointer).toBe('/tavoloId');
    expect((await assegna({ email: base.ufficio.email })).body.code).toBe('incarico.esiste');
  });

  it('is given and ended by the coordinatore and the amministratore, seen by the offices', async () => {
    const amministratore = await world.scenario.persona({ amministratore: true });
    for (const chi of [base.ufficio, base.referente, base.operatore, persona]) expect((await assegna({}, chi)).status).toBe(403);
    expect((await world.as(null).post(at(), {})).status).toBe(401);
    for (const chi of [base.ufficio, base.coordinatore, amministratore]) expect((await world.as(chi).get(at())).status).toBe(200);
    for (const chi of [base.referente, base.operatore, persona]) expect((await world.as(chi).get(at())).status).toBe(403);
    const dato = await assegna({}, amministratore);
    expect((await termina(base.ufficio, dato.body.id)).status).toBe(403);
    expect((await termina(amministratore, dato.body.id)).status).toBe(200);
  });

  it('of another ambito is not there', async () => {
    const altrove = await world.scenario.base();
    const id =
      (await world.as(altrove.coordinatore).get<Pagina<IncaricoView>>(`/ambiti/${altrove.ambito.slug}/incarichi`)).body.items[0]?.id ?? '';
    expect((await termina(base.coordinatore, id)).status).toBe(404);
    expect((await world.as(base.coordinatore).get(`/ambiti/${altrove.ambito.slug}/incarichi`)).status).toBe(403);
  });

  it('of coordinatore never ends when nobody else holds it, not even when two leave at once', async () => {
    expect((await termina(base.coordinatore, await idDi(base.coordinatore))).body.code).toBe('incarico.ultimo_coordinatore');
    for (let i = 0; i < 10; i += 1) {
      const collega = await world.scenario.incarico(base.ambito, 'coordinatore');
      const [mio, suo] = [await idDi(base.coordinatore), await idDi(collega)];
      const answers = await Promise.all([termina(base.coordinatore, mio), termina(collega, suo)]);
      expect(answers.filter(x => x.status === 200)).toHaveLength(1);
      base = { ...base, coordinatore: answers[0]?.status === 200 ? collega : base.coordinatore };
      expect((await elenco()).filter(x => x.ruolo === 'coordinatore')).toHaveLength(1);
    }
  });

  it('A-6: takes a person, a role and a tavolo, and nothing else', async () => {
    for (const name of ['id', 'accountId', 'account_id', 'ambitoId', 'dal', 'al', 'amministratore'])
      expect((await assegna({ [name]: base.ambito.id })).status).toBe(400);
    expect((await assegna({ ruolo: 'amministratore' })).status).toBe(400);
    expect((await elenco()).some(i => i.email === persona.email)).toBe(false);
  });
});

describe('who coordinates a tavolo', () => {
  const coordina = { ruolo: 'coordinatore_tavolo', origine: 'scelta_del_tavolo' } as const;

  it('is told where the incarico comes from, with the verbale in which the tavolo chose, of that tavolo', async () => {
    const verbale = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
    const altro = await world.scenario.verbale(base.ambito, await world.scenario.tavolo(base.ambito), 'approvato');
    const tavoloId = base.tavolo.id;
    expect((await assegna({ ...coordina, origine: null, tavoloId })).body.errors?.[0]?.pointer).toBe('/origine');
    expect((await assegna({ origine: 'atto' })).body.errors?.[0]?.pointer).toBe('/origine');
    expect((await assegna({ ...coordina, origine: 'atto', verbaleId: verbale.id, tavoloId })).body.errors?.[0]?.pointer).toBe('/verbaleId');
    expect((await assegna({ ...coordina, verbaleId: altro.id, tavoloId })).body.errors?.[0]?.pointer).toBe('/verbaleId');
    const dato = await assegna({ ...coordina, verbaleId: verbale.id, tavoloId });
    expect(dato.body).toMatchObject({ ...coordina, verbaleId: verbale.id, tavolo: { id: tavoloId } });
    const [mail] = await world.db.query<{ tipo: string }[]>('SELECT tipo FROM email WHERE oggetto_id = $1', [dato.body.id]);
    expect(mail?.tipo).toBe('incarico.assegnato');
  });

  it('A-2: convenes and writes at that tavolo; accepts no designazione, publishes nothing, does nothing elsewhere', async () => {
    const altrove = await world.scenario.tavolo(base.ambito);
    const chi = world.as(await world.scenario.incarico(base.ambito, 'coordinatore_tavolo', base.tavolo));
    const slug = base.ambito.slug;
    const [qui, la] = [
      await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza' }),
      await world.scenario.incontro(base.ambito, altrove, { stato: 'bozza' }),
    ];
    const bozza = await chi.get<IncontroView>(`/ambiti/${slug}/incontri/${qui.id}`);
    expect(bozza.body).toMatchObject({ azioni: ['convoca'], puoModificare: true });
    expect((await chi.get(`/ambiti/${slug}/incontri/${la.id}`)).status).toBe(404);
    const designazione = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
    expect((await chi.get(`/ambiti/${slug}/designazioni/${designazione.id}`)).status).toBe(404);
    const verbale = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    const scritto = await chi.get<VerbaleView>(`/ambiti/${slug}/verbali/${verbale.id}`);
    expect(scritto.body).toMatchObject({ puoScrivere: true, azioni: ['invia_in_revisione'] });
    const pronto = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
    expect((await chi.get<VerbaleView>(`/ambiti/${slug}/verbali/${pronto.id}`)).body.azioni).toEqual(['restituisci']);
    expect(
      (await chi.get<CruscottoTavoloView>(`/ambiti/${slug}/tavoli/${base.tavolo.slug}/cruscotto`)).body.daFare.map(d => d.testo),
    ).toEqual(expect.arrayContaining([expect.stringContaining('Finisci il verbale')]));
  });
});

describe('who writes the verbale of an incontro', () => {
  const affida = (incontro: string, chi: Persona, email = persona.email) =>
    world.as(chi).post<IncaricoView & Problem>(`/ambiti/${base.ambito.slug}/incontri/${incontro}/verbalizzanti`, { email });
  const elencati = async (incontro: string) =>
    (await world.as(base.referente).get<{ items: IncaricoView[] }>(`/ambiti/${base.ambito.slug}/incontri/${incontro}/verbalizzanti`)).body
      .items;

  it('is chosen by who leads the tavolo, for that incontro alone, and writes until its verbale is approved', async () => {
    const verbale = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    const [{ incontro }] = await world.db.query<[{ incontro: string }]>('SELECT incontro_id AS incontro FROM verbale WHERE id = $1', [
      verbale.id,
    ]);
    const altro = await world.scenario.verbale(base.ambito, base.tavolo, 'bozza');
    const dato = await affida(incontro, base.referente);
    expect([dato.status, dato.body]).toEqual([
      201,
      expect.objectContaining({ ruolo: 'verbalizzante', incontro: expect.objectContaining({ id: incontro }) }),
    ]);
    expect((await affida(incontro, base.referente)).body.code).toBe('incarico.esiste');
    const leggi = (id: string) => world.as(persona).get<VerbaleView>(`/ambiti/${base.ambito.slug}/verbali/${id}`);
    expect((await leggi(verbale.id)).body).toMatchObject({ puoScrivere: true, azioni: [] });
    expect((await leggi(altro.id)).status).toBe(404);
    const sessione = await world.as(persona).get<SessioneView>('/sessione');
    expect(sessione.body.incarichi).toEqual([expect.objectContaining({ incontro: expect.objectContaining({ id: incontro }) })]);
    await world.db.query(`UPDATE verbale SET stato = 'approvato', approvato_at = now(), anno = 2026, numero = 900 WHERE id = $1`, [
      verbale.id,
    ]);
    expect((await leggi(verbale.id)).status).toBe(404);
    expect(await elencati(incontro)).toEqual([]);
    expect((await affida(incontro, base.referente, base.ufficio.email)).body.code).toBe('verbale.stato');
  });

  it('is called to it as who leads it is, and ends when it is taken back', async () => {
    const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza' });
    const dato = await affida(incontro.id, base.referente);
    expect(await leggiDestinatari(world.db.manager, base.ambito.id, incontro.id)).toEqual(
      expect.arrayContaining([expect.objectContaining({ ruolo: 'verbalizzante', email: persona.email })]),
    );
    const altro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'bozza' });
    const togli = (id: string) =>
      world.as(base.referente).post(`/ambiti/${base.ambito.slug}/incontri/${id}/verbalizzanti/${dato.body.id}/termina`);
    expect((await togli(altro.id)).status).toBe(404);
    expect((await togli(incontro.id)).status).toBe(200);
    expect(await elencati(incontro.id)).toEqual([]);
    expect((await world.as(persona).get(`/ambiti/${base.ambito.slug}/incontri/${incontro.id}`)).status).toBe(404);
  });

  it('of another tavolo, annulled or over, is given by nobody', async () => {
    const annullato = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'annullato' });
    expect((await affida(annullato.id, base.referente)).body.code).toBe('incontro.stato');
    const altrove = await world.scenario.incontro(base.ambito, await world.scenario.tavolo(base.ambito), { stato: 'convocato' });
    expect((await affida(altrove.id, base.referente)).status).toBe(403);
    expect((await affida(altrove.id, base.ufficio)).status).toBe(403);
  });
});
