import type { Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

it.each([
  ['none', undefined, 428],
  ['not a version', 'W/"1"', 412],
  ['zero', '"0"', 412],
  ['greater than any that is stored', '"2147483648"', 412],
  ['of ten nines', '"9999999999"', 412],
])('If-Match: %s is refused, and changes nothing', async (_, header, status) => {
  const base = await world.scenario.base();
  const { id } = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata' });
  const path = `/ambiti/${base.ambito.slug}/designazioni/${id}`;
  const answer = await world
    .as(base.referente)
    .post<Problem>(`${path}/azioni/accetta`, {}, { headers: header === undefined ? {} : { 'if-match': header } });
  expect(answer.status).toBe(status);
  expect((await world.as(base.referente).get<{ stato: string; version: number }>(path)).body).toMatchObject({
    stato: 'inviata',
    version: 1,
  });
});
