import { draft, EmailWorld } from '../../../testing/emails.js';
import { startSmtp, type SmtpCatcher } from '../../../testing/smtp.js';
import { Scenario } from '../../../testing/scenario.js';

describe('The outbox', () => {
  let world: EmailWorld;
  beforeEach(async () => {
    world = await EmailWorld.open();
  });
  afterEach(() => world.close());

  it('writes all the mails of an act with one statement', async () => {
    const statements: string[] = [];
    await world.db.transaction(async manager => {
      const query = manager.query.bind(manager);
      manager.query = (sql: string, args?: unknown[]) => (statements.push(sql), query(sql, args));
      await world.outbox.enqueue(
        manager,
        Array.from({ length: 50 }, (_, i) => draft({ to: { name: '', address: `n${i}@prova.test` } })),
      );
    });
    expect(statements.filter(sql => sql.includes('INSERT'))).toHaveLength(1);
    expect(await world.rows()).toHaveLength(50);
  });

  it('keeps one mail for each chiave, also within one act', async () => {
    const mail = draft();
    await world.enqueue(mail, { ...mail, subject: 'Secondo' });
    await world.enqueue({ ...mail, subject: 'Terzo' }, draft({ subject: 'Altro' }));
    expect((await world.rows()).map(row => row.subject)).toEqual(['Un messaggio di prova', 'Altro']);
  });

  it('writes in the name of the ambito that the mail is about', async () => {
    const ambito = await new Scenario(world.db).ambito('prova');
    await world.enqueue(draft({ about: { ambitoId: ambito.id, tipo: 'avviso', id: ambito.id } }), draft({ chiave: 'z' }));
    const senders = await world.db.query('SELECT da_nome, rispondi_a FROM email ORDER BY rispondi_a NULLS LAST');
    expect(senders).toEqual([
      { da_nome: 'Ambito Territoriale Sociale di Ambito di prova', rispondi_a: 'ambito@prova.test' },
      { da_nome: 'Tavoli Tematici', rispondi_a: null },
    ]);
  });

  it('B-6: keeps a mail whose recipient is no single mailbox as refused, and does not hold up the act', async () => {
    const addresses = [
      '',
      'a@b',
      'a@x.it, b@x.it',
      'a@x.it\r\nBcc: b@x.it',
      'gruppo: a@x.it, b@x.it;',
      '<a@x.it>',
      '"a b"@x.it',
      'a@x.it (b@x.it)',
      'a@x.it>\nRCPT TO:<b@x.it',
      'a@[127.0.0.1]',
      'a@\u00fcber.it',
      `${'a'.repeat(70)}@x.it`,
    ];
    await world.enqueue(...addresses.map(address => draft({ to: { name: 'Ada', address } })), draft());
    const rows = await world.rows();
    expect(rows.filter(row => row.stato === 'rifiutata')).toHaveLength(addresses.length);
    expect(rows.filter(row => row.stato === 'in_coda').map(row => row.a_indirizzo)).toEqual(['ada@prova.test']);
    expect(rows.every(row => !/[\r\n]/.test(row.a_indirizzo))).toBe(true);
  });

  it('stores an address as everybody else writes it', async () => {
    await world.enqueue(draft({ to: { name: 'Ada', address: ' Ada@Prova.TEST ' } }));
    expect((await world.rows())[0]?.a_indirizzo).toBe('ada@prova.test');
  });

  it('survives characters that a database cannot hold', async () => {
    await world.enqueue(
      draft({
        chiave: 'k\u0000\ud800',
        subject: 'a\u0000b\udfff',
        paragraphs: ['\u0000\ud800x'],
        to: { name: '\ud83d', address: 'ada@prova.test' },
      }),
    );
    expect(await world.rows()).toHaveLength(1);
  });

  describe('and what leaves it', () => {
    let smtp: SmtpCatcher;
    beforeEach(async () => {
      smtp = await startSmtp();
      await world.startWorker({ smtpUrl: smtp.url });
    });
    afterEach(() => smtp.close());

    it('I10: sends nothing of what was rolled back', async () => {
      const undone = world.db.transaction(async manager => {
        await world.outbox.enqueue(manager, [draft({ to: { name: '', address: 'mai@prova.test' } })]);
        throw new Error('annulla');
      });
      await expect(undone).rejects.toThrow('annulla');
      await world.enqueue(draft({ to: { name: '', address: 'si@prova.test' } }));
      await world.quiet();
      expect(smtp.received.map(message => message.to)).toEqual([['si@prova.test']]);
      expect((await world.rows()).map(row => row.a_indirizzo)).toEqual(['si@prova.test']);
    });

    it('sends nothing before the commit, and then at once', async () => {
      await world.db.transaction(async manager => {
        await world.outbox.enqueue(manager, [draft({ to: { name: '', address: 'dopo@prova.test' } })]);
        await world.enqueue(draft({ to: { name: '', address: 'prima@prova.test' } }));
        await world.quiet();
        expect(smtp.received.map(message => message.to[0])).toEqual(['prima@prova.test']);
      });
      await world.quiet();
      expect(smtp.received.map(message => message.to[0])).toEqual(['prima@prova.test', 'dopo@prova.test']);
    });
  });
});
