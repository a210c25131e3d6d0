import type { ContributoAutoreView, ContributoGestioneView, ContributoPubblicoView, MioContributoView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { conSegreto, invia, passo, segretoIn } from '../../../testing/scenario/contributi.js';
import { creaIncontro, esegui } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;
const MOTIVO = { motivazione: 'Il tavolo ne ha discusso e lo ritiene utile.' };

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const api = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
const pubblica = (id: string) => world.as(null).get<ContributoPubblicoView>(api(`/contributi/${id}`));
const tipi = async (indirizzo: string) =>
  (await world.db.query<{ tipo: string }[]>('SELECT tipo FROM email WHERE a_indirizzo = $1 ORDER BY creata_at, id', [indirizzo])).map(m =>
    m.tipo.replace('contributo.', ''),
  );
const daAutore = (segreto: string) => world.as(null).get<ContributoAutoreView>('/contributo', conSegreto(segreto));
const agisce = async (segreto: string, azione: string, body: Record<string, unknown> = {}) =>
  world.as(null).post<ContributoAutoreView>(`/contributo/azioni/${azione}`, body, {
    version: (await daAutore(segreto)).body.version,
    ...conSegreto(segreto),
  });

it('goes from a phone without account to an answer, and its author hears at each step', async () => {
  const email = 'rosa.inventata@prova.test';
  const sent = await invia(world, base.ambito, base.tavolo, { autore: { nome: 'Rosa Inventata', email } });
  expect([sent.status, sent.body.stato, sent.body.confermaInviataA]).toEqual([201, 'da_confermare', email]);
  expect(sent.body.codice).toMatch(/^CON-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const { id } = sent.body;
  const confirmed = await world.as(null).post('/contributo/conferma', {}, conSegreto(await segretoIn(world, email, 'conferma')));
  expect([confirmed.status, confirmed.body]).toEqual([200, expect.objectContaining({ id, stato: 'in_moderazione' })]);
  expect((await pubblica(id)).status).toBe(404);
  for (const [azione, body] of [
    ['pubblica', {}],
    ['esamina', {}],
    ['accogli', MOTIVO],
  ] as const)
    expect((await passo(world, base.ambito, id, azione, base.referente, body)).status).toBe(200);
  expect((await pubblica(id)).body).toMatchObject({
    stato: 'accolto',
    esito: { stato: 'accolto', ...MOTIVO },
    provenienza: { tipo: 'cittadino', nome: null },
    puoGestire: false,
  });
  expect((await pubblica(id)).body.filo.map(p => p.tipo)).toEqual(['inviato', 'confermato', 'pubblicato', 'in_esame', 'accolto']);
  expect(await tipi(email)).toEqual(['conferma', 'ricevuto', 'pubblica', 'esamina', 'accogli']);
  expect((await daAutore(await segretoIn(world, email, 'accogli'))).body).toMatchObject({
    stato: 'accolto',
    percorsoPubblico: `/${base.ambito.slug}/contributi/${id}`,
  });
});

it('a mailed link confirms twice as once, and the author’s own link confirms nothing', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'da_confermare' });
  expect((await world.as(null).post('/contributo/conferma', {}, conSegreto(c.segreto))).status).toBe(404);
  const twice = [
    await world.as(null).post('/contributo/conferma', {}, conSegreto(c.conferma)),
    await world.as(null).post('/contributo/conferma', {}, conSegreto(c.conferma)),
  ];
  expect(twice.map(a => [a.status, (a.body as { stato: string }).stato])).toEqual([
    [200, 'in_moderazione'],
    [200, 'in_moderazione'],
  ]);
  expect(await tipi(c.email)).toEqual(['ricevuto']);
});

