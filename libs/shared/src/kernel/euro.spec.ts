import fc from 'fast-check';
import { formatEuro, leggiEuro, MAX_CENTESIMI, scriviEuro } from './euro.js';

describe('euro are whole cents', () => {
  it('any amount that is written is read again as it was', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: MAX_CENTESIMI }), centesimi => leggiEuro(scriviEuro(centesimi)) === centesimi));
  });

  it.each([
    ['1.500,00', 150_000],
    ['1500', 150_000],
    ['€ 12,5', 1250],
    ['0,01', 1],
    ['0', 0],
    ['1.234.567,89', 123_456_789],
  ])('%s is %d cents', (testo, centesimi) => {
    expect(leggiEuro(testo)).toBe(centesimi);
  });

  it.each(['', '12.50', '1,234', 'abc', '-1', '1.23.4', '1e3', '99999999999999999999'])('«%s» is no amount', testo => {
    expect(leggiEuro(testo)).toBeNull();
  });

  it('is shown with points and comma', () => {
    expect([formatEuro(123_456_789), formatEuro(5), formatEuro(0)]).toEqual(['1.234.567,89 €', '0,05 €', '0,00 €']);
  });
});
