import type { IncontroView, Pagina, Problem, PropostaMiaView, PropostaView, ProposteView, PuntiPropostiView } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import type { Persona } from '../../../testing/scenario.js';
import { bozzaDi, creaIncontro, esegui } from '../../../testing/scenario/incontri.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let seduta: Persona;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  base = await world.scenario.base();
  seduta = await chiSiede();
});

async function chiSiede(): Promise<Persona> {
  const ente = await world.scenario.ente(base.ambito);
  const { persone } = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso: 'dato' });
  return world.scenario.persona({ email: persone[0]?.email });
}
const nellAmbito = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const alTavolo = (percorso: string) => nellAmbito(`/tavoli/${base.tavolo.slug}${percorso}`);
const CAMPI = { titolo: 'Trasporto sociale', perche: 'Nelle frazioni non c’è.', minuti: 20 };
const PAROLA = 'Se ne parla volentieri.';
const proponi = async (chi = seduta, campi: object = {}) =>
  world.as(chi).post<PropostaMiaView & Problem>(alTavolo('/proposte'), { ...CAMPI, ...campi });
const elenco = async (chi = base.referente) => (await world.as(chi).get<ProposteView>(alTavolo('/proposte'))).body;
const mie = async (chi = seduta) => (await world.as(chi).get<Pagina<PropostaMiaView>>(nellAmbito('/proposte/mie'))).body.items;
const passo = (o: Pick<PropostaView, 'id' | 'version'>, azione: string, body: object = {}, chi = base.referente) =>
  world.as(chi).post<PropostaView & Problem>(nellAmbito(`/proposte/${o.id}/azioni/${azione}`), body, { version: o.version });
const mails = (tipo: string) =>
  world.db.query<{ a: string; testo: string }[]>(
    'SELECT a_indirizzo AS a, testo FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1',
    [tipo, base.ambito.id],
  );
const incontro = async (id: string) => (await world.as(base.referente).get<IncontroView>(nellAmbito(`/incontri/${id}`))).body;
const tenute = async () => (await world.as(base.referente).get<PuntiPropostiView>(alTavolo('/incontri/punti-proposti'))).body.proposte;

it('who sits at a tavolo proposes a punto; who prepares its incontri is told, and reads why', async () => {
  const altra = await world.scenario.persona();
  expect((await proponi(altra)).status).toBe(403);
  expect((await proponi(seduta, { perche: '' })).body.errors?.[0]?.pointer).toBe('/perche');
  const fatta = (await proponi()).body;
  expect(fatta).toMatchObject({ stato: 'ricevuta', titolo: 'Trasporto sociale', allOrdine: false, azioni: ['ritira'] });
  const [mail] = await mails('proposta.richiesta');
  expect(mail?.a).toBe(base.referente.email);
  expect(mail?.testo).toContain('Nelle frazioni non c’è.');
  const { items } = await elenco();
  expect(items).toMatchObject([{ id: fatta.id, persona: `${seduta.nome} ${seduta.cognome}`, azioni: ['accogli', 'rinvia', 'declina'] }]);
  expect(items[0]?.enti).not.toBeNull();
  expect((await world.as(seduta).get(alTavolo('/proposte'))).status).toBe(403);
  expect(await mie(altra)).toEqual([]);
  // Ten of them wait at most.
  for (let n = 1; n < 10; n += 1) expect((await proponi()).status).toBe(201);
  expect((await proponi()).body.code).toBe('proposta.troppe');
});

it('one that is taken becomes the last punto of a draft of that tavolo, and of no other incontro', async () => {
  const fatta = (await proponi()).body;
  const n = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
  expect((await elenco()).bozze.map(b => b.id)).toEqual([n.id]);
  expect((await passo(fatta, 'accogli', { incontroId: n.id })).body.errors?.[0]?.pointer).toBe('/motivazione');
  const altro = await world.scenario.tavolo(base.ambito);
  await world.scenario.incarico(base.ambito, 'referente', altro, base.referente);
  const daltri = await creaIncontro(world, base.ambito, altro, base.referente);
  expect((await passo(fatta, 'accogli', { motivazione: PAROLA, incontroId: daltri.id })).body.errors?.[0]?.pointer).toBe('/incontroId');
  expect((await passo(fatta, 'accogli', { motivazione: PAROLA }, seduta)).status).toBe(403);
  const presa = await passo(fatta, 'accogli', { motivazione: PAROLA, incontroId: n.id });
  expect(presa.body).toMatchObject({ stato: 'accolta', allOrdine: true, incontro: { id: n.id }, azioni: [] });
  const dopo = await incontro(n.id);
  expect(dopo.punti.map(p => [p.titolo, p.minuti])).toEqual([
    ['Primo punto', 30],
    ['Secondo punto', null],
    ['Trasporto sociale', 20],
  ]);
  expect(dopo.version).toBe(n.version + 1);
  const [mail] = await mails('proposta.accolta');
  expect([mail?.a, mail?.testo.includes(PAROLA), mail?.testo.includes('si sta preparando')]).toEqual([seduta.email, true, true]);
  // The incontro is told to who proposed it once it was called.
  expect(await mie()).toMatchObject([{ stato: 'accolta', motivazione: PAROLA, allOrdine: true, incontro: null }]);
  expect((await passo({ ...fatta, version: 2 }, 'declina', { motivazione: PAROLA })).body.code).toBe('proposta.in_ordine');
  const convocato = await esegui(world, base.ambito, dopo, base.referente, 'convoca', {});
  expect((await mie())[0]?.incontro).toMatchObject({ id: n.id });
  const altra = (await proponi()).body;
  expect((await passo(altra, 'accogli', { motivazione: PAROLA, incontroId: convocato.id })).body.errors?.[0]?.pointer).toBe('/incontroId');
});

