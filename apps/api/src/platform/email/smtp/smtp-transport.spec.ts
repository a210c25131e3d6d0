import { custodisci } from '../../../../testing/files/custoditi.js';
import { draft, MAIL_FROM, EmailWorld } from '../../../../testing/emails.js';
import { Scenario } from '../../../../testing/scenario.js';
import { parse, startSmtp, type Received, type SmtpCatcher } from '../../../../testing/smtp.js';
import { smtpOptions } from './smtp-options.js';

describe('What reaches the mail server', () => {
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

  async function catcher(
    behaviour: Parameters<typeof startSmtp>[0] = {},
    pace: Parameters<EmailWorld['startWorker']>[0]['pace'] = {},
  ): Promise<SmtpCatcher> {
    smtp = await startSmtp(behaviour);
    await world.startWorker({ smtpUrl: smtp.url, pace });
    return smtp;
  }

  it('is one message with text, HTML and files, in the name of the ambito, with answers to its office', async () => {
    const { received } = await catcher();
    const ambito = await new Scenario(world.db).ambito('prova');
    const { sha256 } = await world.blobs.put(Buffer.from('%PDF-1.7 di prova'), { maxBytes: 100 });
    await world.enqueue(
      draft({
        subject: 'Perché è già così: la convocazione',
        paragraphs: ['tutto bene — «sì».'],
        files: [{ name: 'Ricevuta n. 1 è qui.pdf', sha256, mediaType: 'application/pdf' }],
        about: { ambitoId: ambito.id, tipo: 'avviso', id: ambito.id },
      }),
    );
    await world.quiet();
    const [row] = await world.rows();
    const [message] = received;
    expect(message).toMatchObject({ from: MAIL_FROM, to: ['ada@prova.test'] });
    const mail = await parse(message as Received);
    expect(mail.subject).toBe('Perché è già così: la convocazione');
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(row?.testo.trim());
    expect(String(mail.html).replaceAll('\r\n', '\n').trim()).toBe(row?.html.trim());
    expect(mail.messageId).toBe(`<${row?.id}@tavoli.test>`);
    expect(mail.references).toBe(`<filo.${ambito.id}@tavoli.test>`);
    expect(mail.from?.value).toEqual([{ name: 'Ambito Territoriale Sociale di Ambito di prova', address: MAIL_FROM }]);
    expect(mail.replyTo?.value.map(v => v.address)).toEqual(['ambito@prova.test']);
    expect(mail.attachments.map(a => [a.filename, a.contentType, a.content.toString()])).toEqual([
      ['Ricevuta n. 1 è qui.pdf', 'application/pdf', '%PDF-1.7 di prova'],
    ]);
    expect(row).toMatchObject({ stato: 'inviata', tentativi: 1, errore: null, inviata_at: expect.any(Date) });
  });

  it('waits while a file that belongs to it cannot be read', async () => {
    const { received } = await catcher();
    await custodisci(world.db, '0'.repeat(64));
    await world.enqueue(draft({ files: [{ name: 'persa.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf' }] }));
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({
      stato: 'in_coda',
      tentativi: 1,
      errore: expect.stringContaining('not found'),
    });
    expect(received).toEqual([]);
  });

  it.each([
    ['550 5.1.1 Nessuno con questo nome', 'rcpt'],
    ['552 5.2.2 Casella piena', 'rcpt'],
    ['554 5.7.1 Respinto come indesiderato', 'data'],
  ] as const)('F-4: is not tried again after «%s» to %s, and the words of the server are kept', async (words, at) => {
    const { received } = await catcher({ [at]: () => words });
    await world.enqueue(draft());
    await world.quiet();
    await world.later('80 hours');
    await world.quiet();
    const [row] = await world.rows();
    expect(row).toMatchObject({ stato: 'rifiutata', tentativi: 1, errore: expect.stringContaining(words) });
    expect(received).toHaveLength(at === 'data' ? 1 : 0);
  });

  it.each([
    ['421 4.3.2 Servizio in chiusura', 'rcpt'],
    ['450 4.2.1 Casella occupata', 'rcpt'],
    ['451 4.7.1 Riprova tra poco', 'rcpt'],
    ['452 4.3.1 Spazio esaurito', 'data'],
    ['503 5.5.1 Comandi fuori ordine', 'rcpt'],
    ['drop', 'data'],
  ] as const)('F-4: is tried again after «%s» to %s', async (words, at) => {
    let refused = false;
    await catcher({ [at]: () => (refused ? null : ((refused = true), words)) });
    await world.enqueue(draft());
    await world.quiet();
    const [first] = await world.rows();
    expect(first).toMatchObject({
      stato: 'in_coda',
      tentativi: 1,
      errore: words === 'drop' ? expect.stringContaining('ha chiuso la connessione') : expect.stringContaining(words),
    });
    await world.later('1 minute');
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({ stato: 'inviata', tentativi: 2, errore: null });
  });

  const refused = (code: number): Error => Object.assign(new Error('Non ora'), { responseCode: code });
  it.each([
    ['our address', { sender: () => '550 5.7.1 Non ora' }, ''],
    [
      'our password',
      { options: { authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refused(535)) } },
      'tavoli:sbagliata@',
    ],
    ['our being there', { options: { onConnect: (_session, done) => done(refused(554)) } }, ''],
  ] satisfies [string, Parameters<typeof startSmtp>[0], string][])(
    'F-4: waits when the server refuses %s, which is no fault of the mail',
    async (_what, behaviour, login) => {
      smtp = await startSmtp(behaviour);
      await world.startWorker({ smtpUrl: smtp.url.replace('//', `//${login}`) });
      await world.enqueue(draft());
      await world.quiet();
      expect((await world.rows())[0]).toMatchObject({
        stato: 'in_coda',
        tentativi: 1,
        errore: expect.stringContaining('Non ora'),
      });
    },
  );

  it('F-4: gives a server that never answers only so much time, and does not lose its connections to it', async () => {
    let stalled = 0;
    const { received } = await catcher(
      { rcpt: () => (stalled++ < 6 ? new Promise<null>(() => undefined) : null) },
      { concurrency: 6, attemptMs: 1500 },
    );
    await world.enqueue(...Array.from({ length: 6 }, (_, i) => draft({ to: { name: '', address: `n${i}@prova.test` } })));
    await world.quiet();
    expect((await world.rows()).map(row => [row.stato, row.errore])).toEqual(
      Array(6).fill(['in_coda', expect.stringContaining('non ha risposto in tempo')]),
    );
    await world.later('1 minute');
    await world.quiet();
    expect(received).toHaveLength(6);
  });

  it('F-4: waits while there is no server, and says so', async () => {
    const gone = await startSmtp();
    await gone.close();
    await world.startWorker({ smtpUrl: gone.url });
    await world.enqueue(draft());
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({ stato: 'in_coda', errore: expect.stringContaining('non è raggiungibile') });
  });

  it('V12.3.2: goes to no server whose certificate nobody vouches for', async () => {
    const { received } = await catcher({ options: { secure: true } });
    await world.enqueue(draft());
    await world.quiet();
    expect(received).toEqual([]);
    expect((await world.rows())[0]).toMatchObject({ stato: 'in_coda', errore: expect.stringContaining('certificate') });
  });
});

