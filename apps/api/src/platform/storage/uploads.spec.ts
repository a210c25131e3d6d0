import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PERMISSIONS, RUOLO, UFFICI_DOVE, type AvvisoView, type Problem, type Ruolo } from '@tavoli/shared';
import { testWorld, type World } from '../../../testing/app.js';
import { conChiave, invia } from '../../../testing/scenario/contributi.js';
import { multipart } from '../../../testing/multipart.js';
import type { Persona } from '../../../testing/scenario.js';
import { AccessAudit } from '../access/access.audit.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

let world: World;
beforeAll(async () => {
  world = await testWorld({ UPLOAD_WAITING_MB: '1', TRUST_PROXY: 'true' });
});
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
    const answer = await world
      .as(base.coordinatore)
      .send<Problem>('POST', `${path}/files`, body, { headers: { 'content-type': contentType } });
    expect([answer.status, answer.body.code]).toEqual([
      expect.any(Number),
      expect.stringMatching(/^(richiesta\.illeggibile|file\.(vuoto|non_pdf))$/),
    ]);
    expect((await world.as(base.coordinatore).get<AvvisoView>(path)).body.files).toEqual([]);
  });
});

it('strangers together have so many bytes that wait, whatever their networks; what is sent makes room', async () => {
  const base = await world.scenario.base();
  const pdf = (n: number) => Buffer.from(`%PDF-1.7\n%${n}${'x'.repeat(600_000)}\n%%EOF\n`);
  const { chiave } = await conChiave(world, base.ambito, base.tavolo, pdf(1));
  const full = await conChiave(world, base.ambito, base.tavolo, pdf(2)).catch((error: Error) => error.message);
  expect(full).toMatch(/^507 .*"code":"file\.attesa_piena"/);
  expect(await world.db.query('SELECT 1 FROM contributo_file WHERE attesa IS NOT NULL')).toHaveLength(1);
  await invia(world, base.ambito, base.tavolo, { allegati: [chiave] }, await world.scenario.persona());
  await conChiave(world, base.ambito, base.tavolo, pdf(3));
});

describe('B-13: whoever holds no office', () => {
  afterEach(() => world.db.query('DELETE FROM tentativo'));
  const perOffice = (ruolo: Ruolo) => UFFICI_DOVE.includes(RUOLO[ruolo].dove) || RUOLO[ruolo].dove === 'tavoli';
  const aperte = () =>
    world.app
      .get(AccessAudit, { strict: false })
      .routes()
      .filter(
        r =>
          r.upload !== undefined &&
          r.rule !== undefined &&
          'permission' in r.rule &&
          PERMISSIONS[r.rule.permission].some(x => !perOffice(x)),
      );

  it('sends no files without end, by any route that takes one: they are counted before a byte is read', async () => {
    const base = await world.scenario.base();
    const seduto = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
    const membro = await world.scenario.persona({ email: seduto.persone[0]?.email });
    const elaborato = await world.scenario.elaborato(base.ambito, base.tavolo, 'bozza', { tipo: 'file' });
    const at = (path: string) => `/ambiti/${base.ambito.slug}${path}`;
    const vie: Readonly<Record<string, readonly [chi: Persona | null, path: string]>> = {
      'PUT /api/v1/ambiti/:ambito/enti/:ente/statuto': [base.operatore, at(`/enti/${base.ente.id}/statuto`)],
      'POST /api/v1/ambiti/:ambito/elaborati/:elaborato/file': [membro, at(`/elaborati/${elaborato.id}/file`)],
      'POST /api/v1/ambiti/:ambito/tavoli/:tavolo/contributi/files': [null, at(`/tavoli/${base.tavolo.slug}/contributi/files`)],
    };
    expect(
      aperte()
        .map(r => `${r.method} ${r.path}`)
        .sort(),
    ).toEqual(Object.keys(vie).sort());
    for (const [via, [chi, path]] of Object.entries(vie)) {
      const metodo = via.startsWith('PUT') ? 'PUT' : 'POST';
      // Counted whatever comes: this is no file at all.
      const manda = () => world.as(chi).send<Problem>(metodo, path, {}, { version: 1 });
      let risposta = await manda();
      for (let n = 0; n < 70 && risposta.status !== 429; n += 1) risposta = await manda();
      expect([via, risposta.status, risposta.body.detail]).toEqual([
        via,
        429,
        expect.stringMatching(/^Sono arrivati molti file in poco tempo\. Riprova tra /),
      ]);
    }
  });

  it('fills no disk with the statuti of enti that nobody has verified; those of verified enti have room', async () => {
    const base = await world.scenario.base();
    const statuto = async (stato: 'in_verifica' | 'verificato', n: number) => {
      const ente = await world.scenario.ente(base.ambito, { stato });
      const chi = await world.scenario.operatore(base.ambito, ente);
      const [corpo, opzioni] = multipart('statuto.pdf', Buffer.from(`%PDF-1.7\n%${n}${'x'.repeat(600_000)}\n%%EOF\n`));
      return world.as(chi).send<Problem>('PUT', `/ambiti/${base.ambito.slug}/enti/${ente.id}/statuto`, corpo, { ...opzioni, version: 1 });
    };
    expect((await statuto('in_verifica', 1)).status).toBe(200);
    const pieno = await statuto('in_verifica', 2);
    expect([pieno.status, pieno.body.code]).toEqual([507, 'file.statuti_in_attesa']);
    expect((await statuto('verificato', 3)).status).toBe(200);
  });
});

it('F-5: where the disk takes nothing, each way a file comes in says so with a sentence, and reading goes on', async () => {
  const base = await world.scenario.base();
  const avviso = await world.scenario.avviso(base.ambito, [base.tavolo], { stato: 'bozza' });
  const path = `/ambiti/${base.ambito.slug}/avvisi/${avviso.id}`;
  const { dataDir } = world.app.get<Config>(CONFIG, { strict: false });
  await rm(join(dataDir, 'files'), { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'files'), '');
  const staff = await world
    .as(base.coordinatore)
    .send<Problem>('POST', `${path}/files`, ...multipart('a.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')));
  expect([staff.status, staff.body.code, staff.headers['retry-after'], staff.body.detail]).toEqual([
    503,
    'servizio.non_disponibile',
    '60',
    expect.stringContaining('il file non è stato salvato'),
  ]);
  expect(await conChiave(world, base.ambito, base.tavolo, Buffer.from('%PDF-1.7\n%%EOF\n')).catch((error: Error) => error.message)).toMatch(
    /^503 .*servizio\.non_disponibile/,
  );
  expect((await world.as(base.coordinatore).get(path)).status).toBe(200);
  await rm(join(dataDir, 'files'));
});
