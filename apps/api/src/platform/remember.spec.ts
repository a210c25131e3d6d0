import { remember } from './remember.js';

describe('What is remembered', () => {
  it('is asked for once, also by many at the same time', async () => {
    let asked = 0;
    const answer = remember(async () => ++asked);
    expect(await Promise.all([answer(), answer(), answer()])).toEqual([1, 1, 1]);
    expect(await answer()).toBe(1);
  });

  it('is never a failure: the next who asks gets a new answer', async () => {
    let asked = 0;
    const answer = remember(async () => {
      asked += 1;
      if (asked === 1) throw new Error('not yet');
      return asked;
    });
    const first = await Promise.allSettled([answer(), answer()]);
    expect(first.map(r => r.status)).toEqual(['rejected', 'rejected']);
    expect(await answer()).toBe(2);
  });
});
