import type { AvvisoView, Problem } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { multipart } from '../../../testing/multipart.js';

let world: World;
beforeAll(async () => { world = await testWorld(); });
afterAll(() => world.close());

const [whole, { headers }] = multipart('statuto.pdf', Buffer.from(`%PDF-1.7\n%${'x'.repeat(2000)}\n%%EOF\n`));
const type = headers['content-type'] ?? '';

describe('a form that is broken', () => {
  it.each([
    ['says no boundary', 'multipart/form-data', whole],
    ['says an endless boundary', `multipart/form-data; boundary=${'x'.repeat(300)}`, whole],
    ['is empty', type, Buffer.alloc(0)],
    ['is something else', type, Buffer.from('{}')],
    ['holds an empty header', type, Buffer.from('--prova-8f3a1c\r\n\r\n')],
    ['ends in the middle of its header', type, whole.subarray(0, 60)],
    ['ends in the middle of its file', type, whole.subarray(0, 1000)],
    ['is never closed', type, whole.subarray(0, -6)],
  ])('is refused where it %s, and leaves no file', async (_, contentType, body) => {
    const base = await world.scenario.base();
    const avviso = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'bozza' });
    const path = `/ambiti/${base.ambito.slug}/avvisi/${avviso.id}`;
    const answer = await world.as(base.coordinatore).send<Problem>('POST', `${path}/files`, body, { headers: { 'content-type': contentType } });
    expect([answer.status, answer.body.code]).toEqual([expect.any(Number), expect.stringMatching(/^(richiesta\.illeggibile|file\.(vuoto|non_pdf))$/)]);
    expect((await world.as(base.coordinatore).get<AvvisoView>(path)).body.files).toEqual([]);
  });
});