it('who is signed in confirms nothing, and finds it among their own', async () => {
  const citizen = await world.scenario.persona();
  const sent = await invia(world, base.ambito, base.tavolo, {}, citizen);
  expect(sent.body.stato).toBe('in_moderazione');
  const mine = await world.as(citizen).get<{ items: MioContributoView[] }>('/account/contributi');
  expect(mine.body.items.map(i => [i.id, i.azioni])).toEqual([[sent.body.id, ['ritira']]]);
  expect((await world.as(await world.scenario.persona()).get(`/account/contributi/${sent.body.id}`)).status).toBe(404);
  const withdrawn = await world
    .as(citizen)
    .post<ContributoAutoreView>(
      `/account/contributi/${sent.body.id}/azioni/ritira`,
      {},
      { version: (await world.as(citizen).get<ContributoAutoreView>(`/account/contributi/${sent.body.id}`)).body.version },
    );
  expect([withdrawn.status, withdrawn.body.stato]).toEqual([200, 'ritirato']);
});

it('a member of staff records what somebody said at the desk; it needs no address', async () => {
  const input = {
    titolo: 'Panchine',
    testo: 'Al parco non c’è dove sedersi per gli anziani.',
    tipo: 'bisogno',
    comune: null,
    zona: 'Parco',
    risposte: [],
    provenienza: { tipo: 'gruppo', nome: 'Amici del parco' },
    mostraNome: true,
    allegati: [],
    canale: 'voce',
    autore: null,
  };
  const taken = await world
    .as(base.ufficio)
    .post<{ id: string; stato: string }>(api(`/tavoli/${base.tavolo.slug}/contributi/raccolti`), input, {
      key: 'raccolto-allo-sportello-1',
    });
  expect([taken.status, taken.body.stato]).toEqual([201, 'in_moderazione']);
  expect(
    (
      await world
        .as(base.operatore)
        .post(api(`/tavoli/${base.tavolo.slug}/contributi/raccolti`), input, { key: 'raccolto-allo-sportello-2' })
    ).status,
  ).toBe(403);
  await passo(world, base.ambito, taken.body.id, 'pubblica', base.referente);
  expect((await pubblica(taken.body.id)).body).toMatchObject({ canale: 'voce', provenienza: { tipo: 'gruppo', nome: 'Amici del parco' } });
  const view = await world.as(base.referente).get<ContributoGestioneView>(api(`/contributi/${taken.body.id}/gestione`));
  expect(view.body.raccoltoDa).toContain('Prova');
});

it('what is left out stays with staff alone: no public answer carries it, nor an address', async () => {
  const [segreto, indirizzo] = ['la signora Canarino di via Nascosta', 'canarino@prova.test'];
  const testo = `Serve aiuto per ${segreto}, che non esce di casa. Scrivetemi a canarino@prova.test.`;
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { testo, titolo: 'Aiuto a Canarino', email: indirizzo });
  const before = await world.as(base.referente).get<ContributoGestioneView>(api(`/contributi/${c.id}/gestione`));
  expect(before.body.avvisiPrivacy.map(a => [a.tipo, a.campo])).toEqual([['email', 'testo']]);
  const dal = testo.indexOf(segreto);
  const at = testo.indexOf(indirizzo);
  const omissis = [
    { campo: 'testo', dal, al: dal + segreto.length },
    { campo: 'testo', dal: at, al: at + indirizzo.length },
    { campo: 'titolo', dal: 8, al: 16 },
  ];
  const refused = await passo(world, base.ambito, c.id, 'pubblica', base.referente, { omissis });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('/motivoOmissis')]);
  const published = await passo(world, base.ambito, c.id, 'pubblica', base.referente, {
    omissis,
    motivoOmissis: 'Dati di un’altra persona.',
  });
  expect([published.body.testi.testo, published.body.avvisiPrivacy]).toEqual([testo, []]);
  const incontro = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  const [punto] = await world.db.query<{ id: string }[]>('SELECT id FROM incontro_punto WHERE incontro_id = $1', [incontro.id]);
  await world.as(base.referente).post(api(`/contributi/${c.id}/legami`), { tipo: 'punto', oggettoId: punto?.id });
  await esegui(world, base.ambito, incontro, base.referente, 'convoca');
  const answers = [
    await pubblica(c.id),
    ...(await Promise.all(
      ['/contributi', `/contributi?ordine=stato&tavolo=${base.tavolo.id}`, `/incontri/${incontro.id}/contributi`].map(p =>
        world.as(null).get(api(p)),
      ),
    )),
  ];
  for (const answer of answers) {
    expect([answer.status, answer.text.includes(c.id)]).toEqual([200, true]);
    expect(answer.text).not.toMatch(/Canarino|Nascosta|@prova\.test|Autrice/);
  }
  expect(answers[0]?.text).toContain('[omissis]');
  expect((await pubblica(c.id)).body.filo.map(p => p.tipo)).toContain('incontro');
});

