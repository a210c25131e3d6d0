import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { onServer, SERVER_VARIABLE } from '../../../testing/run-server.js';
import { announce, Bus, type BusEvent } from './bus.js';

const changed = (ambitoSlug: string): BusEvent => ({ t: 'pagine', ambitoSlug });

describe('The bus', () => {
  let database: TestDatabase;
  let db: DataSource;
  let bus: Bus;
  let heard: string[];

  beforeEach(async () => {
    database = await createTestDatabase();
    db = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    bus = new Bus(db);
    heard = [];
    bus.on('pagine', ({ ambitoSlug }) => ambitoSlug.startsWith('mark-') || heard.push(ambitoSlug));
    await bus.onModuleInit();
  });

  afterEach(async () => {
    await bus.onApplicationShutdown();
    await db.destroy();
    await database.drop();
  });

  /** Announcements arrive in order: once this one is there, so are all before it. */
  async function hearAll(on: Bus = bus): Promise<void> {
    const mark = `mark-${Math.random()}`;
    const arrived = new Promise<void>(resolve => on.on('pagine', event => event.ambitoSlug === mark && resolve()));
    await announce(db.manager, changed(mark));
    await arrived;
  }

  const reconnected = (): Promise<void> => new Promise(resolve => bus.onReconnect(resolve));

  it('tells every replica', async () => {
    const other = new Bus(db);
    const there: BusEvent[] = [];
    other.on('pagine', event => there.push(event));
    await other.onModuleInit();
    await announce(db.manager, changed('a'));
    await Promise.all([hearAll(), hearAll(other)]);
    expect(heard).toEqual(['a']);
    expect(there[0]).toEqual(changed('a'));
    await other.onApplicationShutdown();
  });

  it('tells nothing before the commit, and nothing of what is rolled back', async () => {
    await db.transaction(async manager => {
      await announce(manager, changed('confermata'));
      await hearAll();
      expect(heard).toEqual([]);
    });
    await db
      .transaction(async manager => {
        await announce(manager, changed('annullata'));
        throw new Error('annulla');
      })
      .catch(() => undefined);
    await hearAll();
    expect(heard).toEqual(['confermata']);
  });

  it('hands each kind of event to those who asked for it', async () => {
    const ended: string[] = [];
    bus.on('sessione', ({ sessioneId }) => ended.push(sessioneId));
    await announce(db.manager, { t: 'sessione', sessioneId: 's1' });
    await announce(db.manager, changed('a'));
    await hearAll();
    expect([heard, ended]).toEqual([['a'], ['s1']]);
  });

  it('is not upset by what others say on its channel', async () => {
    for (const stray of ['', 'ciao', 'null', '[]', '{"t":5}', '{"t":"altro"}']) await db.query(`SELECT pg_notify('tavoli', $1)`, [stray]);
    await announce(db.manager, changed('a'));
    await hearAll();
    expect(heard).toEqual(['a']);
  });

  it('F-3: says when it cannot hear, connects again by itself, and says that something may have been missed', async () => {
    const down = new Promise<void>(resolve => bus.onDown(resolve));
    const again = reconnected();
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-bus' AND datname = current_database()`,
    );
    await down;
    expect(bus.isUp).toBe(false);
    await again;
    expect(bus.isUp).toBe(true);
    await announce(db.manager, changed('dopo'));
    await hearAll();
    expect(heard).toEqual(['dopo']);
  });

  it('F-3: goes on trying while the database refuses it', async () => {
    const again = reconnected();
    const name = new URL(database.url).pathname.slice(1);
    const allow = (yes: boolean) =>
      onServer(process.env[SERVER_VARIABLE] ?? '', other => other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${yes}`));
    await allow(false);
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-bus' AND datname = current_database()`,
    );
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(bus.isUp).toBe(false);
    await allow(true);
    await again;
    await announce(db.manager, changed('dopo'));
    await hearAll();
    expect(heard).toEqual(['dopo']);
  });
});
