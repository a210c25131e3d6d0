import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, startSmtp, type Answer, type SmtpCatcher } from '../smtp.js';

/** The queue of mails that crash tests act on: an `EmailWorld`, or the whole product's. */
export interface Queue {
  readonly url: string;
  rows(): Promise<readonly { readonly a_indirizzo: string; readonly stato: string }[]>;
  later(interval: string, leases?: boolean): Promise<void>;
  quiet(): Promise<void>;
}

/** So many addresses of a kind: what the fickle server makes of them is in their name. */
export function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${kind}${i}@prova.test`);
}

/** Those that will never be taken. */
export const REFUSED = /^(inesistente|piena|indesiderata)/;

/** Some are refused for good, some at their first attempt only; of some the message is taken and the connection cut before the answer. */
export async function fickleSmtp(): Promise<SmtpCatcher & { dropped: string[] }> {
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
export class Hosts {
  constructor(
    private readonly queue: Queue,
    private readonly smtp: SmtpCatcher,
    private readonly concurrency: number,
  ) {}

  /** Starts one after the leases of the one before have ended. @param faultPoint where it kills itself, if it does */
  async start(faultPoint = '') {
    await this.queue.later('2 minutes', true);
    const args = [
      '--import',
      join(import.meta.dirname, '../nest-hooks.mjs'),
      join(import.meta.dirname, 'email-host.ts'),
      this.queue.url,
      this.smtp.url,
      String(this.concurrency),
    ];
    const env = { ...process.env, NODE_ENV: 'test', FAULT_POINT: faultPoint, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let stderr = '';
    child.stderr.on('data', chunk => (stderr += chunk));
    const ended = once(child, 'close').then(([code, signal]) => (signal === 'SIGKILL' ? 'killed' : `ended with ${code}: ${stderr}`));
    return { ended, kill: () => (child.kill('SIGKILL'), ended) };
  }
}

/** Kills one before it sends, `taken` of them after the server's yes and before it is noted, one anywhere in the middle. */
export async function killOften(queue: Queue, hosts: Hosts, smtp: SmtpCatcher, taken = 1): Promise<void> {
  expect(await (await hosts.start('email.claimed')).ended).toBe('killed');
  expect(smtp.received).toEqual([]);

  expect(await (await hosts.start('email.taken')).ended).toBe('killed');
  expect(smtp.received.length).toBeGreaterThan(0);
  expect((await queue.rows()).filter(row => row.stato === 'inviata')).toEqual([]);
  for (let again = 1; again < taken; again++) expect(await (await hosts.start('email.taken')).ended).toBe('killed');

  const anywhere = await hosts.start();
  for (const enough = smtp.received.length + 40; smtp.received.length < enough;) await sleep(1);
  expect(await anywhere.kill()).toBe('killed');
}

/** Lets time pass until every mail has come to an end. */
export async function finish(world: Queue): Promise<void> {
  await world.quiet();
  while ((await world.rows()).some(row => row.stato === 'in_coda')) {
    await world.later('2 hours');
    await world.quiet();
  }
}

/** All copies of a mail are the same mail: whoever receives two keeps one. */
export async function expectOneIdentity(smtp: SmtpCatcher, address: string): Promise<void> {
  const copies = await Promise.all(smtp.to(address).map(parse));
  expect(new Set(copies.map(copy => copy.messageId)).size).toBe(1);
  expect(new Set(copies.map(copy => copy.date?.toISOString())).size).toBe(1);
}
