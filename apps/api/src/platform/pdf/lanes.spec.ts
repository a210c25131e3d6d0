import { Abandoned, Lanes } from './lanes.js';

const BOUNDS = { ufficio: 20, persone: 20, pubblico: 3 };
const forever = (): void => undefined;

/** Lanes whose works end when told to, and in which order they began. */
function world(): { lanes: Lanes; begun: string[]; end: () => Promise<void>; work: (name: string) => () => Promise<string> } {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
  return {
    lanes: new Lanes(BOUNDS),
    begun,
    work: name => () => {
      begun.push(name);
      return new Promise(resolve => ends.push(() => resolve(name)));
    },
    end: async () => {
      ends.shift()?.();
      await turn();
    },
  };
}

describe('Lanes', () => {
  it('the office never waits behind visitors, nor people with an account', async () => {
    const { lanes, begun, work, end } = world();
    for (const [lane, name] of [
      ['pubblico', 'p1'],
      ['pubblico', 'p2'],
      ['pubblico', 'p3'],
      ['persone', 'a1'],
      ['ufficio', 'u1'],
      ['ufficio', 'u2'],
    ] as const)
      void lanes.join(lane, work(name), forever);
    for (let i = 0; i < 6; i += 1) await end();
    expect(begun).toEqual(['p1', 'u1', 'u2', 'a1', 'p2', 'p3']);
  });

  it('visitors who ask for many fill only their own lane', () => {
    const { lanes, work } = world();
    const joined = Array.from({ length: 100 }, (_, i) => lanes.join('pubblico', work(`p${i}`), forever)).filter(
      promise => promise !== null,
    );
    expect(joined).toHaveLength(1 + BOUNDS.pubblico);
    expect(lanes.join('ufficio', work('u'), forever)).not.toBeNull();
  });

  it('nobody waits for ever: after some turns the last lane has its own', async () => {
    const { lanes, begun, work, end } = world();
    void lanes.join('ufficio', work('primo'), forever);
    void lanes.join('pubblico', work('p'), forever);
    for (let i = 0; i < 20; i += 1) void lanes.join('ufficio', work(`u${i}`), forever);
    for (let i = 0; i < 12; i += 1) await end();
    expect(begun).toContain('p');
    expect(begun.indexOf('p')).toBeGreaterThan(5);
  });

  it('what leaves the line is not begun, and its place is free; what has begun is not taken back', async () => {
    const { lanes, begun, work, end } = world();
    const leaves: (() => void)[] = [];
    const [running, waiting] = [1, 2].map(i => lanes.join('pubblico', work(`p${i}`), leave => leaves.push(leave)));
    for (const leave of leaves) leave();
    await expect(waiting).rejects.toBeInstanceOf(Abandoned);
    expect(lanes.in('pubblico')).toBe(0);
    await end();
    expect([await running, begun]).toEqual(['p1', ['p1']]);
  });

  it('a work that fails keeps no other from its turn', async () => {
    const { lanes } = world();
    const failed = lanes.join('pubblico', () => Promise.reject(new Error('guasto')), forever);
    const next = lanes.join('pubblico', async () => 'fatto', forever);
    await expect(failed).rejects.toThrow('guasto');
    expect(await next).toBe('fatto');
  });
});
