import fc from 'fast-check';
import { carattereDiControllo, checkCodiceFiscaleEnte, checkCodiceFiscalePersona, normalizzaCodiceFiscale } from './codice-fiscale.js';
import { checkPartitaIva } from './partita-iva.js';

const lettera = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const cifra = fc.constantFrom(...'0123456789');
const nascita = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .chain(day => fc.constantFrom(0, 40).map(donna => [day, donna] as const))
  .map(([day, donna]) => {
    const [anno, mese, giorno] = [day.getUTCFullYear() % 100, 'ABCDEHLMPRST'[day.getUTCMonth()] ?? '', day.getUTCDate() + donna];
    return `${String(anno).padStart(2, '0')}${mese}${String(giorno).padStart(2, '0')}`;
  });
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map(p => p.join(''));
const many = (one: fc.Arbitrary<string>, n: number) => fc.array(one, { minLength: n, maxLength: n }).map(a => a.join(''));

/** The first fifteen characters of a codice fiscale. */
const primi15 = join(many(lettera, 6), nascita, lettera, many(cifra, 3));
const OMOCODIA = 'LMNPQRSTUV';
const POSIZIONI = [6, 7, 9, 10, 12, 13, 14];

describe('codice fiscale of a person', () => {
  it('accepts the known one and its omocodie', () => {
    for (const valid of ['RSSMRA85T10A562S', 'RSSMRA85T10A56NH', 'RSSMRA85T10A5SNT', 'RSSMRA85T10ARSNO'])
      expect(checkCodiceFiscalePersona(valid)).toBeNull();
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

  it('detects every single wrong character, wherever it is', () => {
    fc.assert(
      fc.property(primi15, fc.nat(15), fc.oneof(lettera, cifra), (code, at, wrong) => {
        const whole = code + carattereDiControllo(code);
        fc.pre(whole[at] !== wrong);
        expect(checkCodiceFiscalePersona(whole.slice(0, at) + wrong + whole.slice(at + 1))).not.toBeNull();
      }),
    );
  });

  it('accepts all the 127 omocodie of one person, each different from the others', () => {
    const variants = Array.from({ length: 127 }, (_, i) => {
      const chars = [...'RSSMRA85T10A562'];
      POSIZIONI.forEach((at, bit) => {
        if ((i + 1) & (1 << bit)) chars[at] = OMOCODIA[Number(chars[at])] ?? '';
      });
      return chars.join('') + carattereDiControllo(chars.join(''));
    });
    expect(new Set(variants).size).toBe(127);
    expect(variants.map(checkCodiceFiscalePersona).filter(problem => problem !== null)).toEqual([]);
  });

  it('has a day of birth from 1 to 31, or from 41 to 71 for a woman, in digits or in letters', () => {
    const born = (day: string) => checkCodiceFiscalePersona(`RSSMRA85T${day}A562${carattereDiControllo(`RSSMRA85T${day}A562`)}`);
    for (const day of ['01', '31', '41', '71', 'LM', 'TM', 'P1']) expect([day, born(day)]).toEqual([day, null]);
    for (const day of ['00', '32', '40', '72', '81', '99', 'LL', 'PN', 'U1']) expect([day, born(day)]).toEqual([day, 'giorno_di_nascita']);
  });

  it('has no day that its month does not have', () => {
    const born = (anno: string, mese: string, giorno: string) => {
      const code = `RSSMRA${anno}${mese}${giorno}A562`;
      return checkCodiceFiscalePersona(code + carattereDiControllo(code));
    };
    for (const [mese, ultimo] of [
      ['A', 31],
      ['B', 28],
      ['D', 30],
      ['S', 30],
      ['T', 31],
    ] as const)
      for (const donna of [0, 40])
        expect([mese, born('85', mese, String(ultimo + donna)), born('85', mese, String(ultimo + donna + 1))]).toEqual([
          mese,
          null,
          'giorno_di_nascita',
        ]);
    expect([born('84', 'B', '29'), born('00', 'B', '69'), born('84', 'B', '30')]).toEqual([null, null, 'giorno_di_nascita']);
  });

  it('may be a provisional one, of eleven digits', () => {
    expect([checkCodiceFiscalePersona('02438750586'), checkCodiceFiscalePersona('02438750587')]).toEqual([null, 'carattere_di_controllo']);
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

  it('accepts, of ten digits, exactly one check digit', () => {
    fc.assert(
      fc.property(many(cifra, 10), ten => {
        fc.pre(ten !== '0000000000');
        expect([...'0123456789'].filter(digit => checkPartitaIva(ten + digit) === null)).toHaveLength(1);
      }),
    );
  });

  it('detects every single wrong digit', () => {
    const valida = many(cifra, 10).map(
      ten => [...'0123456789'].map(digit => ten + digit).find(code => checkPartitaIva(code) === null) ?? '02438750586',
    );
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...note), valida), fc.nat(10), cifra, (code, at, digit) => {
        fc.pre(code[at] !== digit);
        expect(checkPartitaIva(code.slice(0, at) + digit + code.slice(at + 1))).toBe('carattere_di_controllo');
      }),
    );
  });

  it('takes sixteen characters for an ente that a person stands for', () => {
    expect(checkCodiceFiscaleEnte('RSSMRA85T10A562S')).toBeNull();
    expect(checkCodiceFiscaleEnte('RSSMRA85T10A562T')).toBe('carattere_di_controllo');
    expect(checkCodiceFiscaleEnte('RSSMRA85T10A')).toBe('lunghezza');
  });

  it('says what is wrong', () => {
    expect([checkPartitaIva('0243875058'), checkPartitaIva('0243875058A'), checkPartitaIva('00000000000')]).toEqual([
      'lunghezza',
      'caratteri',
      'carattere_di_controllo',
    ]);
  });
});
