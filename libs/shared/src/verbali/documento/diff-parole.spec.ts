import fc from 'fast-check';
import { diffParole, type ParteDiff } from './diff-parole.js';
import { testoDi } from './nodi.js';
import { documento } from './testing/generatori.js';

const senza = (parti: ParteDiff[], tipo: ParteDiff['tipo']) =>
  parti
    .filter(x => x.tipo !== tipo)
    .map(x => x.testo)
    .join('');
const frase = fc
  .array(fc.constantFrom('il', 'tavolo', 'è', 'perché', ' ', ' ', '\n', ', ', 'L’', '👋', '2026'), { maxLength: 40 })
  .map(x => x.join(''));

describe('what changed between two texts', () => {
  it('applied to the first gives the second, and undone gives the first', () => {
    const testi = fc.oneof(frase, fc.string({ unit: 'binary' }), documento.map(testoDi));
    fc.assert(
      fc.property(testi, testi, (a, b) => {
        const parti = diffParole(a, b);
        expect(senza(parti, 'tolto')).toBe(b);
        expect(senza(parti, 'aggiunto')).toBe(a);
        expect(parti.every((x, i) => x.testo !== '' && x.tipo !== parti[i - 1]?.tipo)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(
        frase.filter(t => t !== ''),
        t => expect(diffParole(t, t)).toEqual([{ tipo: 'uguale', testo: t }]),
      ),
    );
    expect(diffParole('', '')).toEqual([]);
  });

  it('is told in words, accents and all', () => {
    expect(diffParole('Il tavolo è riunito.', 'Il tavolo era riunito.')).toEqual([
      { tipo: 'uguale', testo: 'Il tavolo ' },
      { tipo: 'tolto', testo: 'è' },
      { tipo: 'aggiunto', testo: 'era' },
      { tipo: 'uguale', testo: ' riunito.' },
    ]);
  });

  it('is told in one piece where several words in a row changed', () => {
    expect(diffParole('si decide di rinviare tutto', 'si approva il piano tutto')).toEqual([
      { tipo: 'uguale', testo: 'si ' },
      { tipo: 'tolto', testo: 'decide di rinviare' },
      { tipo: 'aggiunto', testo: 'approva il piano' },
      { tipo: 'uguale', testo: ' tutto' },
    ]);
  });

  it('is found in the one line that changed', () => {
    const righe = Array.from({ length: 2_000 }, (_, i) => `Riga numero ${i}, con qualche parola.`);
    const dopo = righe.with(1_000, 'Riga numero 1000, con altra parola.').join('\n');
    expect(diffParole(righe.join('\n'), dopo).filter(x => x.tipo !== 'uguale')).toEqual([
      { tipo: 'tolto', testo: 'qualche' },
      { tipo: 'aggiunto', testo: 'altra' },
    ]);
  });

  it('is exact also between long texts that have nothing in common', () => {
    const lungo = (parola: string) => Array.from({ length: 12_000 }, (_, i) => `${parola}${i}`).join(' ');
    const [a, b] = [lungo('prima'), lungo('dopo')];
    const parti = diffParole(a, b);
    expect([senza(parti, 'tolto') === b, senza(parti, 'aggiunto') === a]).toEqual([true, true]);
  });
});
