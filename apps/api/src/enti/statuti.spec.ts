import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnteView, Problem } from '@tavoli/shared';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { testWorld, type World } from '../../testing/app.js';
import { inBase64, inPem, signed } from '../../testing/files/signed.js';
import type { Persona } from '../../testing/scenario.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

const MB = 1024 * 1024;
let world: World;
let base: Base;
beforeAll(async () => {
  world = await testWorld({ UPLOAD_MAX_MB: '1' });
});
beforeEach(async () => {
  base = await world.scenario.base();
});
afterAll(() => world.close());

const pdf = (body = 'contenuto') => `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${body}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;
const path = (ente = base.ente.id) => `/ambiti/${base.ambito.slug}/enti/${ente}/statuto`;

interface Upload {
  readonly name?: string;
  readonly version?: number;
  readonly type?: string;
}

function carica(chi: Persona, content: Buffer | string, { name = 'statuto.pdf', version = 1, type = 'application/pdf' }: Upload = {}) {
  const head = `--B\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--B--\r\n')]);
  return world.as(chi).put<EnteView & Problem>(path(), body, { version, headers: { 'content-type': 'multipart/form-data; boundary=B' } });
}

async function filesKept(): Promise<string[]> {
  const dir = join(world.app.get<Config>(CONFIG).dataDir, 'files');
  const all = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter(entry => entry.isFile()).map(entry => entry.name);
}

describe('the statute', () => {
  it('is kept by its content, shown to the offices, and written in the history', async () => {
    const sent = await carica(base.operatore, pdf());
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({
      version: 2,
      statuto: { nome: 'statuto.pdf', bytes: Buffer.byteLength(pdf()), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const visto = await world.as(base.ufficio).get<EnteView>(path().replace('/statuto', ''));
    expect(visto.body.storia[0]?.azione).toBe('ente.carica_statuto');
    const got = await world.as(base.ufficio).get(path());
    expect([got.status, got.text]).toEqual([200, pdf()]);
  });

  it('B-3: is only ever handed over to be saved, HEAD included', async () => {
    await carica(base.operatore, pdf(), { name: 'Statuto è «finale».pdf' });
    for (const method of ['GET', 'HEAD'] as const) {
      const got = await world.as(base.operatore).send(method, path(), undefined);
      expect(got.status).toBe(200);
      expect(got.headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''Statuto%20%C3%A8/);
      expect(got.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
      });
    }
  });

  it('B-3: is for those who see the ente and nobody else', async () => {
    await carica(base.operatore, pdf());
    const altrove = await world.scenario.base();
    for (const [chi, status] of [
      [null, 401],
      [await world.scenario.persona(), 404],
      [base.referente, 404],
      [altrove.coordinatore, 404],
      [altrove.operatore, 404],
      [base.coordinatore, 200],
    ] as const) {
      expect((await world.as(chi).get(path())).status).toBe(status);
    }
    expect((await world.as(base.coordinatore).put<Problem>(path(), {}, { version: 2 })).status).toBe(403);
  });

  it('replaces the one before, for who has seen it', async () => {
    await carica(base.operatore, pdf('primo'));
    expect((await carica(base.operatore, pdf('secondo'))).body).toMatchObject({ code: 'versione.superata', version: 2 });
    await carica(base.operatore, pdf('secondo'), { version: 2 });
    expect((await world.as(base.operatore).get(path())).text).toBe(pdf('secondo'));
  });

  it('is not there before it is sent', async () => {
    expect((await world.as(base.operatore).get<Problem>(path())).body.code).toBe('risorsa.non_trovata');
  });
});

describe('B-2: a hostile statute', () => {
  it.each([
    ['an HTML page called .pdf', '<!DOCTYPE html><script>alert(1)</script>', 'file.non_pdf'],
    ['an SVG with onload', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'file.non_pdf'],
    ['a PDF with a script at its head', pdf().replace('%PDF-1.7\n', '%PDF-1.7\n<script>alert(1)</script>\n'), 'file.non_pdf'],
    ['a PDF with a page after its end', `${pdf()}<html><script>alert(1)</script></html>`, 'file.non_pdf'],
    ['a picture followed by a PDF', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(pdf())]), 'file.non_pdf'],
    ['a ZIP', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'file.non_pdf'],
    [
      'a PDF that is a ZIP too',
      Buffer.concat([Buffer.from(pdf()), Buffer.from('504b0506000000000000000000000000000000000000', 'hex')]),
      'file.non_pdf',
    ],
    ['a test virus', 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'file.non_pdf'],
    ['a PDF cut in the middle', pdf().slice(0, 30), 'file.non_pdf'],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(5000)]), 'file.non_pdf'],
    ['nothing', '', 'file.vuoto'],
    ['one byte over the limit', pdf('x'.repeat(MB)), 'file.troppo_grande'],
  ])('is refused: %s', async (_what, content, code) => {
    const before = (await filesKept()).sort();
    const refused = await carica(base.operatore, content);
    expect([refused.body.code, refused.headers['content-type']]).toEqual([code, 'application/problem+json; charset=utf-8']);
    expect((await filesKept()).sort()).toEqual(before);
    const [row] = await world.db.query('SELECT statuto, version FROM ente WHERE id = $1', [base.ente.id]);
    expect(row).toEqual({ statuto: null, version: 1 });
  });

  it.each([
    '../../etc/passwd',
    'C:\\windows\\system32\\cmd.exe',
    'CON',
    '\u202Egnp.exe',
    '.htaccess',
    `${'a'.repeat(300)}.pdf`,
    'statuto.pdf.exe',
    '"; rm -rf'.replaceAll('"', '%22'),
  ])('keeps a harmless name of %s', async name => {
    const { body } = await carica(base.operatore, pdf(), { name });
    expect(body.statuto?.nome).toMatch(/^[^/\\<>:"|?*\u202e]{1,116}\.pdf$/);
    expect(body.statuto?.nome).not.toMatch(/^(con\.|\.)/i);
  });

  it('is refused when it is no form, has two files, or claims another type', async () => {
    expect((await world.as(base.operatore).put<Problem>(path(), { file: 'x' }, { version: 1 })).body.code).toBe(
      'richiesta.tipo_non_ammesso',
    );
    const empty = await world
      .as(base.operatore)
      .put<Problem>(path(), Buffer.from('--B--\r\n'), { version: 1, headers: { 'content-type': 'multipart/form-data; boundary=B' } });
    expect(empty.status).toBeGreaterThanOrEqual(400);
    expect(empty.status).toBeLessThan(500);
    expect((await carica(base.operatore, '<script>alert(1)</script>', { type: 'application/pdf' })).body.code).toBe('file.non_pdf');
    expect((await carica(base.operatore, pdf(), { type: 'text/html' })).status).toBe(200);
    expect((await world.as(base.operatore).get(path())).headers['content-type']).toBe('application/pdf');
  });
});

