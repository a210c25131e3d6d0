import { UploadTurns } from './upload-turns.js';

const refused = { code: 'file.troppi_insieme', status: 503, extra: { retryAfter: expect.any(Number) } };

/** Uploads that arrive and do not end until told to. */
function under(turns: UploadTurns, networks: readonly (string | null)[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const running = networks.map(network => turns.during(network, () => promise));
  return { end: async () => (resolve(), Promise.allSettled(running)) };
}

it('of many uploads at once only a few are taken; who finds no turn is told when to come back', async () => {
  const turns = new UploadTurns({ all: 3, strangers: 2, network: 2 });
  const first = under(turns, [null, null, null]);
  await expect(turns.during(null, async () => 'mai')).rejects.toMatchObject(refused);
  await first.end();
  expect(await turns.during(null, async () => 'adesso')).toBe('adesso');
});

it('strangers leave turns to the staff, and one network leaves turns to the others', async () => {
  const turns = new UploadTurns({ all: 4, strangers: 3, network: 2 });
  const flood = under(turns, ['a', 'a']);
  await expect(turns.during('a', async () => 'mai')).rejects.toMatchObject(refused);
  expect(await turns.during('b', async () => 'altri')).toBe('altri');
  const more = under(turns, ['b']);
  await expect(turns.during('c', async () => 'mai')).rejects.toMatchObject(refused);
  expect(await turns.during(null, async () => 'ufficio')).toBe('ufficio');
  await Promise.all([flood.end(), more.end()]);
});

it('an upload that fails gives its turn back', async () => {
  const turns = new UploadTurns({ all: 1, strangers: 1, network: 1 });
  for (let i = 0; i < 5; i += 1) await expect(turns.during('a', () => Promise.reject(new Error('caduta')))).rejects.toThrow('caduta');
  expect(await turns.during('a', async () => 'ancora')).toBe('ancora');
});