it('the moderator asks for a change: the author writes anew by the link, and the first words are kept', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { testo: 'Le prime parole di chi scrive.' });
  await passo(world, base.ambito, c.id, 'chiedi_modifica', base.referente, MOTIVO);
  const testi = { titolo: 'Titolo nuovo', testo: 'Le seconde parole, più chiare.', risposte: [] };
  expect((await agisce(c.segreto, 'ripresenta', { testi })).body).toMatchObject({
    stato: 'in_moderazione',
    testi: { titolo: 'Titolo nuovo' },
    motivazione: null,
  });
  const view = await world.as(base.referente).get<ContributoGestioneView>(api(`/contributi/${c.id}/gestione`));
  expect(view.body.precedenti.map(p => p.testo)).toEqual(['Le prime parole di chi scrive.']);
  expect((await agisce(c.segreto, 'ripresenta', { testi })).status).toBe(409);
});

it('is refused only with a reason from the list and one in words, which nobody else reads', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo);
  expect((await passo(world, base.ambito, c.id, 'respingi', base.referente, MOTIVO)).text).toContain('/motivo');
  expect((await passo(world, base.ambito, c.id, 'respingi', base.referente, { motivo: 'fuori_tema' })).text).toContain('/motivazione');
  expect((await passo(world, base.ambito, c.id, 'respingi', base.referente, { motivo: 'fuori_tema', ...MOTIVO })).body.stato).toBe(
    'respinto',
  );
  expect([(await pubblica(c.id)).status, (await daAutore(c.segreto)).body.motivo]).toEqual([404, 'fuori_tema']);
});

it('a review is asked once, and only the coordinatore decides it', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'non_accolto' });
  expect((await agisce(c.segreto, 'chiedi_riesame', { motivazione: 'Non avete letto la seconda parte.' })).body.riesame?.motivo).toContain(
    'seconda parte',
  );
  expect((await agisce(c.segreto, 'chiedi_riesame', { motivazione: 'Lo chiedo di nuovo, per favore.' })).body).toMatchObject({
    code: 'contributo.riesame_gia_chiesto',
  });
  expect([await tipi(base.coordinatore.email), await tipi(c.email)]).toEqual([
    expect.arrayContaining(['riesame_chiesto']),
    expect.arrayContaining(['riesame_ricevuto']),
  ]);
  const { body } = await world.as(base.referente).get<ContributoGestioneView>(api(`/contributi/${c.id}/gestione`));
  const decide = (who: Base['referente']) =>
    world.as(who).post<ContributoGestioneView>(api(`/contributi/${c.id}/riesame/riapri`), MOTIVO, { version: body.version });
  expect([body.puoDecidereRiesame, (await decide(base.referente)).status]).toEqual([false, 403]);
  expect((await decide(base.coordinatore)).body).toMatchObject({ stato: 'in_esame', riesame: { decisione: 'riapri' } });
  await passo(world, base.ambito, c.id, 'rinvia', base.referente, MOTIVO);
  expect((await passo(world, base.ambito, c.id, 'esamina', base.referente)).body.stato).toBe('in_esame');
});

