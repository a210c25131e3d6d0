import { randomUUID } from 'node:crypto';
import { custodisci } from '../../../testing/files/custoditi.js';
import { draft, EmailWorld } from '../../../testing/emails.js';
import { Scenario, type AmbitoWorld } from '../../../testing/scenario.js';
import { startSmtp } from '../../../testing/smtp.js';

describe('The delivery ledger', () => {
  let world: EmailWorld;
  let ambito: AmbitoWorld;
  let scenario: Scenario;
  beforeEach(async () => {
    world = await EmailWorld.open();
    scenario = new Scenario(world.db);
    ambito = await scenario.ambito();
  });
  afterEach(() => world.close());

  const about = (id: string, tavoloId: string | null = null, of = ambito) => ({
    ambitoId: of.id,
    tipo: 'designazione',
    id,
    tavoloId,
  });
  const resend = (id: string, of = ambito) => world.db.transaction(manager => world.queries.resend(manager, of.id, id));

  it('tells what became of the mails about one thing, in its own ambito only', async () => {
    const id = randomUUID();
    const altro = await scenario.ambito();
    await world.enqueue(
      draft({ about: about(id), subject: 'Nostro' }),
      draft({ about: about(id, null, altro), subject: 'Altrui' }),
      draft({ about: about(randomUUID()) }),
    );
    expect(await world.queries.byObject(ambito.id, id)).toEqual([
      {
        id: expect.any(String),
        tipo: 'prova.messaggio',
        destinatario: 'ada@prova.test',
        oggetto: 'Nostro',
        stato: 'in_coda',
        tentativi: 0,
        errore: null,
        creataAt: expect.stringMatching(/Z$/),
        inviataAt: null,
        prossimoTentativoAt: expect.stringMatching(/Z$/),
      },
    ]);
  });

  it('is read page by page, each mail once, also while others arrive', async () => {
    for (let i = 0; i < 3; i += 1) await world.enqueue(draft({ about: about(randomUUID()) }), draft({ about: about(randomUUID()) }));
    const whole = (await world.queries.list(ambito.id, { limit: 100 })).items.map(item => item.id);
    expect(whole).toHaveLength(6);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.queries.list(ambito.id, { limit: 2, cursor });
      seen.push(...page.items.map(item => item.id));
      cursor = page.nextCursor ?? undefined;
      await world.enqueue(draft({ about: about(randomUUID()) }));
    } while (cursor !== undefined);
    expect(seen).toEqual(whole);
  });

  it('can be narrowed to some tavoli and to one state', async () => {
    const [uno, due] = [randomUUID(), randomUUID()];
    await world.enqueue(
      draft({ about: about(uno, uno) }),
      draft({ about: about(due, due) }),
      draft({ about: about(due, due), to: { name: '', address: 'nessuno' } }),
      draft({ about: about(randomUUID()) }),
    );
    const count = async (query: object): Promise<number> => (await world.queries.list(ambito.id, { limit: 10, ...query })).items.length;
    expect(await count({})).toBe(4);
    expect(await count({ tavoloIds: [uno, due] })).toBe(3);
    expect(await count({ tavoloIds: [due], stato: 'rifiutata' })).toBe(1);
    expect(await count({ tavoloIds: [] })).toBe(0);
    expect(await count({ stato: 'inviata' })).toBe(0);
  });

  it('lets staff send again what was refused or given up, and goes on counting its attempts', async () => {
    let answer: string | null = '550 5.1.1 Nessuno con questo nome';
    const smtp = await startSmtp({ rcpt: () => answer });
    await world.startWorker({ smtpUrl: smtp.url });
    const id = randomUUID();
    await world.enqueue(draft({ about: about(id) }));
    await world.quiet();
    const [refused] = await world.queries.byObject(ambito.id, id);
    expect(refused).toMatchObject({ stato: 'rifiutata', tentativi: 1, prossimoTentativoAt: null });

    answer = '451 4.7.1 Riprova tra poco';
    await resend(refused?.id ?? '');
    await world.quiet();
    const [waiting] = await world.db.query<{ minutes: number; tentativi: number }[]>(
      'SELECT ceil(extract(epoch FROM prossimo_tentativo_at - now()) / 60)::int AS minutes, tentativi FROM email',
    );
    expect(waiting).toEqual({ minutes: 1, tentativi: 2 }); // the schedule is new

    answer = null;
    await world.later('1 minute');
    await world.quiet();
    expect((await world.queries.byObject(ambito.id, id))[0]).toMatchObject({
      stato: 'inviata',
      tentativi: 3,
      errore: null,
      inviataAt: expect.any(String),
    });
    await smtp.close();
  });

  it('gives a mail that was given up three more days when it is sent again', async () => {
    await world.enqueue(draft({ about: about(randomUUID()) }));
    await world.db.query(
      `UPDATE email SET stato = 'fallita', creata_at = now() - interval '80 hours', in_coda_dal = now() - interval '80 hours'`,
    );
    const smtp = await startSmtp({ rcpt: () => '451 Riprova' });
    await world.startWorker({ smtpUrl: smtp.url });
    await resend((await world.rows())[0]?.id ?? '');
    await world.quiet();
    expect((await world.rows())[0]).toMatchObject({ stato: 'in_coda', tentativi: 1 });
    await smtp.close();
  });

  it('sends again neither what is waiting, nor what was delivered, nor what belongs to another ambito', async () => {
    const altro = await scenario.ambito();
    await world.enqueue(draft({ about: about(randomUUID()) }));
    const id = (await world.rows())[0]?.id ?? '';
    for (const stato of ['in_coda', 'inviata']) {
      await world.db.query('UPDATE email SET stato = $1', [stato]);
      await expect(resend(id)).rejects.toMatchObject({ code: 'email.stato' });
    }
    await world.db.query(`UPDATE email SET stato = 'fallita'`);
    await expect(resend(id, altro)).rejects.toMatchObject({ code: 'email.stato' });
    expect((await world.rows())[0]?.stato).toBe('fallita');
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(world.queries.list(ambito.id, { limit: 1, cursor: 'inventato' })).rejects.toMatchObject({
      code: 'richiesta.non_valida',
    });
  });

  it('is the mailbox of the demo, with words and files', async () => {
    await custodisci(world.db, 'a'.repeat(64));
    await world.enqueue(draft({ subject: 'Uno', files: [{ name: 'ricevuta.pdf', sha256: 'a'.repeat(64), mediaType: 'application/pdf' }] }));
    await world.enqueue(draft({ subject: 'Due' }));
    const box = await world.queries.demoMailbox(10, undefined);
    expect(box.map(mail => mail.oggetto)).toEqual(['Due', 'Uno']);
    expect(await world.queries.demoMailbox(1, undefined)).toHaveLength(1);
    const uno = await world.queries.demoMessage(box[1]?.id ?? '');
    expect(uno).toMatchObject({
      nome: 'Ada Prova',
      indirizzo: 'ada@prova.test',
      testo: expect.stringContaining('Gentile Ada Prova'),
      html: expect.stringContaining('<h1'),
      files: [{ name: 'ricevuta.pdf', mediaType: 'application/pdf' }],
    });
    await expect(world.queries.demoMessage(randomUUID())).rejects.toMatchObject({ code: 'risorsa.non_trovata' });
  });
});
