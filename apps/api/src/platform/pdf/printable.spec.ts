import * as fc from 'fast-check';
import { PdfFailed } from './pdf.errors.js';
import { PdfRenderer, type PdfDocument } from './pdf-renderer.js';
import { printableJson, printableText, SHOWABLE } from './printable.js';

describe('printableText', () => {
  it('gives common texts as they are: what is known to be fit comes out of the long way the same', () => {
    const common = Array.from({ length: 0x2200 }, (_, i) => String.fromCharCode(i)).filter(c =>
      /^[ -~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u2022\u2026\u20ac]$/.test(c),
    );
    const forced = '\u0007'; // invisible: sends the text the long way, and goes
    for (const c of common) expect(printableText(`${c} ${c}${forced}`)).toBe(printableText(`${c} ${c}`));
    const parola = 'a'.repeat(31);
    expect(printableText(parola)).not.toBe(parola);
    expect(printableText(parola.slice(1))).toBe(parola.slice(1));
  });

  it('keeps Italian text, and the names of people from elsewhere', () => {
    const text = 'Città perché più così “virgolette” l’ente € 1.200,50 – Łukasz Đặng Ελένη Наталья';
    expect(printableText(text)).toBe(text);
  });

  it('composes letters and accents that came apart', () => {
    expect(printableText('Citta\u0300')).toBe('Città');
  });

  it('shows a box for what no font of ours can draw', () => {
    expect(printableText('王 😀 \ud800')).toBe('□ □ □');
  });

  it('drops what is invisible or turns the direction of text', () => {
    expect(printableText('a\u202eb\u0000c\u200bd\u00ade\u2066f\ufefff\ue000')).toBe('abcdeff');
  });

  it('makes every kind of line end and blank plain', () => {
    expect(printableText('a\r\nb\rc\td\u00a0e\u2028f')).toBe('a\nb\nc d e f');
  });

  it('lets endless words break, and only those', () => {
    expect(printableText('x'.repeat(30))).toBe('x'.repeat(30));
    expect(printableText('x'.repeat(35))).toBe('xxxxxxxxxx\u200bxxxxxxxxxx\u200bxxxxxxxxxx\u200bxxxxx');
  });

  it('leaves a digest whole, so that it can be copied and compared', () => {
    expect(printableText('0123456789abcdef'.repeat(4))).toBe('0123456789abcdef'.repeat(4));
  });
});

describe('printableJson', () => {
  it('makes every string printable, however deep', async () => {
    const data = { a: ['x\u0007', { b: 'y\u202e' }], c: 3, d: null, e: [], f: {}, g: undefined, h: true, i: new Date(0) };
    expect(JSON.parse(await printableJson(data))).toEqual({
      a: ['x', { b: 'y' }],
      c: 3,
      d: null,
      e: [],
      f: {},
      h: true,
      i: '1970-01-01T00:00:00.000Z',
    });
  });

  it('lets others work meanwhile', async () => {
    const bounds = { values: 1_000_000, chars: 10_000_000 };
    let turns = 0;
    let done = false;
    const other = (): void => {
      turns += 1;
      if (!done) setImmediate(other);
    };
    setImmediate(other);
    await printableJson(
      Array.from({ length: 20_000 }, () => 'Città d’arte, di mare e di montagna\t'.repeat(5)),
      bounds,
    );
    done = true;
    expect(turns).toBeGreaterThan(3);
  });

  it('refuses more than a PDF can hold in bounded memory', async () => {
    await expect(printableJson(Array.from({ length: 20_000 }, () => 'x'))).rejects.toThrow(PdfFailed);
    await expect(printableJson('x'.repeat(1_000_000))).rejects.toThrow(PdfFailed);
    await expect(printableJson('x\n'.repeat(20_000))).rejects.toThrow(PdfFailed);
  });
});

describe('the characters called showable', () => {
  const pdf = new PdfRenderer({ timeoutMs: 300_000 });
  afterAll(() => pdf.onModuleDestroy());

  const receipt = (name: string): PdfDocument => ({
    titolo: name,
    ambito: name,
    sottotitolo: name,
    riferimento: name,
    piede: name,
    emessoAt: '2026-11-23T09:15:00.000Z',
    numeroDiRegistro: name,
    ricevuta: name,
    ente: name,
    codiceFiscale: name,
    tavolo: name,
    avviso: name,
    scadenza: name,
    inviata: name,
    completata: name,
    tardiva: true,
    persone: [[name, name, name]],
    dichiarazioni: [[name, name]],
    impronta: name,
  });
  const showable = new RegExp(`[${SHOWABLE}]`, 'u');
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(char => showable.test(char));

  it.each(['ua-1', 'a-2a'] as const)('B-22: have a shape in every weight we use (%s)', async standard => {
    expect(all.length).toBeGreaterThan(1000);
    const pieces = all.map(char => `a${char}`).join(' ');
    await expect(pdf.render('designazioni/ricevuta/ricevuta.typ', receipt(pieces), { standard })).resolves.toBeInstanceOf(Buffer);
  });

  it('B-22: no text at all can make a receipt fail', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...all), maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(text, async name => (await pdf.render('designazioni/ricevuta/ricevuta.typ', receipt(name))).length > 0),
      { numRuns: 150 },
    );
  });
});