describe('SMTP_URL', () => {
  it('changes to TLS before it tells a password, but on the loopback', () => {
    expect(smtpOptions('smtp://tavoli:se%3Agreta@mail.test')).toMatchObject({
      host: 'mail.test',
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
      auth: { user: 'tavoli', pass: 'se:greta' },
    });
    expect(smtpOptions('smtp://mail.test')).toMatchObject({ port: 25, secure: false, requireTLS: false, ignoreTLS: false });
    expect(smtpOptions('smtp://mail.test')).not.toHaveProperty('auth');
    expect(smtpOptions('smtps://tavoli:segreta@mail.test')).toMatchObject({ port: 465, secure: true });
    for (const local of ['127.0.0.1', 'localhost', '[::1]'])
      expect(smtpOptions(`smtp://a:b@${local}:1025`)).toMatchObject({ port: 1025, requireTLS: false, ignoreTLS: true });
    for (const remote of ['127.0.0.1.altrove.test', 'localhost.altrove.test'])
      expect(smtpOptions(`smtp://a:b@${remote}`)).toMatchObject({ requireTLS: true, ignoreTLS: false });
  });

  it('cannot ask to trust any certificate', () => {
    expect(JSON.stringify(smtpOptions('smtps://mail.test/?tls.rejectUnauthorized=false&requireTLS=false'))).not.toContain(
      'rejectUnauthorized',
    );
  });
});
