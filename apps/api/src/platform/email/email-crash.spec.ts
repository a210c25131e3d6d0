import { draft, EmailWorld } from '../../../testing/emails.js';
import { expectOneIdentity, fickleSmtp, finish, Hosts, killOften, named, REFUSED } from '../../../testing/crash/email-crash.js';

/** Hundred recipients, by what their server makes of them. */
const PEOPLE = [
  ...named('inesistente', 8),
  ...named('piena', 6),
  ...named('indesiderata', 6),
  ...named('lista-grigia', 15),
  ...named('chiude', 5),
  ...named('cade', 6),
  ...named('normale', 54),
];
describe('The worker of mails, killed', () => {
  let world: EmailWorld;
  let smtp: Awaited<ReturnType<typeof fickleSmtp>>;
  beforeEach(async () => {
    [world, smtp] = [await EmailWorld.open(), await fickleSmtp()];
    await world.enqueue(...PEOPLE.map(address => draft({ to: { name: 'Persona di Prova', address } })));
  });
  afterEach(async () => {
    await world.close();
    await smtp.close();
  });

  it.each([1, 5])(
    'F-4: three times with kill -9, on %i connections to a fickle server, loses none of hundred mails and repeats no more than it had in hand',
    async concurrency => {
      const hosts = new Hosts(world, smtp, concurrency);
      await killOften(world, hosts, smtp);
      const last = await hosts.start();
      await finish(world);
      await last.kill();

      const states = Object.fromEntries((await world.rows()).map(row => [row.a_indirizzo, row.stato]));
      expect(states).toEqual(Object.fromEntries(PEOPLE.map(address => [address, REFUSED.test(address) ? 'rifiutata' : 'inviata'])));
      const wanted = PEOPLE.filter(address => !REFUSED.test(address));
      expect(wanted.filter(address => smtp.to(address).length === 0)).toEqual([]);
      const extra = wanted.reduce((sum, address) => sum + smtp.to(address).length - 1, 0);
      expect(smtp.dropped).toHaveLength(6);
      expect(extra).toBeGreaterThan(smtp.dropped.length); // or the second kill came too early to prove anything
      expect(extra).toBeLessThanOrEqual(3 * concurrency + smtp.dropped.length);
      for (const address of wanted) await expectOneIdentity(smtp, address);
    },
  );
});
