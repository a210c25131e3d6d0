import { setTimeout as sleep } from 'node:timers/promises';
import { testWorld, type World } from '../../../testing/app.js';
import { expectOneIdentity, fickleSmtp, finish, Hosts, killOften, named, REFUSED, type Queue } from '../../../testing/crash/email-crash.js';
import { creaIncontro, esegui } from '../../../testing/scenario/incontri.js';

/** Three hundred who sit at a tavolo, by what their server makes of them. */
const PERSONE = [
  ...named('inesistente', 20),
  ...named('piena', 15),
  ...named('indesiderata', 15),
  ...named('lista-grigia', 45),
  ...named('chiude', 15),
  ...named('cade', 10),
  ...named('normale', 180),
];

/** The queue of the product, whose clock the test moves. */
function queueOf({ db, url }: World): Queue {
  const busy = `SELECT 1 FROM email WHERE stato = 'in_coda' AND (presa_da IS NOT NULL OR prossimo_tentativo_at <= now()) LIMIT 1`;
  return {
    url,
    rows: () => db.query('SELECT a_indirizzo, stato FROM email ORDER BY a_indirizzo'),
    async later(interval, leases = false) {
      await db.query(
        `UPDATE email SET in_coda_dal = in_coda_dal - $1::interval, prossimo_tentativo_at = prossimo_tentativo_at - $1::interval, presa_fino_at = presa_fino_at - $1::interval
         WHERE stato = 'in_coda' AND ($2 OR presa_da IS NULL)`,
        [interval, leases],
      );
      await db.query(`SELECT pg_notify('tavoli', '{"t":"email"}')`);
    },
    async quiet() {
      while ((await db.query<unknown[]>(busy)).length > 0) await sleep(10);
    },
  };
}

it('F-4: a convocation of three hundred, five times killed with kill -9 on a fickle server, reaches everyone who can be reached, and says so of each', async () => {
  const [world, smtp] = [await testWorld(), await fickleSmtp()];
  const base = await world.scenario.base();
  for (let i = 0; i < PERSONE.length; i += 2) {
    const { persone } = await world.scenario.designazione(base.ambito, {
      ...base,
      ente: await world.scenario.ente(base.ambito),
      stato: 'accettata',
      consenso: 'dato',
    });
    for (const [n, persona] of persone.entries())
      await world.db.query('UPDATE rappresentante SET email = $2 WHERE id = $1', [persona.id, PERSONE[i + n]]);
  }
  const incontro = await esegui(
    world,
    base.ambito,
    await creaIncontro(world, base.ambito, base.tavolo, base.referente),
    base.referente,
    'convoca',
  );
  const queue = queueOf(world);
  const hosts = new Hosts(queue, smtp, 4);

  await killOften(queue, hosts, smtp, 3);
  const last = await hosts.start();
  await finish(queue);
  await last.kill();

  const staff = [base.referente.email, base.coordinatore.email];
  const states = Object.fromEntries((await queue.rows()).map(row => [row.a_indirizzo, row.stato]));
  expect(states).toEqual(
    Object.fromEntries([...PERSONE, ...staff].map(address => [address, REFUSED.test(address) ? 'rifiutata' : 'inviata'])),
  );
  const wanted = PERSONE.filter(address => !REFUSED.test(address));
  expect(wanted.filter(address => smtp.to(address).length === 0)).toEqual([]);
  const extra = wanted.reduce((sum, address) => sum + smtp.to(address).length - 1, 0);
  expect(extra).toBeLessThanOrEqual(5 * 4 + smtp.dropped.length); // each kill can repeat what it had in hand, and no more
  for (const address of wanted) await expectOneIdentity(smtp, address);
  expect((await world.db.query<unknown[]>('SELECT 1 FROM convocazione WHERE incontro_id = $1', [incontro.id])).length).toBe(1);
  const { body } = await world
    .as(base.referente)
    .get<{ gestione: { emails: { stato: string; errore: string | null }[] } }>(`/ambiti/${base.ambito.slug}/incontri/${incontro.id}`);
  expect(body.gestione.emails.filter(m => m.stato === 'rifiutata').every(m => /^5\d\d /.test(m.errore ?? ''))).toBe(true);
  await world.close();
  await smtp.close();
});
