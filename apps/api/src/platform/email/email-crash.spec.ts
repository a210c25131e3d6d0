import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { draft, EmailWorld } from '../../../testing/emails.js';
import { parse, startSmtp, type Answer, type SmtpCatcher } from '../../../testing/smtp.js';

const TESTING = join(import.meta.dirname, '../../../testing');

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
const REFUSED = /^(inesistente|piena|indesiderata)/;

function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${kind}${i}@prova.test`);
}

/** Some are refused for good, some at their first attempt only; of some the message is taken and the connection cut before the answer. */
async function fickleSmtp(): Promise<SmtpCatcher & { dropped: string[] }> {
  const seen = new Set<string>();
  const dropped: string[] = [];
  const atFirst = (address: string, answer: Answer): Answer => (seen.has(address) ? null : (seen.add(address), answer));
  const smtp = await startSmtp({
    rcpt(address) {
      if (address.startsWith('inesistente')) return '550 5.1.1 Nessuno con questo nome';
      if (address.startsWith('piena')) return '552 5.2.2 Casella piena';
      if (address.startsWith('lista-grigia')) return atFirst(address, '451 4.7.1 Riprova tra poco');
      return address.startsWith('chiude') ? atFirst(address, '421 4.3.2 Servizio in chiusura') : null;
    },
    data(address) {
      if (address.startsWith('indesiderata')) return '554 5.7.1 Respinto come indesiderato';
      if (!address.startsWith('cade')) return null;
      const answer = atFirst(address, 'drop');
      if (answer === 'drop') dropped.push(address);
      return answer;
    },
  });
  return { ...smtp, dropped };
}

/** Workers in processes of their own, one after the other. */
class Hosts {
  constructor(
    private readonly world: EmailWorld,
    private readonly smtp: SmtpCatcher,
    private readonly concurrency: number,
  ) {}

  /** Starts one after the leases of the one before have ended. @param faultPoint where it kills itself, if it does */
  async start(faultPoint = '') {
    await this.world.later('2 minutes', true);
    const args = [
      '--import',
      join(TESTING, 'nest-hooks.mjs'),
      join(TESTING, 'email-host.ts'),
      this.world.url,
      this.smtp.url,
      String(this.concurrency),
    ];
    const env = { ...process.env, NODE_ENV: 'test', FAULT_POINT: faultPoint, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let stderr = '';
    child.stderr.on('data', chunk => (stderr += chunk));
    const ended = once(child, 'close').then(([code, signal]) =>
      signal === 'SIGKILL' ? 'killed' : `ended with ${code}: ${stderr}`,
    );
    return { ended, kill: () => (child.kill('SIGKILL'), ended) };
  }
}

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

  async function killThreeTimes(hosts: Hosts): Promise<void> {
    expect(await (await hosts.start('email.claimed')).ended).toBe('killed');
    expect(smtp.received).toEqual([]);

    expect(await (await hosts.start('email.taken')).ended).toBe('killed'); // after the server's yes, before it is noted
    expect(smtp.received.length).toBeGreaterThan(0);
    expect((await world.rows()).filter(row => row.stato === 'inviata')).toEqual([]);

    const anywhere = await hosts.start();
    for (const enough = smtp.received.length + 40; smtp.received.length < enough;) await sleep(1);
    expect(await anywhere.kill()).toBe('killed');
  }

  it.each([1, 5])(
    'F-4: three times with kill -9, on %i connections to a fickle server, loses none of hundred mails and repeats no more than it had in hand',
    async concurrency => {
      const hosts = new Hosts(world, smtp, concurrency);
      await killThreeTimes(hosts);
      const last = await hosts.start();
      await finish(world);
      await last.kill();

      const states = Object.fromEntries((await world.rows()).map(row => [row.a_indirizzo, row.stato]));
      expect(states).toEqual(
        Object.fromEntries(PEOPLE.map(address => [address, REFUSED.test(address) ? 'rifiutata' : 'inviata'])),
      );
      const wanted = PEOPLE.filter(address => !REFUSED.test(address));
      expect(wanted.filter(address => smtp.to(address).length === 0)).toEqual([]);
      const extra = wanted.reduce((sum, address) => sum + smtp.to(address).length - 1, 0);
      expect(smtp.dropped).toHaveLength(6);
      expect(extra).toBeGreaterThan(smtp.dropped.length); // or the second kill came too early to prove anything
      expect(extra).toBeLessThanOrEqual(3 * concurrency + smtp.dropped.length);
      for (const address of wanted) await expectOneIdentity(smtp, address);
    },
    60_000,
  );
});

/** Lets time pass until every mail has come to an end. */
async function finish(world: EmailWorld): Promise<void> {
  await world.quiet();
  while ((await world.rows()).some(row => row.stato === 'in_coda')) {
    await world.later('2 hours');
    await world.quiet();
  }
}

/** All copies of a mail are the same mail: whoever receives two keeps one. */
async function expectOneIdentity(smtp: SmtpCatcher, address: string): Promise<void> {
  const copies = await Promise.all(smtp.to(address).map(parse));
  expect(new Set(copies.map(copy => copy.messageId)).size).toBe(1);
  expect(new Set(copies.map(copy => copy.date?.toISOString())).size).toBe(1);
}
