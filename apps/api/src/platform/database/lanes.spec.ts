import { Lanes, newWork, NoConnection, RICHIESTE } from './lanes.js';

const work = (lane: string) => newWork(lane, RICHIESTE);
const settled = async <T>(promise: Promise<T>): Promise<T | 'waits'> =>
  Promise.race([promise, new Promise<'waits'>(resolve => setImmediate(resolve, 'waits'))]);

describe('The lanes of a pool', () => {
  it('F-3: one holds at most three tenths of it, and the next comes in when one leaves', async () => {
    const lanes = new Lanes(10, 60_000);
    const held = [];
    for (let n = 0; n < 3; n += 1) held.push(await lanes.enter(work('a')));
    const fourth = lanes.enter(work('a'));
    expect(await settled(fourth)).toBe('waits');
    expect(typeof (await settled(lanes.enter(work('b'))))).toBe('function');
    held[0]?.();
    expect(typeof (await fourth)).toBe('function');
  });

  it('F-3: work that holds a connection is given another at once, and counts once', async () => {
    const lanes = new Lanes(2, 60_000);
    const own = work('a');
    const [first, second] = [await lanes.enter(own), await lanes.enter(own)];
    const other = lanes.enter(work('a'));
    first();
    first();
    expect(await settled(other)).toBe('waits');
    second();
    expect(typeof (await other)).toBe('function');
  });

  it('F-3: those that ran into a limit go one at a time, and together hold three tenths', async () => {
    const lanes = new Lanes(10, 60_000);
    const stuck = ['a', 'b', 'c', 'd'];
    for (const lane of stuck) lanes.ranIntoLimit(work(lane));
    const tries = stuck.flatMap(lane => [lanes.enter(work(lane)), lanes.enter(work(lane))]);
    const states = await Promise.all(tries.map(settled));
    expect(states.filter(s => s !== 'waits')).toHaveLength(3);
    expect([states[1], states[3], states[5]]).toEqual(['waits', 'waits', 'waits']);
    expect(typeof (await settled(lanes.enter(work('healthy'))))).toBe('function');
  });

  it('F-3: who waits in vain is told so, and a line too long takes nobody in', async () => {
    const lanes = new Lanes(1, 20);
    await lanes.enter(work('a'));
    const waiting = Array.from({ length: 200 }, () =>
      lanes.enter(work('a')).then(
        () => 'in',
        (error: unknown) => error,
      ),
    );
    await expect(lanes.enter(work('a'))).rejects.toBeInstanceOf(NoConnection);
    expect((await Promise.all(waiting)).every(error => error instanceof NoConnection && error.code === '53300')).toBe(true);
  });
});
