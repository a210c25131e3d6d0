import { setTimeout as sleep } from 'node:timers/promises';
import { MAILS } from '../../accounts/account/accounts.emails.js';
import { draft, EmailWorld } from '../../../testing/emails.js';
import { transactionsIn } from '../../../testing/statements.js';
import { parse, startSmtp, type Answer, type Received, type SmtpCatcher } from '../../../testing/smtp.js';
import { DEFAULT_PACE } from './email-pace.js';

const mails = (count: number) => Array.from({ length: count }, (_, i) => draft({ to: { name: '', address: `n${i}@prova.test` } }));
const addresses = (count: number): string[] =>
  mails(count)
    .map(mail => mail.to.address)
    .sort();

/** A server that takes every message whole and answers only when the test lets it. */
async function slowSmtp(): Promise<SmtpCatcher & { waiting: ((answer: Answer) => void)[]; holding(count: number): Promise<void> }> {
  const waiting: ((answer: Answer) => void)[] = [];
  const smtp = await startSmtp({ data: () => new Promise<Answer>(resolve => waiting.push(resolve)) });
  const holding = async (count: number): Promise<void> => {
    while (waiting.length < count) await sleep(10);
  };
  return { ...smtp, waiting, holding };
}

describe('Workers of the mail queue', () => {
  let world: EmailWorld;
  const servers: SmtpCatcher[] = [];
  const keep = <T extends SmtpCatcher>(server: T): T => (servers.push(server), server);
  beforeEach(async () => {
    world = await EmailWorld.open();
  });
  afterEach(async () => {
    await world.close();
    for (const server of servers.splice(0)) await server.close();
  });

  it('F-4: try again after 1, 5, 15, 30, 60 minutes, then every two hours for three days, a last time at their end, and give up', async () => {
    const smtp = keep(await startSmtp({ rcpt: () => '451 4.7.1 Riprova tra poco' }));
    await world.startWorker({ smtpUrl: smtp.url });
    await world.enqueue(draft());
    const waits: number[] = [];
    for (;;) {
      await world.quiet();
      const [row] = await world.db.query<{ stato: string; wait: number }[]>(
        'SELECT stato, ceil(extract(epoch FROM prossimo_tentativo_at - now()) / 60)::int AS wait FROM email',
      );
      if (row?.stato !== 'in_coda') break;
      waits.push(row.wait);
      await world.later(`${row.wait} minutes`);
    }
    expect(waits).toEqual([...DEFAULT_PACE.retryMinutes, ...Array(34).fill(120), 9]);
    expect((await world.rows())[0]).toMatchObject({
      stato: 'fallita',
      tentativi: waits.length + 1,
      errore: expect.stringContaining('451 4.7.1 Riprova tra poco'),
    });
  });

  it('F-6: two at once share the work and send nothing twice', async () => {
    const smtp = keep(await slowSmtp());
    await world.startWorker({ smtpUrl: smtp.url });
    await world.startWorker({ smtpUrl: smtp.url });
    await world.enqueue(...mails(60));
    await smtp.holding(2 * DEFAULT_PACE.concurrency); // more than one alone would have under way
    for (let answered = 0; answered < 60; answered += 1) {
      await smtp.holding(answered + 1);
      smtp.waiting[answered]?.(null);
    }
    await world.quiet();
    expect(smtp.received.map(message => message.to[0]).sort()).toEqual(addresses(60));
    expect((await world.rows()).map(row => [row.stato, row.tentativi])).toEqual(Array(60).fill(['inviata', 1]));
  });

  it('F-6: one that was frozen past its lease cannot write over what another did since', async () => {
    const smtp = keep(await slowSmtp());
    const stopZombie = await world.startWorker({ smtpUrl: smtp.url, pace: { concurrency: 1 } });
    await world.enqueue(draft());
    await smtp.holding(1);
    await world.startWorker({ smtpUrl: smtp.url });
    await world.later('2 minutes', true);
    await smtp.holding(2);
    smtp.waiting[0]?.('550 5.1.1 Nessuno con questo nome');
    await stopZombie();
    expect((await world.rows())[0]).toMatchObject({ stato: 'in_coda', tentativi: 2, errore: null });
    smtp.waiting[1]?.(null);
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({ stato: 'inviata', tentativi: 2, errore: null });
    const ids = await Promise.all(smtp.received.map(async message => (await parse(message)).messageId));
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('hold on to a mail for as long as the server takes to answer', async () => {
    const smtp = keep(await slowSmtp());
    await world.startWorker({ smtpUrl: smtp.url, pace: { leaseSeconds: 1 } });
    await world.enqueue(draft());
    await smtp.holding(1);
    const [before] = await world.db.query<{ until: Date }[]>('SELECT presa_fino_at AS until FROM email');
    const renewed = `SELECT 1 FROM email WHERE presa_fino_at > $1::timestamptz + interval '2 seconds'`;
    while ((await world.db.query<unknown[]>(renewed, [before?.until])).length === 0) await sleep(50);
    smtp.waiting[0]?.(null);
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({ stato: 'inviata', tentativi: 1 });
  });

  it('when stopped finish what is under way and take up nothing more', async () => {
    const smtp = keep(await slowSmtp());
    const stop = await world.startWorker({ smtpUrl: smtp.url, pace: { concurrency: 2 } });
    await world.enqueue(...mails(5));
    await smtp.holding(2);
    const stopped = stop();
    for (const answer of smtp.waiting) answer(null);
    await stopped;
    expect((await world.rows()).map(row => row.stato).sort()).toEqual(['in_coda', 'in_coda', 'in_coda', 'inviata', 'inviata']);
    expect(smtp.received).toHaveLength(2);
  });

  it('when stopped do not wait for ever: what the server does not answer is left for later', async () => {
    const smtp = keep(await slowSmtp());
    const stop = await world.startWorker({ smtpUrl: smtp.url, pace: { drainMs: 50 } });
    await world.enqueue(draft());
    await smtp.holding(1);
    await stop();
    expect((await world.rows())[0]).toMatchObject({ stato: 'in_coda', tentativi: 1 });
  });

  it('find by themselves what was announced while they did not listen', async () => {
    const smtp = keep(await startSmtp());
    await world.enqueue(...mails(3));
    await world.startWorker({ smtpUrl: smtp.url });
    await world.quiet();
    expect(smtp.received).toHaveLength(3);
  });

  it('wake by themselves when a mail is due again', async () => {
    let refused = false;
    const smtp = keep(await startSmtp({ rcpt: () => (refused ? null : ((refused = true), '451 Riprova')) }));
    await world.startWorker({ smtpUrl: smtp.url });
    await world.enqueue(draft());
    await world.quiet();
    await world.db.query(`UPDATE email SET prossimo_tentativo_at = now() + interval '1 second'`); // nobody is told
    await world.enqueue(draft({ chiave: 'altra', to: { name: '', address: 'altra@prova.test' } })); // the worker looks, and sees when to look again
    while (smtp.received.length < 2) await sleep(20);
    expect(smtp.to('ada@prova.test')).toHaveLength(1);
  });

  it('forget the words of a secret mail once it is delivered, and keep those of the others', async () => {
    const smtp = keep(await startSmtp({ rcpt: address => (address.startsWith('nessuno') ? '550 Nessuno' : null) }));
    await world.startWorker({ smtpUrl: smtp.url });
    const action = { label: 'Rispondi', path: '/consenso#segreto' };
    await world.enqueue(
      draft({ chiave: 'a', to: { name: '', address: 'a@prova.test' }, action, secret: true }),
      draft({ chiave: 'b', to: { name: '', address: 'b@prova.test' }, action, tipo: MAILS.reset.tipo, secret: true }),
      draft({ chiave: 'c', to: { name: '', address: 'c@prova.test' }, action }),
      draft({ chiave: 'd', to: { name: '', address: 'nessuno@prova.test' }, action, secret: true }),
    );
    await world.quiet();
    const kept = (await world.rows()).map(row => [row.a_indirizzo, row.testo.includes('#segreto'), row.html.includes('#segreto')]);
    expect(kept).toEqual([
      ['a@prova.test', false, false],
      ['b@prova.test', false, false],
      ['c@prova.test', true, true],
      ['nessuno@prova.test', true, true],
    ]);
    expect(smtp.received).toHaveLength(3);
    for (const message of smtp.received) expect((await parse(message as Received)).text).toContain('https://tavoli.test/consenso#segreto');
  });

  it('in the demo send nothing, count everything as sent, and keep every word for its mailbox', async () => {
    await world.startWorker({ smtpUrl: null, demo: true });
    await world.enqueue(draft({ action: { label: 'Rispondi', path: '/consenso#segreto' }, secret: true }));
    await world.quiet();
    const [row] = await world.rows();
    expect(row).toMatchObject({
      stato: 'inviata',
      tentativi: 1,
      testo: expect.stringContaining('#segreto'),
      html: expect.stringContaining('#segreto'),
    });
  });

  it('an empty queue is not asked about again and again, and a mail wakes who sleeps by it', async () => {
    const smtp = keep(await startSmtp());
    await world.startWorker({ smtpUrl: smtp.url });
    expect(await transactionsIn(world.db, 2)).toBeLessThan(50);
    await world.enqueue(draft());
    await world.quiet();
    expect(smtp.received).toHaveLength(1);
  });

  it('a mail that is due and in somebody else’s hands is waited for, not asked about as fast as the database answers', async () => {
    const smtp = keep(await startSmtp());
    await world.enqueue(draft());
    const other = world.db.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT 1 FROM email FOR UPDATE');
    await world.startWorker({ smtpUrl: smtp.url });
    expect(await transactionsIn(world.db, 2)).toBeLessThan(50);
    await other.rollbackTransaction();
    await other.release();
    await world.quiet();
    expect(smtp.received).toHaveLength(1);
  });
});
