import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfGlyphs, withoutBlanks } from '../../../testing/files/pdf-text.js';
import { PdfFailed, PdfUnavailable } from './pdf.errors.js';
import { PdfRenderer, type PdfDocument, type PdfSettings } from './pdf-renderer.js';
import { projectRoot } from './project-root.js';

const opened: PdfRenderer[] = [];
let workspace: string;

const document: PdfDocument = {
  titolo: 'Prova',
  ambito: 'Ambito',
  sottotitolo: '',
  riferimento: '',
  piede: '',
  emessoAt: '2026-11-23T09:15:00.000Z',
};

function renderer(settings: PdfSettings = {}): PdfRenderer {
  const pdf = new PdfRenderer({ workspace, ...settings });
  opened.push(pdf);
  return pdf;
}

/** A template of this test, with the frame that every PDF standard asks for. */
async function template(name: string, body: string): Promise<string> {
  const frame =
    '#let dati = json(bytes(sys.inputs.dati))\n#set document(title: "Prova", date: datetime(year: 2026, month: 1, day: 2))\n#set text(lang: "it")\n';
  await writeFile(join(workspace, name), frame + body);
  return name;
}

beforeAll(async () => {
  workspace = join(await mkdtemp(join(tmpdir(), 'pdf-')), 'templates');
  await mkdir(workspace);
  await writeFile(join(workspace, '..', 'segreto-del-server.txt'), 'segreto');
});
afterEach(() => opened.splice(0).forEach(pdf => pdf.onModuleDestroy()));
afterAll(() => rm(join(workspace, '..'), { recursive: true }));