it('one that is kept begins the next draft, and is kept again when that draft lets it go', async () => {
  const fatta = (await proponi()).body;
  expect((await passo(fatta, 'accogli', { motivazione: PAROLA })).body).toMatchObject({
    stato: 'accolta',
    allOrdine: false,
    azioni: ['inserisci', 'declina'],
  });
  expect(await tenute()).toEqual([{ id: fatta.id, titolo: 'Trasporto sociale', minuti: 20 }]);
  // They are words for who prepares the next incontro, and for nobody else who sits there.
  expect((await world.as(seduta).get<PuntiPropostiView>(alTavolo('/incontri/punti-proposti'))).body.proposte).toEqual([]);
  const punti = [{ titolo: 'Trasporto sociale', minuti: 20, relatore: null, propostaId: fatta.id }];
  const n = await creaIncontro(world, base.ambito, base.tavolo, base.referente, { punti });
  expect(await tenute()).toEqual([]);
  expect((await mie())[0]).toMatchObject({ allOrdine: true });
  // Written again, the punto stays what it is; taken out, the proposal waits for the next one.
  const { serie: _, ...bozza } = bozzaDi({ punti: n.punti.map(({ id, titolo, minuti, relatore }) => ({ id, titolo, minuti, relatore })) });
  const riscritto = await world.as(base.referente).put<IncontroView>(nellAmbito(`/incontri/${n.id}`), bozza, { version: n.version });
  expect((await mie())[0]).toMatchObject({ allOrdine: true });
  await world.as(base.referente).put(nellAmbito(`/incontri/${n.id}`), { ...bozza, punti: [] }, { version: riscritto.body.version });
  expect((await elenco()).items[0]).toMatchObject({ allOrdine: false, azioni: ['inserisci', 'declina'] });
  const dove = { incontroId: n.id };
  const [kept] = (await elenco()).items;
  expect((await passo(kept ?? fatta, 'inserisci')).body.errors?.[0]?.pointer).toBe('/incontroId');
  expect((await passo(kept ?? fatta, 'inserisci', dove)).body).toMatchObject({ allOrdine: true });
  expect((await incontro(n.id)).punti.map(p => p.titolo)).toEqual(['Trasporto sociale']);
  expect(await mails('proposta.accolta')).toHaveLength(1);
});

it('is deferred or declined with a word, and taken back by who proposed it alone', async () => {
  const [una, due, tre] = [(await proponi()).body, (await proponi()).body, (await proponi()).body];
  expect((await passo(una, 'rinvia')).status).toBe(400);
  const rinviata = (await passo(una, 'rinvia', { motivazione: 'Aspettiamo i dati di marzo.' })).body;
  expect(rinviata).toMatchObject({ stato: 'rinviata', azioni: ['accogli', 'declina'] });
  expect((await passo(due, 'declina', { motivazione: 'È del tavolo Disabilità.' })).body).toMatchObject({ stato: 'declinata', azioni: [] });
  expect((await mails('proposta.rinviata')).map(m => [m.a, m.testo.includes('Aspettiamo i dati di marzo.')])).toEqual([
    [seduta.email, true],
  ]);
  expect((await mails('proposta.declinata')).map(m => [m.a, m.testo.includes('È del tavolo Disabilità.')])).toEqual([[seduta.email, true]]);
  const vicina = await chiSiede();
  expect((await passo(tre, 'ritira', {}, vicina)).status).toBe(404);
  expect((await passo(tre, 'ritira', {}, base.referente)).status).toBe(403);
  expect((await passo(tre, 'ritira', {}, seduta)).body.stato).toBe('ritirata');
  expect((await passo({ ...tre, version: 2 }, 'accogli', { motivazione: PAROLA })).body.code).toBe('proposta.stato');
  expect((await mie()).map(m => m.stato)).toEqual(['rinviata', 'ritirata', 'declinata']);
});

it('a tavolo that closes declines what it did not take, and receives nothing more', async () => {
  await proponi();
  const { version } = (await world.as(null).get<{ version: number }>(alTavolo(''))).body;
  const chiusura = {
    atto: { tipo: 'Determina', numero: '1', data: '2026-01-10' },
    il: new Date().toISOString().slice(0, 10),
    confluisceIn: null,
    motivazione: 'Le attività continuano altrove.',
  };
  expect((await world.as(base.coordinatore).post(alTavolo('/chiusura'), chiusura, { version })).status).toBe(201);
  expect((await mails('proposta.declinata')).map(m => [m.a, m.testo.includes('Le attività continuano altrove.')])).toEqual([
    [seduta.email, true],
  ]);
});