it('a review has a receipt with its number and a day by which it is decided on, and a public trace without its words', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'non_accolto' });
  const prima = (await pubblica(c.id)).body;
  const { riesame } = (await agisce(c.segreto, 'chiedi_riesame', { motivazione: 'Non avete letto la seconda parte.' })).body;
  const { chiestoAt, entroAt } = riesame ?? {};
  expect(Date.parse(entroAt ?? '') - Date.parse(chiestoAt ?? '')).toBe(30 * 86_400_000);
  expect(riesame?.numero).toEqual({ anno: expect.any(Number), numero: expect.any(Number) });
  const pagina = await pubblica(c.id);
  expect([prima.riesameEntroAt, pagina.body.riesameEntroAt]).toEqual([null, entroAt]);
  expect(pagina.body.filo.find(p => p.tipo === 'riesame_chiesto')).toMatchObject({ at: expect.any(String), motivazione: null });
  expect(pagina.text).not.toContain('seconda parte');
  const { body } = await world.as(base.coordinatore).get<ContributoGestioneView>(api(`/contributi/${c.id}/gestione`));
  await world.as(base.coordinatore).post(api(`/contributi/${c.id}/riesame/conferma`), MOTIVO, { version: body.version });
  expect((await pubblica(c.id)).body.riesameEntroAt).toBeNull();
});

it('duplicates become one: every author goes on hearing, and pages lead to the main one', async () => {
  const main = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato', titolo: 'Il principale' });
  const twin = await world.scenario.contributo(base.ambito, base.tavolo, { titolo: 'Mai pubblicato' });
  expect((await passo(world, base.ambito, twin.id, 'unisci', base.referente, { principaleId: twin.id })).body).toMatchObject({
    code: 'contributo.principale_non_valido',
  });
  expect((await passo(world, base.ambito, twin.id, 'unisci', base.referente, { principaleId: main.id })).body).toMatchObject({
    stato: 'unito',
    unitoA: { id: main.id },
  });
  expect((await pubblica(twin.id)).body).toMatchObject({ titolo: null, testi: null, unitoA: { titolo: 'Il principale' } });
  expect((await pubblica(twin.id)).text).not.toContain('Mai pubblicato');
  await passo(world, base.ambito, main.id, 'esamina', base.referente);
  await passo(world, base.ambito, main.id, 'accogli', base.referente, MOTIVO);
  expect([await tipi(main.email), await tipi(twin.email)]).toEqual([
    ['esamina', 'accogli'],
    ['unisci', 'esamina', 'accogli'],
  ]);
  expect((await passo(world, base.ambito, main.id, 'unisci', base.referente, { principaleId: twin.id })).status).toBe(422);
});

it('when the main one is withdrawn, those merged into it stand by themselves again', async () => {
  const main = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
  const twin = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'unito', unitoA: main.id });
  expect((await agisce(main.segreto, 'ritira')).body.stato).toBe('ritirato');
  expect((await daAutore(twin.segreto)).body).toMatchObject({ stato: 'in_moderazione', unitoA: null });
});

it('moves to the tavolo it concerns, with a reason, and its referente takes over', async () => {
  const altro = await world.scenario.tavolo(base.ambito);
  const altra = await world.scenario.incarico(base.ambito, 'referente', altro);
  const c = await world.scenario.contributo(base.ambito, base.tavolo);
  expect((await world.as(altra).get(api(`/contributi/${c.id}/gestione`))).status).toBe(404);
  const moved = await world
    .as(base.referente)
    .post<ContributoGestioneView>(api(`/contributi/${c.id}/spostamenti`), { tavoloId: altro.id, ...MOTIVO }, { version: 1 });
  expect([moved.status, moved.body.tavolo.id, moved.body.azioni]).toEqual([200, altro.id, []]);
  expect([(await world.as(altra).get(api(`/contributi/${c.id}/gestione`))).status, await tipi(altra.email)]).toEqual([
    200,
    ['spostato_qui'],
  ]);
});

it('a stale version changes nothing and is told', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo);
  await passo(world, base.ambito, c.id, 'pubblica', base.referente);
  const stale = await world.as(base.coordinatore).post(api(`/contributi/${c.id}/azioni/esamina`), {}, { version: 1 });
  expect([stale.status, stale.body]).toEqual([412, expect.objectContaining({ code: 'versione.superata', version: 2 })]);
});
