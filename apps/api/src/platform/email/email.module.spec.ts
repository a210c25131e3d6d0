import { setTimeout as sleep } from 'node:timers/promises';
import { testConfig, testWorld, type World } from '../../../testing/app.js';
import { draft } from '../../../testing/emails.js';
import { startSmtp, type SmtpCatcher } from '../../../testing/smtp.js';
import { createApp } from '../../create-app.js';
import { EmailOutbox } from './email-outbox.js';

describe('Mails in the whole product', () => {
  let smtp: SmtpCatcher;
  let world: World | undefined;
  beforeEach(async () => {
    smtp = await startSmtp();
  });
  afterEach(async () => {
    await world?.close();
    world = undefined;
    await smtp.close();
  });

  it('leave through the server of SMTP_URL, from the address of MAIL_FROM', async () => {
    world = await testWorld({ PROCESS: 'all', SMTP_URL: smtp.url, MAIL_FROM: 'ufficio@portale.test' });
    const outbox = world.app.get(EmailOutbox, { strict: false });
    await world.db.transaction(manager => outbox.enqueue(manager, [draft()]));
    while (smtp.received.length === 0) await sleep(10);
    expect(smtp.received).toEqual([expect.objectContaining({ from: 'ufficio@portale.test', to: ['ada@prova.test'] })]);
  });

  it('are left by a process of the web to a worker', async () => {
    world = await testWorld({ PROCESS: 'web', SMTP_URL: smtp.url, MAIL_FROM: 'web@portale.test' });
    const outbox = world.app.get(EmailOutbox, { strict: false });
    await world.db.transaction(manager => outbox.enqueue(manager, [draft()]));
    const { app: worker } = await createApp(
      testConfig(world.url, { PROCESS: 'worker', SMTP_URL: smtp.url, MAIL_FROM: 'worker@portale.test' }),
      world.url,
      { site: null },
    );
    await worker.init();
    while (smtp.received.length === 0) await sleep(10);
    await worker.close();
    expect(smtp.received.map(message => message.from)).toEqual(['worker@portale.test']);
    expect(await world.db.query('SELECT stato, tentativi FROM email')).toEqual([{ stato: 'inviata', tentativi: 1 }]);
  });
});
