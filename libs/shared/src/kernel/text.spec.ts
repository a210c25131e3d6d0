import fc from 'fast-check';
import { normalizzaSpazi, senzaControlli, slugify } from './text.js';

describe('text that people send', () => {
  it('loses what nobody can see: controls, bidi overrides, zero-width characters', () => {
    expect(senzaControlli('a\u0000b\u200bc\u202ed\ufeffe\u0085f')).toBe('abcdef');
    expect(senzaControlli('uno\r\ndue\ttre')).toBe('uno\ndue\ttre');
  });

  it('loses the invisible characters that pasted text brings, and half characters', () => {
    expect(senzaControlli('as\u00adso\u061cci\u2066a\u2069zio\u{e0041}ne\ud800')).toBe('associazione');
  });

  it('keeps words apart where another system ends a line', () => {
    for (const end of ['\r', '\u000b', '\u000c', '\u2028', '\u2029', '\r\n'])
      expect(senzaControlli(`Via Roma${end}12`)).toBe('Via Roma\n12');
  });

  it('changes nothing the second time, and leaves no control whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const clean = senzaControlli(text);
        expect(senzaControlli(clean)).toBe(clean);
        expect([...clean].filter(c => /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(c) && c !== '\t' && c !== '\n')).toEqual([]);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });

  it('keeps accents, apostrophes and emoji', () => {
    expect(senzaControlli('Perché no? L’élite 👋')).toBe('Perché no? L’élite 👋');
  });

  it('folds white space', () => {
    expect(normalizzaSpazi('  uno \n due\u00a0tre ')).toBe('uno due tre');
  });

  it('makes addresses of names', () => {
    expect(slugify('Disabilità e «dopo di noi» – età adulta')).toBe('disabilita-e-dopo-di-noi-eta-adulta');
  });
});
