import { draft, EmailWorld } from '../../../../testing/emails.js';
import { startSmtp } from '../../../../testing/smtp.js';
import { EmailQueue } from '../email-queue.js';
import { DeliveryError } from '../email-transport.js';
import { MailServer } from './mail-server.js';

interface Posta {
  readonly host: string;
  readonly riuscita: boolean;
  readonly guasta: boolean;
}
const MINUTE = 60_000;

describe('A mail server that is down', () => {
  let world: EmailWorld;
  beforeAll(async () => {
    world = await EmailWorld.open();
  });
  afterAll(() => world.close());
  const posta = (): Promise<Posta[]> =>
    world.db.query(
      'SELECT host, riuscita_at IS NOT NULL AS riuscita, guasta_dal IS NOT NULL AS guasta FROM posta ORDER BY vista_at DESC LIMIT 1',
    );

  it('F-4: is seen by who watches, with its host, and so is the one that takes mails', async () => {
    const smtp = await startSmtp();
    await smtp.close(); // its port answers nobody now
    const stop = await world.startWorker({ smtpUrl: smtp.url });
    await world.enqueue(...Array.from({ length: 5 }, () => draft()));
    await world.quiet();
    expect(await posta()).toEqual([{ host: new URL(smtp.url).host, riuscita: false, guasta: true }]);
    await stop();
    const other = await startSmtp();
    await world.startWorker({ smtpUrl: other.url });
    await world.later('1 hour');
    await world.quiet();
    expect(await posta()).toEqual([{ host: new URL(other.url).host, riuscita: true, guasta: false }]);
    await other.close();
  });

  it('is told of once for each host and period, whatever number of mails finds it so, and when it is back', async () => {
    const lines: string[] = [];
    const log = { warn: (line: string) => void lines.push(`warn ${line}`), log: (line: string) => void lines.push(`log ${line}`) };
    let now = 0;
    const server = new MailServer('smtp://posta.prova.test:2525', new EmailQueue(world.db), log, () => now);
    const down = new DeliveryError(false, 'Il server di posta non è raggiungibile.', true);
    for (let minute = 0; minute < 14; minute += 1, now += MINUTE) for (let mail = 0; mail < 100; mail += 1) await server.note(down);
    expect(lines).toEqual([
      expect.stringContaining('warn Il server di posta posta.prova.test:2525 non prende messaggi: Il server di posta non è raggiungibile.'),
    ]);
    now += MINUTE;
    await server.note(down);
    expect(lines).toHaveLength(2);
    await server.note(new DeliveryError(true, '550 Nobody of that name'));
    await server.note(new DeliveryError(false, '451 Try again later'));
    await server.note(null);
    await server.note(null);
    expect(lines.slice(2)).toEqual([expect.stringContaining('log Il server di posta posta.prova.test:2525 risponde di nuovo')]);
    expect(await posta()).toEqual([{ host: 'posta.prova.test:2525', riuscita: true, guasta: false }]);
  });
});
