import fc from 'fast-check';
import { draft, EmailWorld, MAIL_FROM } from '../../../testing/emails.js';
import { Scenario } from '../../../testing/scenario.js';
import { parse, startSmtp, type Received, type SmtpCatcher } from '../../../testing/smtp.js';

/** Names of the headers that every mail has; those of mails of an ambito, besides. */
const TEMPLATE = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];
const TEMPLATE_AMBITO = [...TEMPLATE, 'references', 'reply-to'].sort();

const HOSTILE = [
  'Ada\r\nBcc: vittima@altrove.test',
  'Ada\nBcc: vittima@altrove.test',
  'Ada\rBcc: vittima@altrove.test',
  'Ada\u2028Bcc: vittima@altrove.test',
  'Ada\u0085Bcc: vittima@altrove.test',
  'Ada\r\n\r\n<script>alert(1)</script>',
  'Ada\r\n.\r\nMAIL FROM:<x@altrove.test>\r\n',
  '"Ada" <vittima@altrove.test>',
  'Ada>, <vittima@altrove.test',
  'Ada, vittima@altrove.test',
  'Ada (vittima@altrove.test)',
  'Gruppo: vittima@altrove.test;',
  '"Ada\\" <vittima@altrove.test>"',
  '=?utf-8?Q?Ada=0D=0ABcc:_vittima@altrove.test?=',
  '=?utf-8?B?DQpCY2M6IHZpdHRpbWFAYWx0cm92ZS50ZXN0?=',
  '\u202eadA\u2066\u200b',
  '%0D%0ABcc: vittima@altrove.test',
  `${'Ada '.repeat(300)}\r\nBcc: vittima@altrove.test`,
  '.',
  '',
];

describe('What people write in a mail', () => {
  let world: EmailWorld;
  let smtp: SmtpCatcher;
  beforeEach(async () => {
    [world, smtp] = [await EmailWorld.open(), await startSmtp()];
    await world.startWorker({ smtpUrl: smtp.url });
  });
  afterEach(async () => {
    await world.close();
    await smtp.close();
  });

  it('B-6: whatever names, subjects and texts hold, has one recipient and the headers of the template', async () => {
    const ambito = await new Scenario(world.db).ambito('prova');
    await world.db.query('UPDATE ambito SET nome = $1', ['Prova\r\nBcc: vittima@altrove.test "x" <y@altrove.test>']);
    const random = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 60, seed: 6 });
    const texts = [...HOSTILE, ...random];
    await world.enqueue(
      ...texts.map((text, i) =>
        draft({
          to: { name: text, address: `n${i}@prova.test` },
          subject: text,
          paragraphs: [text, `.\r\n${text}\r\n.`],
          facts: [[text, text]],
          about: { ambitoId: ambito.id, tipo: 'avviso', id: ambito.id },
        }),
      ),
    );
    await world.quiet();
    expect(smtp.received.map(message => message.to).sort()).toEqual(texts.map((_, i) => [`n${i}@prova.test`]).sort());
    for (const message of smtp.received) {
      const mail = await parse(message);
      expect(mail.headerLines.map(line => line.key).sort()).toEqual(TEMPLATE_AMBITO);
      expect([mail.to].flat().flatMap(to => to?.value.map(v => v.address))).toEqual(message.to);
      expect(mail.from?.value.map(v => v.address)).toEqual([MAIL_FROM]);
      expect(mail.replyTo?.value.map(v => v.address)).toEqual(['ambito@prova.test']);
      expect(mail.attachments).toEqual([]);
      expect(mail.text).toContain('portale Tavoli Tematici'); // nothing cut it short
    }
  });

  it('B-6: is nothing when a row holds a recipient that is no single mailbox, however it got there', async () => {
    await world.enqueue(draft({ to: { name: '', address: 'a@x.it, b@x.it' } }));
    await world.db.query(`UPDATE email SET stato = 'in_coda'`);
    await world.enqueue(draft());
    await world.quiet();
    expect(smtp.received.map(message => message.to)).toEqual([['ada@prova.test']]);
    expect((await world.rows()).map(row => row.stato).sort()).toEqual(['inviata', 'rifiutata']);
  });

  it('has no more headers than the template when it concerns no ambito', async () => {
    await world.enqueue(draft());
    await world.quiet();
    const mail = await parse(smtp.received[0] as Received);
    expect(mail.headerLines.map(line => line.key).sort()).toEqual(TEMPLATE);
  });
});
