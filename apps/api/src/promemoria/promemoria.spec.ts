import { testWorld, type World } from '../../testing/app.js';
import { creaIncontro, esegui, segretiDegliInviti } from '../../testing/scenario/incontri.js';
import { PromemoriaService } from './promemoria.service.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let persone: readonly string[];
beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  await world.db.query('DELETE FROM incontro_punto'); // no other test's incontri: the service looks at all of them
  await world.db.query(`UPDATE incontro SET stato = 'svolto'`);
  base = await world.scenario.base();
  persone = (await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' })).persone.map(p => p.email);
});
afterAll(() => world.close());

const service = () => world.app.get(PromemoriaService, { strict: false });

/** Convened long ago, beginning in so many hours. */
async function tra(ore: number) {
  const convocato = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente),
    base.referente,
    'convoca',
  );
  await world.db.query(
    `UPDATE incontro SET convocato_at = now() - interval '20 days', inizio_at = now() + make_interval(hours => $2), fine_at = now() + make_interval(hours => $2 + 2) WHERE id = $1`,
    [convocato.id, ore],
  );
  return convocato;
}
const reminded = async (tipo: string) =>
  (
    await world.db.query<{ a: string }[]>(`SELECT a_indirizzo AS a FROM email WHERE tipo = $1 AND ambito_id = $2 ORDER BY 1`, [
      `incontro.promemoria_${tipo}`,
      base.ambito.id,
    ])
  ).map(r => r.a);

it('reminds a week and a day before, once, even of two workers at the same moment', async () => {
  await tra(7 * 24 - 1);
  await Promise.all([service().invia(), service().invia(), service().invia()]);
  expect(await reminded('settimana')).toEqual([persone[0], base.referente.email, base.coordinatore.email].sort());
  expect(await reminded('vigilia')).toEqual([]);
  expect(await service().invia()).toBe(0);
});

it('says nothing to who declined, and speaks to the supplente who took the seat', async () => {
  const incontro = await tra(200);
  const segreti = await segretiDegliInviti(world, incontro);
  const answer = (a: string, azione: string) =>
    world.as(null).post(`/invito/azioni/${azione}`, {}, { headers: { 'x-segreto': segreti.get(a) ?? '' } });
  await answer(base.coordinatore.email, 'declina');
  await answer(persone[0] ?? '', 'passa');
  await world.db.query(`UPDATE incontro SET inizio_at = now() + interval '23 hours', fine_at = now() + interval '25 hours' WHERE id = $1`, [
    incontro.id,
  ]);
  await service().invia();
  expect(await reminded('vigilia')).toEqual([persone[1], base.referente.email].sort());
});

it('is not sent when it is too late to be one, when the tavolo turned it off, nor for what was annulled', async () => {
  await tra(7 * 24 - 30);
  const annullato = await tra(23);
  await world.db.query(`UPDATE incontro SET stato = 'annullato' WHERE id = $1`, [annullato.id]);
  await tra(22);
  await world.db.query(`UPDATE tavolo SET regole = '{"promemoriaVigilia": false}' WHERE id = $1`, [base.tavolo.id]);
  expect(await service().invia()).toBe(0);
});

it('one click from a mail program, or the page, turns reminders off for that address and no other', async () => {
  await tra(23);
  await service().invia();
  const [mail] = await world.db.query<{ rinuncia: string; testo: string }[]>(
    `SELECT rinuncia, testo FROM email WHERE a_indirizzo = $1 AND tipo = 'incontro.promemoria_vigilia'`,
    [persone[0]],
  );
  const path = new URL(mail?.rinuncia ?? '').pathname;
  expect(mail?.testo).toContain(`/disiscrizione#${path.slice(3)}`);
  const click = await world.app.inject({
    method: 'POST',
    url: path,
    headers: { host: 'tavoli.test', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  const page = await world.as(null).post('/disiscrizione', {}, { headers: { 'x-segreto': path.slice(3) } });
  expect([click.statusCode, page.status, page.body]).toEqual([204, 200, { tipo: 'promemoria' }]);
  await world.db.query(`DELETE FROM email WHERE tipo = 'incontro.promemoria_vigilia'`);
  await service().invia();
  expect(await reminded('vigilia')).toEqual([base.referente.email, base.coordinatore.email].sort());
});

it('a wrong secret turns nothing off', async () => {
  const click = await world.app.inject({ method: 'POST', url: `/u/${'x'.repeat(43)}`, headers: { host: 'tavoli.test' } });
  expect([click.statusCode, (await world.as(null).post('/disiscrizione', {}, { headers: { 'x-segreto': 'x' } })).status]).toEqual([
    404, 404,
  ]);
});
