import type { ContributoAutoreView, StatoContributo } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { conSegreto, invia, passo } from '../../../testing/scenario/contributi.js';
import { multipart } from '../../../testing/multipart.js';
import { JPEG_CON_LUOGO } from '../../../testing/files/pictures.js';
import { WaitingRoom } from '../../platform/storage/waiting-room.js';
import { OrologioService } from './orologio.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
});
beforeEach(async () => {
  await world.db.query('DELETE FROM contributo WHERE unito_a IS NOT NULL'); // no other test's: the service looks at all of them
  await world.db.query('DELETE FROM contributo');
  base = await world.scenario.base();
});
afterAll(() => world.close());

const DAY = 86_400_000;
const orologio = () => world.app.get(OrologioService, { strict: false });
/** The virtual clock: what is done when it is so many days later. */
const dopo = (giorni: number) => orologio().batti(new Date(Date.now() + giorni * DAY));
const mails = async (tipo: string) =>
  (
    await world.db.query<{ a: string }[]>(`SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1`, [
      `contributo.${tipo}`,
      base.ambito.id,
    ])
  ).map(r => r.a);
const stati = async () =>
  (
    await world.db.query<{ stato: StatoContributo; testo: string; email: string | null }[]>(
      `SELECT stato, testi->>'testo' AS testo, autore_email AS email FROM contributo WHERE ambito_id = $1`,
      [base.ambito.id],
    )
  )[0];

it('reminds the referente when a clock is near, calls the coordinatore when it is past, once each, also of two workers', async () => {
  const sent = await invia(world, base.ambito, base.tavolo, {}, await world.scenario.persona());
  expect(sent.body.stato).toBe('in_moderazione');
  await dopo(3);
  expect([await mails('promemoria'), await mails('sollecito')]).toEqual([[], []]);
  await Promise.all([dopo(4.5), dopo(4.5), dopo(4.6)]);
  expect([await mails('promemoria'), await mails('sollecito')]).toEqual([[base.referente.email], []]);
  await Promise.all([dopo(5.1), dopo(5.1)]);
  await dopo(9);
  expect([await mails('promemoria'), await mails('sollecito')]).toEqual([[base.referente.email], [base.coordinatore.email]]);
});

it('the clock of the answer starts at publication, and is reminded anew', async () => {
  const sent = await invia(world, base.ambito, base.tavolo, {}, await world.scenario.persona());
  await dopo(6);
  await passo(world, base.ambito, sent.body.id, 'pubblica', base.referente);
  expect(await dopo(20)).toMatchObject({ promemoria: 0, solleciti: 0 });
  expect(await dopo(26)).toMatchObject({ promemoria: 1, solleciti: 0 });
  await passo(world, base.ambito, sent.body.id, 'esamina', base.referente);
  expect(await dopo(31)).toMatchObject({ promemoria: 0, solleciti: 1 });
  await passo(world, base.ambito, sent.body.id, 'accogli', base.referente, { motivazione: 'Entra nel Piano di quest’anno.' });
  expect(await dopo(90)).toMatchObject({ promemoria: 0, solleciti: 0 });
});

it('what waits for its author is not anybody’s delay', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo);
  await passo(world, base.ambito, c.id, 'chiedi_modifica', base.referente, { motivazione: 'Togli il nome della vicina.' });
  expect(await dopo(60)).toMatchObject({ promemoria: 0, solleciti: 0 });
});

it('G-1: what nobody confirmed is gone after seven days, with its files, and not a day before', async () => {
  const [body, options] = multipart('casa.jpg', JPEG_CON_LUOGO);
  const path = `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi/files`;
  const { chiave } = (await world.as(null).send<{ chiave: string }>('POST', path, body, options)).body;
  expect((await invia(world, base.ambito, base.tavolo, { allegati: [chiave] })).body.stato).toBe('da_confermare');
  const [file] = await world.db.query<{ attesa: string }[]>('SELECT attesa FROM contributo_file WHERE ambito_id = $1', [base.ambito.id]);
  const kept = async () => (await world.app.get(WaitingRoom, { strict: false }).names()).includes(file?.attesa ?? '');
  await dopo(6.9);
  expect([(await stati())?.stato, await kept()]).toEqual(['da_confermare', true]);
  await dopo(7.1);
  expect([await stati(), await kept()]).toEqual([undefined, false]);
});

it.each(['respinto', 'ritirato'] as const)('G-2: what was %s loses words and author after six months; that it was stays', async stato => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato, testo: 'Parole da dimenticare.' });
  await dopo(170);
  expect(await stati()).toMatchObject({ stato, testo: 'Parole da dimenticare.' });
  expect((await world.as(null).get<ContributoAutoreView>('/contributo', conSegreto(c.segreto))).status).toBe(200);
  await dopo(190);
  expect([await stati(), (await world.as(null).get('/contributo', conSegreto(c.segreto))).status]).toEqual([
    { stato, testo: '', email: null },
    404,
  ]);
});

it('what is published, answered, or under review is kept', async () => {
  const c = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'respinto' });
  await world.db.query(`UPDATE contributo SET riesame_chiesto_at = now(), riesame_motivo = 'Perché?' WHERE id = $1`, [c.id]);
  for (const stato of ['pubblicato', 'accolto', 'rinviato'] as const) await world.scenario.contributo(base.ambito, base.tavolo, { stato });
  expect((await dopo(1000)).scordati).toBe(0);
});

it('a file that was never sent is gone after a day', async () => {
  const [body, options] = multipart('casa.jpg', JPEG_CON_LUOGO);
  await world.as(null).send('POST', `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi/files`, body, options);
  const left = async () => (await world.db.query<unknown[]>('SELECT 1 FROM contributo_file WHERE ambito_id = $1', [base.ambito.id])).length;
  await dopo(0.9);
  expect(await left()).toBe(1);
  await dopo(1.1);
  expect(await left()).toBe(0);
});
