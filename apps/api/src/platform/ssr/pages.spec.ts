import { PagesWorld } from '../../../testing/pages.js';
import { rendered } from '../../../testing/portal.js';
import { Bus } from '../realtime/bus.js';

describe('Public pages', () => {
  let world: PagesWorld;

  beforeAll(async () => {
    world = await PagesWorld.open();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('are rendered once, and then answered from memory, whatever is added to their address', async () => {
    const [first, second, third] = [
      await world.get('/a/tavoli'),
      await world.get('/a/tavoli/?utm_source=posta'),
      await world.get('/a/tavoli?cerca='),
    ];
    expect(second.text).toBe(first.text);
    expect(third.text).toBe(first.text);
    expect(world.renderings).toEqual(['/a/tavoli']);
  });

  it('are rendered once also when many ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.get('/a')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(world.renderings).toEqual(['/a']);
  });

  it('are rendered again when a change of their ambito is announced, by any replica, and only they', async () => {
    const other = await world.replica();
    await Promise.all([world.get('/a'), world.get('/b'), other.ask('/a')]);
    world.renderings.length = 0;
    await Promise.all([world.change('a'), world.change('a', other)]);
    await Promise.all([world.get('/a'), world.get('/b'), other.ask('/a')]);
    await other.close();
    expect(world.renderings).toEqual(['/a', '/a']);
  });

  it('are never answered as they were before a change, even if they were being rendered meanwhile', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    world.render = async () => {
      begin();
      await held;
      return rendered('vecchia');
    };
    const early = world.get('/a');
    await begun;
    await world.change('a');
    world.render = async () => rendered('nuova');
    expect((await world.get('/a')).text).toContain('nuova');
    release();
    expect((await early).text).toContain('vecchia');
    expect((await world.get('/a')).text).toContain('nuova');
  });

  it('F-3: are rendered at each request while announcements cannot be heard, and kept again afterwards', async () => {
    await world.get('/a');
    const bus = world.portal.app.get(Bus);
    const [down, up] = [new Promise<void>(resolve => bus.onDown(resolve)), new Promise<void>(resolve => bus.onReconnect(resolve))];
    world.render = async () => rendered('dopo la caduta');
    await world.portal.db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tavoli-bus' AND datname = current_database()`,
    );
    await down;
    expect((await world.get('/a')).text).toContain('dopo la caduta');
    await up;
    world.renderings.length = 0;
    await world.get('/a');
    await world.get('/a');
    expect(world.renderings).toEqual(['/a']);
  });

  it('keep one page for all that is not found', async () => {
    world.render = async () => rendered('non trovata', { status: 404 });
    expect([(await world.get('/boh')).status, (await world.get('/boh')).status]).toEqual([404, 404]);
    expect(world.renderings).toEqual(['/boh', '/-/non-trovata', '/boh']);
    expect(world.portal.pages?.cache.size).toBe(1);
  });

  it('say in plain words, or to programs as a problem, that they cannot be shown now', async () => {
    world.render = async () => {
      throw new Error('guasto');
    };
    const person = await world.get('/a', { accept: 'text/html' });
    expect([person.status, person.headers['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
    expect(person.text).not.toContain('guasto');
    const program = await world.get('/a');
    expect(JSON.parse(program.text)).toMatchObject({
      status: 500,
      code: 'errore.interno',
      instance: program.headers['x-request-id'],
    });
  });
});
