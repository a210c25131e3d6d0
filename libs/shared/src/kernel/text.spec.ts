import { normalizzaSpazi, senzaControlli, slugify } from './text.js';

describe('text that people send', () => {
  it('loses what nobody can see: controls, bidi overrides, zero-width characters', () => {
    expect(senzaControlli('a\u0000b\u200bc\u202ed\ufeffe\u0085f')).toBe('abcdef');
    expect(senzaControlli('uno\r\ndue\ttre')).toBe('uno\ndue\ttre');
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
