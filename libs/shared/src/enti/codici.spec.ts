import fc from 'fast-check';
import { carattereDiControllo, checkCodiceFiscaleEnte, checkCodiceFiscalePersona, normalizzaCodiceFiscale } from './codice-fiscale.js';
import { checkPartitaIva } from './partita-iva.js';

const lettera = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const cifra = fc.constantFrom(...'0123456789');
const mese = fc.constantFrom(...'ABCDEHLMPRST');
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(p => p.join(''));
const many = (one: fc.Arbitrary<string>, n: number) => fc.array(one, { minLength: n, maxLength: n }).map(a => a.join(''));

/** The first fifteen characters of a codice fiscale. */
const primi15 = join(many(lettera, 6), many(cifra, 2), mese, many(cifra, 2), lettera, many(cifra, 3));
const OMOCODIA = 'LMNPQRSTUV';
const POSIZIONI = [6, 7, 9, 10, 12, 13, 14];

describe('codice fiscale of a person', () => {
  it('accepts the known one and its omocodie', () => {
    for (const valid of ['RSSMRA85T10A562S', 'RSSMRA85T10A56NH', 'RSSMRA85T10A5SNT', 'RSSMRA85T10ARSNO']) expect(checkCodiceFiscalePersona(valid)).toBeNull();
  });

  it('accepts every code whose check letter is right, and refuses it with any other', () => {
    fc.assert(
      fc.property(primi15, lettera, (code, other) => {
        const check = carattereDiControllo(code);
        expect(checkCodiceFiscalePersona(code + check)).toBeNull();
        if (other !== check) expect(checkCodiceFiscalePersona(code + other)).toBe('carattere_di_controllo');
      }),
    );
  });

  it('accepts every omocodia, whose check letter is computed anew', () => {
    fc.assert(
      fc.property(primi15, fc.subarray(POSIZIONI, { minLength: 1 }), (code, where) => {
        const chars = [...code];
        for (const at of where) chars[at] = OMOCODIA[Number(chars[at])] ?? '';
        const omocodia = chars.join('');
        expect(checkCodiceFiscalePersona(omocodia + carattereDiControllo(omocodia))).toBeNull();
      }),
    );
  });

  it('says what is wrong', () => {
    expect(checkCodiceFiscalePersona('RSSMRA85T10A562')).toBe('lunghezza');
    expect(checkCodiceFiscalePersona('RSSMRA85Z10A562S')).toBe('caratteri');
    expect(checkCodiceFiscalePersona('RSSMRA85T10A562T')).toBe('carattere_di_controllo');
  });

  it('is compared in capitals and without spaces', () => {
    expect(normalizzaCodiceFiscale(' rss mra 85t10 a562s ')).toBe('RSSMRA85T10A562S');
  });
});

describe('partita IVA, and codice fiscale of an ente', () => {
  const note = ['02438750586', '01057861005', '97735020584', '80078750587', '02121151001', '80237250586'];

  it('accepts the public ones', () => {
    for (const valid of note) expect([checkPartitaIva(valid), checkCodiceFiscaleEnte(valid)]).toEqual([null, null]);
  });

  it('detects every single wrong digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...note), fc.nat(10), cifra, (code, at, digit) => {
        fc.pre(code[at] !== digit);
        expect(checkPartitaIva(code.slice(0, at) + digit + code.slice(at + 1))).toBe('carattere_di_controllo');
      }),
    );
  });

  it('takes sixteen characters for an ente that a person stands for', () => {
    expect(checkCodiceFiscaleEnte('RSSMRA85T10A562S')).toBeNull();
  });

  it('says what is wrong', () => {
    expect([checkPartitaIva('0243875058'), checkPartitaIva('0243875058A'), checkPartitaIva('00000000000')]).toEqual(['lunghezza', 'caratteri', 'carattere_di_controllo']);
  });
});
