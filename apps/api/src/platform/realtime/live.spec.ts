import { io, type Socket } from 'socket.io-client';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import { listeningPortal, type ListeningPortal } from '../../../testing/portal.js';
import { Scenario, type Persona } from '../../../testing/scenario.js';
import { announce, Bus, type BusEvent } from './bus.js';
import { PageListeners } from './page-listeners.js';

const ORIGIN = 'https://tavoli.test';
type World = Awaited<ReturnType<Scenario['base']>>;

describe('The live channel', () => {
  let database: TestDatabase;
  let portal: ListeningPortal;
  let scenario: Scenario;
  let world: World;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    portal = await listeningPortal(database.url);
    scenario = new Scenario(portal.db);
    world = await scenario.base();
  });
  afterEach(() => sockets.splice(0).forEach(socket => socket.disconnect()));
  afterAll(async () => {
    await portal.close();
    await database.drop();
  });

  function open(
    persona: Persona | null,
    options: { origin?: string; transport?: 'websocket' | 'polling'; at?: ListeningPortal } = {},
  ): Socket {
    const { origin = ORIGIN, transport = 'websocket', at = portal } = options;
    const cookie: Record<string, string> = persona === null ? {} : { cookie: `__Host-sessione=${persona.token}` };
    const socket = io(`http://127.0.0.1:${at.port}`, {
      transports: [transport],
      extraHeaders: { ...(origin === '' ? {} : { origin }), ...cookie },
      forceNew: true,
      reconnection: false,
    });
    sockets.push(socket);
    return socket;
  }

  const event = <T>(socket: Socket, name: string): Promise<T> => new Promise(resolve => socket.once(name, resolve));
  const refusal = async (socket: Socket): Promise<string> => (await event<Error>(socket, 'connect_error')).message;
  async function connected(...args: Parameters<typeof open>): Promise<Socket & { frames: unknown[] }> {
    const socket = open(...args);
    const frames: unknown[] = [];
    socket.onAny((...frame) => frames.push(frame));
    await event(socket, 'connect');
    return Object.assign(socket, { frames });
  }

  const say = (told: BusEvent): Promise<void> => announce(portal.db.manager, told);
  const live = (rooms: string[], id: string): BusEvent => ({
    t: 'live',
    ambitoId: world.ambito.id,
    rooms,
    event: { tipo: 'designazione', id, ambitoId: world.ambito.id },
  });
  /** One socket hears everything of the world, in order: once it has heard the mark, the others have too. */
  async function afterMark(listener: Socket & { frames: unknown[] }, room: string): Promise<void> {
    const heard = new Promise<void>(resolve => listener.on('cambiato', ({ id }: { id: string }) => id === 'mark' && resolve()));
    await say(live([room], 'mark'));
    await heard;
    await new Promise(resolve => setImmediate(resolve));
  }
  const ids = (socket: { frames: unknown[] }): string[] =>
    socket.frames.map(frame => (frame as [string, { id: string }])[1].id).filter(id => id !== 'mark');

  it('tells each what happens where they hold a role, on whatever replica they are', async () => {
    const other = await listeningPortal(database.url);
    const { ambito, tavolo, ente } = world;
    const [coordinatore, referente, operatore] = await Promise.all([
      connected(world.coordinatore),
      connected(world.referente, { at: other }),
      connected(world.operatore, { transport: 'polling' }),
    ]);
    await say(live([`ambito:${ambito.id}`, `tavolo:${tavolo.id}`, `ente:${ente.id}`], 'per tutti'));
    await say(live([`tavolo:${tavolo.id}`], 'del tavolo'));
    await Promise.all([
      afterMark(coordinatore, `ambito:${ambito.id}`),
      afterMark(referente, `tavolo:${tavolo.id}`),
      afterMark(operatore, `ente:${ente.id}`),
    ]);
    expect([ids(coordinatore), ids(referente), ids(operatore)]).toEqual([['per tutti'], ['per tutti', 'del tavolo'], ['per tutti']]);
    await other.close();
  });

  it('A-3: tells nobody of another ambito', async () => {
    const elsewhere = await scenario.base();
    const [here, there] = await Promise.all([connected(world.coordinatore), connected(elsewhere.coordinatore)]);
    await say(live([`ambito:${world.ambito.id}`, `tavolo:${world.tavolo.id}`], 'canarino'));
    await Promise.all([afterMark(here, `ambito:${world.ambito.id}`), afterMark(there, `ambito:${elsewhere.ambito.id}`)]);
    expect([ids(here), ids(there)]).toEqual([['canarino'], []]);
  });

  it('A-8: a role that ends closes the socket at once on every replica, and nothing more is heard; it must ask again', async () => {
    const other = await listeningPortal(database.url);
    const persona = await scenario.incarico(world.ambito, 'ufficio_di_piano');
    const watcher = await connected(world.coordinatore);
    const both = await Promise.all([connected(persona), connected(persona, { at: other })]);
    const closed = both.map(socket => event<string>(socket, 'disconnect'));
    await portal.db.query('UPDATE incarico SET al = now() WHERE account_id = $1', [persona.id]);
    await say({ t: 'account', accountId: persona.id });
    await say(live([`ambito:${world.ambito.id}`], 'riservato'));
    await afterMark(watcher, `ambito:${world.ambito.id}`);
    expect(await Promise.all(closed)).toEqual(['io server disconnect', 'io server disconnect']);
    expect(both.map(ids)).toEqual([[], []]);
    const again = await connected(persona);
    await say(live([`ambito:${world.ambito.id}`], 'riservato'));
    await afterMark(again, `account:${persona.id}`);
    expect(ids(again)).toEqual([]);
    await other.close();
  });

  it('A-8: a session that ends closes its socket and no other of the same person', async () => {
    const [one, two] = [await scenario.persona(), world.coordinatore];
    const [ending, staying] = await Promise.all([connected(one), connected(two)]);
    const closed = event<string>(ending, 'disconnect');
    await portal.db.query('DELETE FROM sessione WHERE id = $1', [one.sessioneId]);
    await say({ t: 'sessione', sessioneId: one.sessioneId });
    expect(await closed).toBe('io server disconnect');
    expect(staying.connected).toBe(true);
    expect(await refusal(open(one))).toBe('accesso.richiesto');
  });

  it('F-3: sockets must ask again after the bus was deaf: an ending may have been missed', async () => {
    const socket = await connected(world.coordinatore);
    const closed = event<string>(socket, 'disconnect');
    const hears = new Promise<void>(resolve => portal.app.get(Bus).onReconnect(resolve));
    await portal.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-bus' AND datname = current_database()`,
    );
    await hears;
    expect(['transport close', 'transport error']).toContain(await closed);
  });

  it('F-3: outlives the loss of the connections of its adapter', async () => {
    await portal.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-live' AND datname = current_database()`,
    );
    const socket = await connected(world.coordinatore);
    await say(live([`ambito:${world.ambito.id}`], 'ancora'));
    await afterMark(socket, `ambito:${world.ambito.id}`);
    expect(ids(socket)).toEqual(['ancora']);
  });

  describe('for visitors', () => {
    const listens = (pagina: unknown): Socket => {
      const socket = io(`http://127.0.0.1:${portal.port}`, {
        transports: ['websocket'],
        extraHeaders: { origin: ORIGIN },
        auth: { pagina },
        forceNew: true,
        reconnection: false,
      });
      sockets.push(socket);
      return socket;
    };
    const heardBy = async (socket: Socket): Promise<Socket & { frames: unknown[] }> => {
      const frames: unknown[] = [];
      socket.onAny((...frame) => frames.push(frame));
      await event(socket, 'connect');
      return Object.assign(socket, { frames });
    };
    const incontro = async (stato: 'convocato' | 'bozza' = 'convocato'): Promise<{ ambito: string; tipo: string; id: string }> => {
      const { id } = await scenario.incontro(world.ambito, world.tavolo, { stato });
      return { ambito: world.ambito.slug, tipo: 'incontro', id };
    };

    it('tells who has the page of an incontro open that it changed, and nothing else of the ambito', async () => {
      const [one, other] = [await incontro(), await incontro()];
      const visitor = await heardBy(listens(one));
      const { ambito, tavolo } = world;
      await say(live([`ambito:${ambito.id}`, `tavolo:${tavolo.id}`, `pagina:incontro:${other.id}`], 'canarino'));
      await say(live([`pagina:incontro:${one.id}`], 'cambiato'));
      await afterMark(visitor, `pagina:incontro:${one.id}`);
      expect(ids(visitor)).toEqual(['cambiato']);
    });

    it('stands for nobody, whatever cookie comes along', async () => {
      const asked = await incontro();
      const socket = io(`http://127.0.0.1:${portal.port}`, {
        transports: ['websocket'],
        extraHeaders: { origin: ORIGIN, cookie: `__Host-sessione=${world.coordinatore.token}` },
        auth: { pagina: asked },
        forceNew: true,
        reconnection: false,
      });
      sockets.push(socket);
      const visitor = await heardBy(socket);
      await say(live([`ambito:${world.ambito.id}`], 'canarino'));
      await afterMark(visitor, `pagina:incontro:${asked.id}`);
      expect(ids(visitor)).toEqual([]);
    });

    it('opens no page that the public does not see, or that there is not', async () => {
      const asked = await incontro();
      for (const pagina of [
        await incontro('bozza'),
        { ...asked, id: '00000000-0000-4000-8000-000000000000' },
        { ...asked, id: 'x'.repeat(5000) },
        { ...asked, ambito: (await scenario.base()).ambito.slug },
        { ...asked, tipo: 'ente', id: world.ente.id },
        { ...asked, tipo: '__proto__' },
        {},
      ])
        expect(await refusal(listens(pagina))).toBe('accesso.richiesto');
    });

    it('so many visitors listen at once, and not one more; who has a session finds room all the same', async () => {
      const asked = await incontro();
      const visitors = portal.app.get(PageListeners);
      const gone = Array.from({ length: 2000 }, () => visitors.take());
      expect(await refusal(listens(asked))).toBe('accesso.richiesto');
      await connected(world.coordinatore);
      gone.forEach(go => go());
      await heardBy(listens(asked));
    });

    it('closes on a visitor who says anything', async () => {
      const visitor = await heardBy(listens(await incontro()));
      const closed = event<string>(visitor, 'disconnect');
      visitor.emit('join', `ambito:${world.ambito.id}`);
      expect(await closed).toBe('io server disconnect');
    });
  });

  it('B-20: refuses who has no session and asks for no page', async () => {
    expect(await refusal(open(null))).toBe('accesso.richiesto');
    expect(await refusal(open({ ...world.referente, token: 'inventato' }))).toBe('accesso.richiesto');
  });

  it.each(['https://evil.example', 'null', 'http://tavoli.test', ''])('B-20: refuses a WebSocket from the origin «%s»', async origin => {
    await refusal(open(world.coordinatore, { origin }));
    expect((await portal.ask('/api/v1/status')).status).toBe(200);
  });

  it('B-20: refuses to be polled by a page of another site', async () => {
    await refusal(open(world.coordinatore, { origin: 'https://evil.example', transport: 'polling' }));
    const hidden = await portal.ask('/socket.io/?EIO=4&transport=polling', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect(hidden.status).toBe(403);
  });

  it('B-20: closes on whoever says anything, such as the wish to enter a room', async () => {
    const socket = await connected(world.referente);
    const closed = event<string>(socket, 'disconnect');
    socket.emit('join', `ambito:${world.ambito.id}`);
    expect(await closed).toBe('io server disconnect');
  });

  it('B-20: closes on a frame that is too large, and lives on', async () => {
    const socket = await connected(world.referente);
    const closed = event<string>(socket, 'disconnect');
    socket.emit('x', 'x'.repeat(1_000_000));
    expect(['transport close', 'transport error']).toContain(await closed);
    await connected(world.referente);
  });

  it('B-20: knows no other namespace', async () => {
    const socket = io(`http://127.0.0.1:${portal.port}/admin`, {
      transports: ['websocket'],
      extraHeaders: { origin: ORIGIN, cookie: `__Host-sessione=${world.coordinatore.token}` },
      forceNew: true,
      reconnection: false,
    });
    sockets.push(socket);
    expect(await refusal(socket)).toBe('Invalid namespace');
  });
});
