import * as fc from 'fast-check';
import { safeFileName } from './safe-file-name.js';

describe('safeFileName', () => {
  it.each([
    ['Statuto dell’associazione è già qui.pdf', 'Statuto dell’associazione è già qui.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\mario\\Statuto.pdf', 'Statuto.pdf'],
    ['statuto.pdf\u0000.exe', 'statuto.pdf.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['statuto\u202egnp.exe', 'statutognp.exe'],
    ['a<b>c:d"e|f?g*h.pdf', 'a_b_c_d_e_f_g_h.pdf'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['LPT¹ .txt', '_LPT¹.txt'],
    ['.htaccess', 'htaccess'],
    ['  spazi   e punti... ', 'spazi e punti'],
    ['', 'documento'],
    ['/', 'documento'],
    ['....', 'documento'],
  ])('B-2: turns %j into %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it.each([
    ['statuto.pdf.exe', 'statuto.pdf.exe.pdf'],
    ['statuto.PDF', 'statuto.pdf'],
    ['.pdf', 'documento.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['statuto\u202efdp.exe', 'statutofdp.exe.pdf'],
  ])('B-2: ends %j as its content says: %j', (name, safe) => {
    expect(safeFileName(name, '.pdf')).toBe(safe);
  });

  it('B-2: makes the composed and the decomposed twin of a name one', () => {
    expect(safeFileName('Citta\u0300.pdf')).toBe(safeFileName('Citt\u00e0.pdf'));
  });

  it('B-2: cuts 300 characters to 120, keeping the extension and whole letters', () => {
    expect(safeFileName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`);
    expect(safeFileName(`${'🙂'.repeat(300)}.pdf`)).toMatch(/^🙂{50,58}\.pdf$/u);
  });

  it('B-2: holds its promises for any name', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/', '\\', '..', '.', ' ', 'CON', 'nul', '\u202e', '\u0300', '.pdf', '\0', '\r\n', ':'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('', '.pdf'), (pieces, extension) => {
        const safe = safeFileName(pieces.join(''), extension);
        expect(safe).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\\/<>:"|?*]/u);
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/);
        expect(safe.length).toBeGreaterThan(0);
        expect(safe.length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(240);
        expect(safe.split('.')[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(safe.endsWith(extension)).toBe(true);
        expect(safeFileName(safe, extension)).toBe(safe);
      }),
      { numRuns: 3000 },
    );
  });

  it('B-16: reads an endless name at once', () => {
    expect(safeFileName(`${'.'.repeat(2_000_000)}x`)).toBe('x');
  });
});
