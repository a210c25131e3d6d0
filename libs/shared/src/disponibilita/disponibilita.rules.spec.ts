import { contaData, dataMigliore, type ChiRisponde } from './disponibilita.rules.js';
import type { RispostaData } from './disponibilita.states.js';

const date = [
  { id: 'a', inizioAt: '2027-03-01T15:00:00.000Z' },
  { id: 'b', inizioAt: '2027-03-02T15:00:00.000Z' },
];
const chi = (enti: string, risposte: Record<string, RispostaData>): ChiRisponde => ({
  enti,
  risposte: Object.entries(risposte).map(([dataId, risposta]) => ({ dataId, risposta })),
});

describe('The best day', () => {
  it('is that on which most enti can come, whoever of them does', () => {
    const persone = [chi('Alfa', { a: 'si', b: 'no' }), chi('Alfa', { a: 'si', b: 'si' }), chi('Beta', { a: 'no', b: 'se_serve' })];
    expect(contaData('a', persone)).toEqual({ si: 2, seServe: 0, no: 1, posti: 1 });
    expect(contaData('b', persone)).toEqual({ si: 1, seServe: 1, no: 1, posti: 2 });
    expect(dataMigliore(date, persone)).toBe('b');
  });

  it('is, of two alike, that of the most who can for certain, and else the first', () => {
    expect(dataMigliore(date, [chi('Alfa', { a: 'se_serve', b: 'si' })])).toBe('b');
    expect(dataMigliore([...date].reverse(), [chi('Alfa', { a: 'si', b: 'si' })])).toBe('a');
  });

  it('is none while nobody can come', () => {
    expect(dataMigliore(date, [])).toBeNull();
    expect(dataMigliore(date, [chi('Alfa', { a: 'no' })])).toBeNull();
  });
});