describe('PdfRenderer', () => {
  it('writes the data into the document', async () => {
    const pdf = await renderer().render(await template('saluto.typ', '#dati.saluto'), {
      ...document,
      saluto: 'Buongiorno a tutti',
    });
    expect(pdf.subarray(0, 7).toString()).toBe('%PDF-1.');
    expect(pdfGlyphs(pdf)).toContain('Buongiornoatutti');
  });

  it('F-7: gives the same bytes for the same data, from another process and in another time zone', async () => {
    const name = await template('uguale.typ', '#dati.saluto #datetime.today().display()');
    const first = await renderer().render(name, { ...document, saluto: 'x' });
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    const second = await renderer().render(name, { ...document, saluto: 'x' });
    process.env['TZ'] = zone ?? 'UTC';
    expect(second.equals(first)).toBe(true);
    expect((await renderer().render(name, { ...document, saluto: 'y' })).equals(first)).toBe(false);
  });

  it.each([
    ['an absolute path', '#read("/etc/passwd")'],
    ['a path that climbs out', '#read("../segreto-del-server.txt")'],
    ['a package of the network', '#import "@preview/cetz:0.3.0"'],
  ])('B-22: a template cannot read %s', async (_what, source) => {
    const failure = renderer().render(await template('curioso.typ', source), document);
    await expect(failure).rejects.toMatchObject({ code: 'pdf.non_disponibile', reason: 'template' });
  });

  it.each(['../fuori.typ', '/etc/passwd', 'manca.typ'])('refuses %s as a template', async name => {
    await writeFile(join(workspace, '..', 'fuori.typ'), 'fuori');
    await expect(renderer().render(name, document)).rejects.toMatchObject({ reason: 'template' });
  });

  it('B-22: stops a document that takes too long, and makes the next one', async () => {
    const pdf = renderer({ timeoutMs: 1500 });
    const endless = await template('infinito.typ', '#let i = 0\n#for a in range(100000) { for b in range(100000) { i += 1 } }');
    await expect(pdf.render(endless, document)).rejects.toMatchObject({ reason: 'timeout', status: 503 });
    expect(pdfGlyphs(await pdf.render(await template('dopo.typ', 'dopo'), document))).toBe('dopo');
  });

  it('makes many documents asked for at once, each with its own data', async () => {
    const pdf = renderer();
    const name = await template('numero.typ', '#dati.numero');
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => pdf.render(name, { ...document, numero: `numero ${i};` })));
    expect(made.map(pdfGlyphs)).toEqual(Array.from({ length: 20 }, (_, i) => `numero${i};`));
  });

  it('refuses more documents than can wait', async () => {
    const pdf = renderer();
    const name = await template('coda.typ', 'coda');
    const asked = await Promise.allSettled(
      Array.from({ length: 130 }, (_, i) => pdf.render(name, { ...document, riferimento: String(i) })),
    );
    const refused = asked.flatMap(one => (one.status === 'rejected' ? [one.reason as PdfFailed] : []));
    expect(refused.map(error => error.reason)).toEqual(Array.from({ length: 29 }, () => 'busy'));
  });

  it('makes what anybody may take once for its content, and again when content or template changes; what is somebody’s it never keeps', async () => {
    const pdf = renderer();
    const name = await template('pubblico.typ', '#dati.testo');
    const ask = (testo: string, pubblico = true): Promise<Buffer> => pdf.render(name, { ...document, testo }, { pubblico });
    const many = await Promise.all(Array.from({ length: 200 }, () => ask('uno')));
    expect(new Set(many.map(file => file.toString('latin1'))).size).toBe(1);
    await ask('uno');
    expect(pdf.made).toBe(1);
    await ask('due');
    await template('pubblico.typ', '#dati.testo ancora');
    expect(pdfGlyphs(await ask('uno'))).toBe('unoancora');
    expect(pdf.made).toBe(3);
    await ask('personale', false);
    await ask('personale', false);
    expect(pdf.made).toBe(5);
  });

  it('B-22: counts the memory of the compiler, not that of the portal which started it', async () => {
    const ofThePortal = Buffer.alloc(400 * 1024 * 1024, 1);
    const pdf = renderer();
    await pdf.render(await template('memoria.typ', '#dati.titolo'), document);
    expect(ofThePortal).toHaveLength(400 * 1024 * 1024);
    expect(pdf.peakBytes).toBeGreaterThan(20 * 1024 * 1024);
    expect(pdf.peakBytes).toBeLessThan(200 * 1024 * 1024);
  });

  it('starts again after a pause in which its process ended', async () => {
    const pdf = renderer({ idleMs: 0 });
    const name = await template('pausa.typ', 'pausa');
    await pdf.render(name, document);
    await new Promise(done => setTimeout(done, 50));
    expect(pdfGlyphs(await pdf.render(name, document))).toBe('pausa');
  });

  it('says so where the compiler is not installed', async () => {
    const pdf = renderer({ compilerPackage: '@myriaddreamin/typst-ts-node-compiler-plan9-mips' });
    const failure = await pdf.render(await template('nulla.typ', 'nulla'), document).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PdfUnavailable);
    expect(failure).toMatchObject({
      status: 503,
      message: 'Su questa piattaforma i PDF non sono disponibili: manca il pacchetto @myriaddreamin/typst-ts-node-compiler-plan9-mips.',
    });
  });

  it('says so where the compiler is installed but does not load', async () => {
    const pdf = renderer({ compilerPackage: 'reflect-metadata' });
    await expect(pdf.render(await template('nulla.typ', 'nulla'), document)).rejects.toThrow(
      /^Su questa piattaforma i PDF non sono disponibili: il compilatore non si avvia/,
    );
  });

  it('B-22: no template of ours reads data as Typst, reads files, or asks for packages', async () => {
    const sources = join(projectRoot(), 'apps/api/src');
    const templates = (await readdir(sources, { recursive: true })).filter(name => name.endsWith('.typ'));
    expect(templates).toContain(join('platform', 'pdf', 'layout.typ'));
    for (const name of templates) {
      const code = (await readFile(join(sources, name), 'utf8')).replace(/\/\/.*/g, '');
      expect([name, /\b(eval|read|plugin|include)\b|@preview/.exec(code)]).toEqual([name, null]);
    }
  });

  it('gives the template nothing of our environment', async () => {
    const pdf = await renderer().render(await template('ambiente.typ', '#repr(sys.inputs.keys())'), document);
    expect(withoutBlanks(pdfGlyphs(pdf))).toBe('("dati",)');
  });
});
