import type { DateChiesteView, DisponibilitaRigaView, DisponibilitaView, IncontriCreati, Pagina, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { bozzaDi, creaIncontro, traGiorni } from '../../../testing/scenario/incontri.js';
import { unaDisponibilita } from '../../../testing/scenario/disponibilita.js';

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

const nellAmbito = (percorso: string) => `/ambiti/${base.ambito.slug}${percorso}`;
const alTavolo = (percorso: string) => nellAmbito(`/tavoli/${base.tavolo.slug}${percorso}`);
const campi = (altri: object = {}) => ({
  titolo: 'Incontro da fissare',
  messaggio: 'Dura due ore.',
  sede: { nome: 'Sala di prova', indirizzo: 'Via di Prova 1', accessibile: true },
  linkVideo: null,
  entroAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  date: [traGiorni(20), traGiorni(21)],
  ...altri,
});
const chiedi = (altri: object = {}, chi = base.referente) =>
  world.as(chi).post<DisponibilitaView & Problem>(alTavolo('/disponibilita'), campi(altri));
const tabella = async (id: string) => (await world.as(base.referente).get<DisponibilitaView>(nellAmbito(`/disponibilita/${id}`))).body;
const elenco = async () => (await world.as(base.referente).get<Pagina<DisponibilitaRigaView>>(alTavolo('/disponibilita'))).body.items;
const siede = async () => {
  const ente = await world.scenario.ente(base.ambito);
  const { persone } = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso: 'dato' });
  return persone[0]?.email ?? '';
};
const segreti = async () =>
  new Map(
    (
      await world.db.query<{ a: string; testo: string }[]>(
        `SELECT a_indirizzo AS a, testo FROM email WHERE tipo = 'disponibilita.chiesta' AND ambito_id = $1`,
        [base.ambito.id],
      )
    ).map(({ a, testo }) => [a, /\/invito\/date#([A-Za-z0-9_-]+)/.exec(testo)?.[1] ?? '']),
  );
const conSegreto = (segreto: string | undefined) => ({ headers: { 'x-segreto': segreto ?? '' } });
const leggi = (segreto: string | undefined) => world.as(null).get<DateChiesteView & Problem>('/date', conSegreto(segreto));
const rispondi = (segreto: string | undefined, risposte: readonly { dataId: string; risposta: string }[]) =>
  world.as(null).post<DateChiesteView & Problem>('/date/risposte', { risposte }, conSegreto(segreto));

it('who prepares the incontri proposes days; each who sits there is asked once, by a link of their own', async () => {
  expect((await chiedi()).body.code).toBe('disponibilita.nessuno');
  const [una, due] = [await siede(), await siede()];
  expect((await chiedi({}, base.ufficio)).status).toBe(403);
  expect((await chiedi({ date: [traGiorni(20)] })).body.errors?.[0]?.pointer).toBe('/date');
  expect((await chiedi({ date: [traGiorni(20), traGiorni(20)] })).body.errors?.[0]?.pointer).toBe('/date/1/inizioAt');
  expect((await chiedi({ date: [traGiorni(3), traGiorni(20)] })).body.errors?.[0]?.pointer).toBe('/date/0/inizioAt');
  expect((await chiedi({ sede: null })).body.errors?.[0]?.pointer).toBe('/sede');
  expect((await chiedi({ entroAt: new Date(Date.now() - 1000).toISOString() })).body.errors?.[0]?.pointer).toBe('/entroAt');
  const fatta = await chiedi();
  expect(fatta.body).toMatchObject({
    stato: 'aperta',
    raccoglie: true,
    chieste: fatta.body.persone.length,
    risposte: 0,
    migliore: null,
    azioni: ['chiudi'],
  });
  const mandati = await segreti();
  expect([...mandati.keys()]).toEqual(expect.arrayContaining([una, due]));
  expect(mandati.size).toBe(fatta.body.persone.length);
  // Nothing of it is public, and whoever sits there reads no more than their own.
  expect((await world.as(null).get(nellAmbito(`/disponibilita/${fatta.body.id}`))).status).toBe(401);
  const vista = (await leggi(mandati.get(una))).body;
  expect(vista).toMatchObject({ titolo: 'Incontro da fissare', messaggio: 'Dura due ore.', raccoglie: true, risposte: [] });
  expect(JSON.stringify(vista)).not.toContain(due);
  expect((await leggi('x'.repeat(43))).status).toBe(404);
});

it('who is asked answers day by day, as often as they like; the best day is named, with what speaks against each', async () => {
  const [una, due] = [await siede(), await siede()];
  const impegno = await creaIncontro(world, base.ambito, base.tavolo, base.referente, { titolo: 'Altro incontro', ...traGiorni(20) });
  const { id, date } = (await chiedi()).body;
  const [prima, seconda] = date.map(d => d.id) as [string, string];
  const s = await segreti();
  expect(
    (
      await rispondi(s.get(una), [
        { dataId: prima, risposta: 'si' },
        { dataId: seconda, risposta: 'no' },
      ])
    ).body.risposte,
  ).toHaveLength(2);
  expect((await tabella(id)).migliore).toBe(prima);
  await rispondi(s.get(una), [{ dataId: seconda, risposta: 'se_serve' }]);
  await rispondi(s.get(due), [
    { dataId: prima, risposta: 'no' },
    { dataId: seconda, risposta: 'si' },
  ]);
  const vista = await tabella(id);
  expect(vista).toMatchObject({ migliore: seconda, risposte: 2 });
  expect(vista.date.map(d => [d.si, d.seServe, d.no, d.posti])).toEqual([
    [1, 0, 1, 1],
    [1, 1, 0, 2],
  ]);
  expect(vista.date[0]?.conflitti.map(c => c.incontroId)).toContain(impegno.id);
  const altra = await unaDisponibilita(world, base.ambito, base.tavolo);
  expect((await rispondi(s.get(una), [{ dataId: altra.date[0] ?? '', risposta: 'si' }])).status).toBe(404);
  expect((await rispondi(s.get(una), [{ dataId: prima, risposta: 'forse' }])).status).toBe(400);
});

it('it closes by itself after its term, or when who asked gives it up', async () => {
  const finita = await unaDisponibilita(world, base.ambito, base.tavolo, { finita: true });
  expect((await leggi(finita.segreto)).body.raccoglie).toBe(false);
  expect((await rispondi(finita.segreto, [{ dataId: finita.date[0] ?? '', risposta: 'si' }])).body.code).toBe('disponibilita.finita');
  const aperta = await unaDisponibilita(world, base.ambito, base.tavolo);
  const chiudi = () =>
    world.as(base.referente).post<DisponibilitaView & Problem>(nellAmbito(`/disponibilita/${aperta.id}/azioni/chiudi`), {}, { version: 1 });
  expect((await chiudi()).body).toMatchObject({ stato: 'chiusa', raccoglie: false, azioni: [] });
  expect((await rispondi(aperta.segreto, [{ dataId: aperta.date[0] ?? '', risposta: 'si' }])).body.code).toBe('disponibilita.finita');
  expect((await elenco()).map(d => [d.id === aperta.id, d.raccoglie])).toEqual([
    [true, false],
    [false, false],
  ]);
});

it('the draft that is made of it closes it; without that draft it waits for another', async () => {
  const { id } = await unaDisponibilita(world, base.ambito, base.tavolo);
  const crea = (chi = base.referente) => world.as(chi).post<IncontriCreati>(alTavolo('/incontri'), { ...bozzaDi(), disponibilitaId: id });
  expect((await crea(base.ufficio)).status).toBe(403);
  const incontroId = (await crea()).body.incontri[0]?.id ?? '';
  expect(await tabella(id)).toMatchObject({ stato: 'chiusa', incontroId });
  await world.as(base.referente).delete(nellAmbito(`/incontri/${incontroId}`), { version: 1 });
  expect((await tabella(id)).incontroId).toBeNull();
  expect((await crea()).status).toBe(201);
});
