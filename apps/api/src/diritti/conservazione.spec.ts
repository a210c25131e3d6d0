import { CONSERVAZIONE } from '@tavoli/shared';
import { testWorld, type World } from '../../testing/app.js';
import { unOsservatore } from '../../testing/scenario/osservatori.js';
import { ConservazioneService } from './conservazione.service.js';

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

const tra = (giorni: number): Date => new Date(Date.now() + giorni * 86_400_000);
const pulisci = (giorni: number) => world.app.get(ConservazioneService, { strict: false }).pulisci(tra(giorni));

it('G-3: words of mails go after a year and not a day before; when they were sent, to whom and how it ended stays', async () => {
  await world.as(null).post('/account/password/reset', { email: base.referente.email });
  const mail = async () =>
    (
      await world.db.query<{ testo: string; a: string }[]>('SELECT testo, a_indirizzo AS a FROM email WHERE a_indirizzo = $1', [
        base.referente.email,
      ])
    )[0];
  await pulisci(CONSERVAZIONE.messaggi.giorni - 1);
  expect((await mail())?.testo).not.toBe('');
  await pulisci(CONSERVAZIONE.messaggi.giorni + 1);
  expect(await mail()).toEqual({ testo: '', a: base.referente.email });
});

it('G-3: who no longer sits at a tavolo is not reachable after a year, and keeps the name in its history; who sits there is', async () => {
  const ente = await world.scenario.ente(base.ambito);
  const finita = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const ferma = await world.scenario.designazione(base.ambito, {
    avviso: base.avviso,
    tavolo: await world.scenario.tavolo(base.ambito),
    ente,
    stato: 'accettata',
    consenso: 'dato',
  });
  await world.db.query(`UPDATE mandato SET al = now(), motivo_fine = 'revocata' WHERE rappresentante_id = ANY($1)`, [
    finita.persone.map(p => p.id),
  ]);
  const indirizzi = async (d: typeof finita) =>
    (await world.db.query<{ email: string }[]>('SELECT email FROM rappresentante WHERE designazione_id = $1 ORDER BY ordine', [d.id])).map(
      r => r.email,
    );
  await pulisci(CONSERVAZIONE.recapiti.giorni - 1);
  expect(await indirizzi(finita)).toEqual(finita.persone.map(p => p.email));
  await pulisci(CONSERVAZIONE.recapiti.giorni + 1);
  expect((await indirizzi(finita)).every(e => e.endsWith('@persona.invalid'))).toBe(true);
  expect(await indirizzi(ferma)).toEqual(ferma.persone.map(p => p.email));
});

it('G-3: addresses of who was called to an incontro go a year after it', async () => {
  const incontro = await world.scenario.incontro(base.ambito, base.tavolo, { stato: 'svolto', tra: -48 });
  const { email } = await world.scenario.invitato(base.ambito, incontro);
  const restano = async () => (await world.db.query<unknown[]>('SELECT 1 FROM invitato WHERE email = $1', [email])).length;
  await pulisci(CONSERVAZIONE.inviti.giorni - 3);
  expect(await restano()).toBe(1);
  await pulisci(CONSERVAZIONE.inviti.giorni + 1);
  expect(await restano()).toBe(0);
});

it('G-3: why somebody asked to follow a tavolo goes a year after they follow it no more; of who follows it, it stays', async () => {
  const uno = await unOsservatore(world, base.ambito, base.tavolo, 'ritirata');
  const due = await unOsservatore(world, base.ambito, base.tavolo, 'ammessa');
  const parole = async ({ id }: typeof uno) =>
    (await world.db.query<{ gruppo: string | null; perche: string }[]>('SELECT gruppo, perche FROM osservatore WHERE id = $1', [id]))[0];
  const prima = await parole(uno);
  await pulisci(CONSERVAZIONE.osservatori.giorni - 1);
  expect(await parole(uno)).toEqual(prima);
  await pulisci(CONSERVAZIONE.osservatori.giorni + 1);
  expect([await parole(uno), await parole(due)]).toEqual([{ gruppo: null, perche: '' }, prima]);
});
