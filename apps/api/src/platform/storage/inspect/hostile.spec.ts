import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AllegatoCaricatoView, ContributoGestioneView, Problem } from '@tavoli/shared';
import { newNetwork } from '../../../../testing/scenario/accounts.js';
import { testWorld, type World } from '../../../../testing/app.js';
import { invia } from '../../../../testing/scenario/contributi.js';
import {
  HARMLESS_PDF,
  HOSTILE_NAMES,
  NEUTRALISED_UPLOADS,
  PNG_WITH_PAGE,
  REFUSED_UPLOADS,
} from '../../../../testing/files/hostile-uploads.js';
import { multipart } from '../../../../testing/multipart.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

let world: World;
let base: Base;
let avviso: { id: string };
beforeAll(async () => {
  world = await testWorld({ TRUST_PROXY: 'true' });
  base = await world.scenario.base();
  avviso = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'bozza' });
});
afterAll(() => world.close());

const carica = <T>(where: 'avviso' | 'contributo', name: string, content: Buffer) => {
  const [body, { headers }] = multipart(name, content, 'application/pdf');
  const path =
    where === 'avviso'
      ? `/ambiti/${base.ambito.slug}/avvisi/${avviso.id}/files`
      : `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/contributi/files`;
  return world
    .as(where === 'avviso' ? base.coordinatore : null)
    .send<T>('POST', path, body, { headers: { ...headers, 'x-forwarded-for': newNetwork() } });
};
/** Before the first upload there is no folder. */
const onDisk = async () =>
  (
    await readdir(join(world.app.get<Config>(CONFIG, { strict: false }).dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
  ).filter(e => e.isFile()).length;

it('the corpus is as large as it should be', () => {
  expect(REFUSED_UPLOADS.length + NEUTRALISED_UPLOADS.length + HOSTILE_NAMES.length).toBeGreaterThanOrEqual(40);
});

it.each(REFUSED_UPLOADS.map(u => [u.name, u] as const))(
  'B-2: %s is refused by who takes files, with a sentence, and nothing of it stays',
  async (name, { content }) => {
    const before = await onDisk();
    for (const where of ['avviso', 'contributo'] as const) {
      const answer = await carica<Problem>(where, name, content());
      expect([where, answer.status, answer.headers['content-type'], answer.body.code]).toEqual([
        where,
        422,
        'application/problem+json; charset=utf-8',
        expect.stringMatching(/^file\.(vuoto|non_pdf|tipo_non_ammesso)$/),
      ]);
    }
    expect(await onDisk()).toBe(before);
  },
);

it.each(NEUTRALISED_UPLOADS.map(u => [u.name, u] as const))('B-2: %s leaves the portal only to be saved', async (name, { content }) => {
  const { body, status } = await carica<{ id: string }>('avviso', name, content());
  expect(status).toBe(201);
  const { headers, raw } = await world.as(base.coordinatore).get(`/ambiti/${base.ambito.slug}/avvisi/${avviso.id}/files/${body.id}`);
  expect(raw).toEqual(content());
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': expect.stringMatching(/^attachment;/),
  });
});

it('B-2: a picture that is a page as well is refused, or loses the page', async () => {
  expect((await carica<Problem>('avviso', 'png-e-html.pdf', PNG_WITH_PAGE)).status).toBe(422);
  const { body } = await carica<AllegatoCaricatoView>('contributo', 'png-e-html.html', PNG_WITH_PAGE);
  expect([body.nome.endsWith('.png'), body.bytes < PNG_WITH_PAGE.length]).toEqual([true, true]);
});

it.each(HOSTILE_NAMES)('B-2: a file called %j is kept under a name that does no harm', async name => {
  const { body } = await carica<AllegatoCaricatoView>('contributo', name, HARMLESS_PDF);
  expect(body.nome).toMatch(/^[^/\\<>:"|?*\p{C}]{1,120}\.pdf$/u);
  const sent = await invia(world, base.ambito, base.tavolo, { allegati: [body.chiave] }, await world.scenario.persona());
  const path = `/ambiti/${base.ambito.slug}/contributi/${sent.body.id}`;
  const { body: view } = await world.as(base.referente).get<ContributoGestioneView>(`${path}/gestione`);
  const { headers } = await world.as(base.referente).get(`${path}/files/${view.files[0]?.id ?? ''}`);
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="[\w .()-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+\.pdf$/,
  );
  expect(headers['set-cookie']).toBeUndefined();
});
