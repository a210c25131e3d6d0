import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { draft, emailWorld, type EmailWorld } from '../../../testing/emails.js';
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

/** A worker in a process of its own. `faultPoint`: where it kills itself; else the test does. */
function startHost(world: EmailWorld, smtp: SmtpCatcher, concurrency: number, faultPoint = '') {
  const args = ['--import', join(TESTING, 'nest-hooks.mjs'), join(TESTING, 'email-host.ts'), world.url, smtp.url, String(concurrency)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_ENV: 'test', FAULT_POINT: faultPoint, NODE_OPTIONS: '' } });
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += chunk));
  const ended = once(child, 'close').then(([code, signal]) => (signal === 'SIGKILL' ? 'killed' : `ended with ${code}: ${stderr}`));
  return { ended, kill: () => child.kill('SIGKILL') };
}

describe('The worker of mails, killed', () => {
  it.each([1, 5])(
    'F-4: three times with kill -9, on %i connections to a fickle server, loses no mail of hundred and repeats no more than it had in hand',
    async concurrency => {
      const world = await emailWorld();
      const smtp = await fickleSmtp();
      await world.enqueue(...PEOPLE.map(address => draft({ to: { name: 'Persona di Prova', address } })));

      const before = startHost(world, smtp, concurrency, 'email.claimed');
      expect(await before.ended).toBe('killed');
      expect(smtp.received).toEqual([]);

      await world.later('2 minutes', true);
      const between = startHost(world, smtp, concurrency, 'email.taken'); // after the server's yes, before it is noted
      expect(await between.ended).toBe('killed');
      expect(smtp.received.length).toBeGreaterThan(0);
      expect((await world.rows()).filter(row => row.stato === 'inviata')).toEqual([]);

      await world.later('2 minutes', true);
      const anywhere = startHost(world, smtp, concurrency);
      for (const half = smtp.received.length + 40; smtp.received.length < half; ) await sleep(1);
      anywhere.kill();
      expect(await anywhere.ended).toBe('killed');

      await world.later('2 minutes', true);
      const last = startHost(world, smtp, concurrency);
      await finish(world);
      last.kill();
      await last.ended;

      const rows = await world.rows();
      const states = Object.fromEntries(rows.map(row => [row.a_indirizzo, row.stato]));
      expect(states).toEqual(Object.fromEntries(PEOPLE.map(address => [address, REFUSED.test(address) ? 'rifiutata' : 'inviata'])));
      const wanted = PEOPLE.filter(address => !REFUSED.test(address));
      expect(wanted.filter(address => smtp.to(address).length === 0)).toEqual([]);
      const extra = wanted.reduce((sum, address) => sum + smtp.to(address).length - 1, 0);
      expect(smtp.dropped).toHaveLength(6);
      expect(extra).toBeLessThanOrEqual(3 * concurrency + smtp.dropped.length);
      for (const address of wanted) await expectOneIdentity(smtp, address);

      await world.close();
      await smtp.close();
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
