import { randomUUID } from 'node:crypto';
import type { Pagina, SessioneAttivaView, SessioneView } from '@tavoli/shared';
import { PASSWORD, registered, Visitor } from '../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../testing/app.js';
import { Bus, type BusEvent } from '../platform/realtime/bus.js';

let world: World;
const heard: BusEvent[] = [];
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  world.app.get(Bus).on('sessione', event => void heard.push(event));
});
afterAll(() => world.close());

const who = async (visitor: Visitor) => (await visitor.get<SessioneView>('/sessione')).body.account?.email ?? null;
const signIn = (visitor: Visitor, email: string) => visitor.post('/sessione', { email, password: PASSWORD });
const sessions = async (visitor: Visitor) => (await visitor.get<Pagina<SessioneAttivaView>>('/sessioni')).body.items;

async function announced(matches: (event: BusEvent) => boolean): Promise<void> {
  while (!heard.some(matches)) await new Promise(resolve => setTimeout(resolve, 5));
}

describe('One’s open sessions', () => {
  it('are listed, this one first, by the device they are on', async () => {
    const { email, visitor } = await registered(world);
    await signIn(new Visitor(world), email);
    const list = await sessions(visitor);
    expect(list.map(s => [s.attuale, s.dispositivo])).toEqual([
      [true, 'Firefox su Linux'],
      [false, 'Firefox su Linux'],
    ]);
    expect(list[0]).toEqual({
      id: expect.any(String),
      creataAt: expect.stringMatching(/Z$/),
      vistaAt: expect.stringMatching(/Z$/),
      dispositivo: 'Firefox su Linux',
      attuale: true,
    });
  });

  it('end one by one, and their sockets with them', async () => {
    const { email, visitor } = await registered(world);
    const other = new Visitor(world);
    await signIn(other, email);
    const id = (await sessions(visitor)).find(s => !s.attuale)?.id ?? '';
    expect((await visitor.delete(`/sessioni/${id}`)).status).toBe(204);
    expect([await who(other), await who(visitor)]).toEqual([null, email]);
    await announced(event => event.t === 'sessione' && event.sessioneId === id);
    expect((await visitor.delete(`/sessioni/${id}`)).status).toBe(404);
  });

  it('end all but this', async () => {
    const { email, visitor } = await registered(world);
    const others = [new Visitor(world), new Visitor(world), new Visitor(world)];
    for (const other of others) await signIn(other, email);
    expect((await visitor.delete('/sessioni')).status).toBe(204);
    expect(await Promise.all(others.map(who))).toEqual([null, null, null]);
    expect(await sessions(visitor)).toHaveLength(1);
  });

  it('are nobody else’s business', async () => {
    const [mine, yours] = [await registered(world), await registered(world)];
    const id = (await sessions(yours.visitor))[0]?.id ?? '';
    expect((await mine.visitor.delete(`/sessioni/${id}`)).status).toBe(404);
    expect((await mine.visitor.delete(`/sessioni/${randomUUID()}`)).status).toBe(404);
    expect(await who(yours.visitor)).toBe(yours.email);
    expect((await new Visitor(world).get('/sessioni')).status).toBe(401);
    expect((await new Visitor(world).delete('/sessioni')).status).toBe(401);
  });
});
