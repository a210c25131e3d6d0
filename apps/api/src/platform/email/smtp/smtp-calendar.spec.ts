import { draft, EmailWorld } from '../../../../testing/emails.js';
import { lintIcs } from '../../../../testing/ics/ics-lint.js';
import { icsMessages } from '../../../../testing/ics/ics-messages.js';
import { headersOf, parse, startSmtp, type Received, type SmtpCatcher } from '../../../../testing/smtp.js';

const { convoca = '', annulla = '' } = icsMessages();
const INVITO = { method: 'REQUEST' as const, ics: convoca };

/** A part of a message as it travels: headers and content. */
interface Part {
  readonly headers: string;
  readonly content: string;
}

/** The parts of this multipart message, the nested ones too, in order; only those that hold something themselves. */
function parts(raw: string): Part[] {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ');
  const body = rest.join('\r\n\r\n');
  const boundary = /^content-type: multipart\/[^;]+;.*boundary="([^"]+)"/im.exec(headers)?.[1];
  if (boundary === undefined) return [{ headers, content: decoded(headers, body) }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap(part => parts(part.replace(/^\r\n|\r\n$/g, '')));
}

function decoded(headers: string, body: string): string {
  if (/transfer-encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString();
  if (!/transfer-encoding: quoted-printable/i.test(headers)) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

const typeOf = ({ headers }: Part): string => /^content-type: ([^\r\n]*)/im.exec(headers)?.[1] ?? '';

describe('A mail that carries a calendar message', () => {
  let world: EmailWorld;
  let smtp: SmtpCatcher | undefined;
  beforeEach(async () => {
    world = await EmailWorld.open();
  });
  afterEach(async () => {
    await world.close();
    await smtp?.close();
    smtp = undefined;
  });

  async function arrived(fields: Parameters<typeof draft>[0], behaviour: Parameters<typeof startSmtp>[0] = {}): Promise<Received> {
    smtp = await startSmtp(behaviour);
    await world.startWorker({ smtpUrl: smtp.url });
    await world.enqueue(draft(fields));
    await world.quiet();
    return smtp.received[0] as Received;
  }

  it.each([
    ['REQUEST', convoca],
    ['CANCEL', annulla],
  ] as const)(
    'C-3: arrives as text, HTML and text/calendar with method=%s, and as a file, in the bytes that were written',
    async (method, ics) => {
      const { raw } = await arrived({ calendar: { method, ics } });
      const [text, html, calendar, file, ...others] = parts(raw) as [Part, Part, Part, Part];
      expect(others).toEqual([]);
      expect([text, html, calendar].map(typeOf)).toEqual([
        'text/plain; charset=utf-8',
        'text/html; charset=utf-8',
        `text/calendar; charset=utf-8; method=${method}`,
      ]);
      expect(raw.match(/multipart\/(alternative|mixed)/g)).toEqual(['multipart/mixed', 'multipart/alternative']);
      expect(calendar.headers).not.toMatch(/disposition/i);
      expect(file.headers).toMatch(/^content-type: application\/ics; name=invito\.ics/im);
      expect(file.headers).toMatch(/^content-disposition: attachment; filename=invito\.ics/im);
      for (const { content } of [calendar, file]) {
        expect(content).toBe(ics);
        expect(lintIcs(content)).toEqual([]);
      }
    },
  );

  it('brings its files too, and the invitation is one of them to whoever reads it', async () => {
    const { sha256 } = await world.blobs.put(Buffer.from('%PDF-1.7 di prova'), { maxBytes: 100 });
    const received = await arrived({
      calendar: INVITO,
      files: [{ name: 'Ordine del giorno.pdf', sha256, mediaType: 'application/pdf' }],
    });
    const mail = await parse(received);
    expect(mail.attachments.map(a => [a.filename, a.contentType, a.contentDisposition])).toEqual([
      [undefined, 'text/calendar', undefined],
      ['Ordine del giorno.pdf', 'application/pdf', 'attachment'],
      ['invito.ics', 'application/ics', 'attachment'],
    ]);
    expect(mail.attachments.filter(a => a.filename !== 'Ordine del giorno.pdf').map(a => a.content.toString())).toEqual([convoca, convoca]);
  });

  it('F-4: is the same message, with the same Message-ID and the same invitation, when it is sent again', async () => {
    let cut = false;
    const first = await arrived({ calendar: INVITO }, { data: () => (cut ? null : ((cut = true), 'drop')) });
    await world.later('1 minute');
    await world.quiet();
    expect(smtp?.received).toHaveLength(2);
    const [one, two] = await Promise.all([first, smtp?.received[1] as Received].map(parse));
    expect(two?.messageId).toBe(one?.messageId);
    expect(two?.date).toEqual(one?.date);
    expect(parts(smtp?.received[1]?.raw ?? '').map(part => part.content)).toEqual(parts(first.raw).map(part => part.content));
    expect((await world.rows())[0]).toMatchObject({ stato: 'inviata', tentativi: 2 });
  });

  it('stays whole in the queue, and is shown with the mail of the demo', async () => {
    await world.startWorker({ smtpUrl: null, demo: true });
    await world.enqueue(draft({ calendar: INVITO }));
    await world.quiet();
    const [row] = await world.rows();
    expect(await world.queries.demoMessage(row?.id ?? '')).toMatchObject({ calendario: INVITO });
  });

  it('is no part of other mails', async () => {
    const { raw } = await arrived({});
    expect(parts(raw).map(typeOf)).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
  });
});

describe('A mail that its reader may turn off', () => {
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

  async function listHeaders(fields: Parameters<typeof draft>[0]): Promise<string[]> {
    await world.enqueue(draft(fields));
    await world.quiet();
    return (await headersOf(smtp.received[0] as Received)).filter(line => /^list-/i.test(line)).map(line => line.replace(/\r\n/g, ''));
  }

  it('says how, with one click and no page (RFC 8058)', async () => {
    expect(await listHeaders({ rinuncia: `/u/${'a'.repeat(43)}` })).toEqual([
      `List-Unsubscribe: <https://tavoli.test/u/${'a'.repeat(43)}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ]);
  });

  it('is told apart from one that is due, which says nothing of it', async () => {
    expect(await listHeaders({})).toEqual([]);
  });

  it('takes its secret address out of our hands once it is delivered, and what a secret mail says in a calendar too', async () => {
    const kept = { rinuncia: `/u/${'a'.repeat(43)}`, calendar: INVITO };
    await world.enqueue(draft(kept), draft({ ...kept, secret: true }));
    await world.quiet();
    expect(smtp.received.map(({ raw }) => raw.includes(kept.rinuncia))).toEqual([true, true]);
    const rows = await world.rows();
    expect(rows.map(row => row.rinuncia)).toEqual([null, null]);
    expect(rows.map(row => row.calendario).filter(calendario => calendario !== null)).toEqual([INVITO]);
  });

  it('leads to our portal and nowhere else', async () => {
    await expect(world.enqueue(draft({ rinuncia: '//altrove.test/u/1' }))).rejects.toThrow('a page of the portal only');
    expect(await world.rows()).toEqual([]);
  });
});