describe('a statute that is signed', () => {
  const firmato = () => signed(Buffer.from(pdf()), [{ nome: 'Mario', cognome: 'Rossi' }, { cn: 'Anna Bianchi' }]);

  it.each([
    ['Statuto.pdf.p7m', firmato(), 'Statuto.pdf.p7m', ['Mario Rossi', 'Anna Bianchi']],
    ['statuto.p7m', inBase64(firmato()), 'statuto.pdf.p7m', ['Mario Rossi', 'Anna Bianchi']],
    [
      'statuto.PDF.P7M.p7m',
      signed(firmato(), [{ cn: 'Notaio Verdi' }]),
      'statuto.pdf.p7m.p7m',
      ['Notaio Verdi', 'Mario Rossi', 'Anna Bianchi'],
    ],
    ['statuto.pdf', inPem(signed(Buffer.from(pdf()), [], { pieces: 50 })), 'statuto.pdf.p7m', []],
  ])('(%s) is kept as it is, and says who signed it', async (name, content, nome, firmatari) => {
    const sent = await carica(base.operatore, content, { name, type: 'application/octet-stream' });
    expect([sent.status, sent.body.statuto]).toEqual([
      200,
      { nome, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex'), firmatari },
    ]);
    const got = await world.as(base.ufficio).get(path());
    expect([got.headers['content-type'], got.raw.equals(content)]).toEqual(['application/pkcs7-mime', true]);
    expect(got.headers['content-disposition']).toContain(`filename="${nome}"`);
  });

  it.each([
    ['without a PDF', signed(Buffer.from('<script>alert(1)</script>'), []), 'file.firmato_senza_pdf'],
    ['apart from its document', signed(Buffer.from(pdf()), [], { detached: true }), 'file.firmato_senza_pdf'],
    ['cut short', firmato().subarray(0, 200), 'file.firma_illeggibile'],
  ])('%s is refused with true words', async (_, content, code) => {
    const before = await filesKept();
    const { status, body } = await carica(base.operatore, content, { name: 'statuto.pdf.p7m' });
    expect([status, body.code, body.title]).toEqual([422, code, expect.stringMatching(/^Questo file (è|sembra) firmato \(\.p7m\)/)]);
    expect(await filesKept()).toEqual(before);
  });

  it('is told as any other where it comes in no envelope', async () => {
    expect((await carica(base.operatore, pdf())).body.statuto?.firmatari).toBeNull();
  });
});
