import fc from 'fast-check';
import { carattereDiControllo } from '../../enti/codice-fiscale.js';
import { avvisiPrivacy } from './avvisi-privacy.js';
import { testoDi } from './nodi.js';
import { documento } from './testing/generatori.js';

const trovati = (text: string) => avvisiPrivacy(text).map(a => [a.tipo, a.testo]);

describe('what may be private in a text', () => {
  it.each([
    ['codice_fiscale', 'RSSMRA80A01H501U'],
    ['codice_fiscale', 'rssmra80a01h501u'],
    ['codice_fiscale', 'RSS MRA 80A01 H501U'],
    ['iban', 'IT60X0542811101000000123456'],
    ['iban', 'IT60 X054 2811 1010 0000 0123 456'],
    ['iban', 'it60x0542811101000000123456'],
    ['iban', 'DE89 3704 0044 0532 0130 00'],
    ['email', 'mario.rossi@esempio.it'],
    ['email', 'Mario_Rossi+casa@posta.esempio.com'],
    ['telefono', '3331234567'],
    ['telefono', '333 1234567'],
    ['telefono', '333 12 34 567'],
    ['telefono', '335 123456'],
    ['telefono', '347/1234567'],
    ['telefono', '+39 333 123 4567'],
    ['telefono', '+393331234567'],
    ['telefono', '0039 333 1234567'],
    ['telefono', '0984 123456'],
    ['telefono', '06.12345678'],
    ['telefono', '0984-123456'],
    ['telefono', '(0984) 123456'],
    ['telefono', '+39 0984 123456'],
    ['telefono', '+33 6 12 34 56 78'],
  ])('warns of %s: %s', (tipo, scritto) => {
    for (const frase of [
      scritto,
      `Si legge ${scritto}, poi altro.`,
      `(${scritto})`,
      `con ${scritto} presso la sede.\nFine`,
      `Recapito: ${scritto}.`,
    ]) {
      const avvisi = avvisiPrivacy(frase);
      expect(avvisi.map(a => a.tipo)).toEqual([tipo]);
      expect(avvisi[0]?.testo.replace(/^\(/, '')).toBe(scritto.replace(/^\(/, ''));
      expect(frase.slice(avvisi[0]?.indice).startsWith(avvisi[0]?.testo ?? '-')).toBe(true);
    }
  });

  it.each([
    ['a codice fiscale whose check letter is wrong', 'RSSMRA80A01H501X'],
    ['a codice fiscale inside a longer code', 'XRSSMRA80A01H501U9'],
    ['an IBAN with a digit changed', 'IT60X0542811101000000123457'],
    ['an IBAN too short', 'IT60X054281110100000012345'],
    ['a partita IVA', 'P. IVA 01234567897 della cooperativa'],
    ['a partita IVA without saying so', 'la cooperativa (01234567897)'],
    ['an amount', 'importo di euro 3.331.234.567, oltre a 350.000.000'],
    ['an amount with cents', 'spesa di € 3331234567,00'],
    ['a date', 'il 01/02/2026, il 03.04.2026 e il 05-06-2026, da 03/2026 a 04/2027'],
    ['hours', 'dalle 09.30-11.30 e dalle 15:00 alle 17:30'],
    ['a protocol', 'prot. n. 0012345678 e protocollo 0312345678'],
    ['a tender code', 'CIG 3331234567'],
    ['a service number', 'numero verde 800 123456, tel. 800123456'],
    ['an emergency number', 'chiamare il 112 o il 1522'],
    ['a handle', 'seguici su @tavolo, prezzo 3@kg, a@b'],
    ['a year and a count', 'nel 2025 e 2026 hanno risposto 1234 persone'],
    ['articles of law', 'art. 55 del D.Lgs. 117/2017, L. 328/2000, DPR 600/1973'],
    ['a number of too many digits', '33312345678901234567'],
  ])('does not warn of %s', (_nome, frase) => expect(trovati(frase)).toEqual([]));

  it('tells several apart, in reading order', () => {
    expect(
      trovati('Anna (anna@esempio.it, tel. 0984/123456 - 333.1234567), IBAN IT60X0542811101000000123456, CF RSSMRA80A01H501U'),
    ).toEqual([
      ['email', 'anna@esempio.it'],
      ['telefono', '0984/123456'],
      ['telefono', '333.1234567'],
      ['iban', 'IT60X0542811101000000123456'],
      ['codice_fiscale', 'RSSMRA80A01H501U'],
    ]);
    expect(trovati('0984123456/3331234567')).toEqual([
      ['telefono', '0984123456'],
      ['telefono', '3331234567'],
    ]);
  });

  it('finds every codice fiscale and IBAN that is right, and none with a digit changed', () => {
    const cifre = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map(x => x.join(''));
    fc.assert(
      fc.property(cifre(2), cifre(3), cifre(22), (anno, luogo, conto) => {
        const primi = `VRDLCU${anno}D15H${luogo}`;
        const giusto = `${primi}${carattereDiControllo(primi)}`;
        expect(trovati(`di ${giusto}.`)).toEqual([['codice_fiscale', giusto]]);
        const resto = BigInt(`${Array.from(`X${conto}IT00`, c => Number.parseInt(c, 36)).join('')}`) % 97n;
        const iban = (cin: bigint) => `IT${String(cin).padStart(2, '0')}X${conto}`;
        expect(trovati(iban(98n - resto))).toEqual([['iban', iban(98n - resto)]]);
        expect(trovati(iban(98n - resto === 2n ? 3n : 97n - resto)).map(([tipo]) => tipo)).not.toContain('iban');
      }),
    );
  });

  it('points at what it found, whatever the text', () => {
    const pezzi = fc
      .array(
        fc.oneof(
          fc.constantFrom('3331234567', 'a@b.it', 'IT60X0542811101000000123456', 'RSSMRA80A01H501U', ' ', '/', '+39', '0', '.'),
          fc.string({ unit: 'binary', maxLength: 5 }),
        ),
        { maxLength: 12 },
      )
      .map(x => x.join(''));
    fc.assert(
      fc.property(fc.oneof(pezzi, documento.map(testoDi)), text => {
        let fine = 0;
        for (const a of avvisiPrivacy(text)) {
          expect(text.slice(a.indice, a.indice + a.testo.length)).toBe(a.testo);
          expect(a.indice).toBeGreaterThanOrEqual(fine);
          fine = a.indice + a.testo.length;
        }
      }),
      { numRuns: 500 },
    );
  });
});
