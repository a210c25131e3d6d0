import { conData, conDataOra, type Legame } from './giorni.js';
import { formatData, formatDataOra } from './rome-time.js';

const LEGAMI: readonly Legame[] = ['il', 'dal', 'al', 'del', 'entro il', 'fino al', 'Il', 'Dal', 'Entro il', 'Fino al'];
const giorno = (n: number): Date => new Date(`2026-03-${String(n).padStart(2, '0')}T11:00Z`);
const TUTTI = Array.from({ length: 31 }, (_, i) => i + 1);
/** What nobody writes in Italian. */
const SBAGLIATO =
  /\b(il|dal|al|del|dello|un) (8|11)\b|\b1 (gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)|\b(il|dal|al|del) (lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|l’(?!8\b|11\b)\d/iu;

it.each([
  ['il', 7, 'il 7 marzo 2026'],
  ['il', 8, 'l’8 marzo 2026'],
  ['il', 11, 'l’11 marzo 2026'],
  ['il', 1, 'il 1º marzo 2026'],
  ['il', 18, 'il 18 marzo 2026'],
  ['entro il', 8, 'entro l’8 marzo 2026'],
  ['Dal', 1, 'Dal 1º marzo 2026'],
  ['dal', 11, 'dall’11 marzo 2026'],
  ['al', 8, 'all’8 marzo 2026'],
  ['del', 8, 'dell’8 marzo 2026'],
  ['Fino al', 11, 'Fino all’11 marzo 2026'],
  ['Il', 8, 'L’8 marzo 2026'],
] as const)('%s and the day %i', (legame, n, parole) => expect(conData(legame, giorno(n))).toBe(parole));

it.each([
  ['il', 'domenica 8 marzo 2026, ore 12:00'],
  ['dal', 'da domenica 8 marzo 2026, ore 12:00'],
  ['Al', 'A domenica 8 marzo 2026, ore 12:00'],
  ['del', 'di domenica 8 marzo 2026, ore 12:00'],
  ['entro il', 'entro domenica 8 marzo 2026, ore 12:00'],
] as const)('%s and the day of the week', (legame, parole) => expect(conDataOra(legame, giorno(8))).toBe(parole));

it('no day of a month is ever written as nobody would say it', () => {
  for (const legame of LEGAMI)
    for (const n of TUTTI) {
      expect(conData(legame, giorno(n))).not.toMatch(SBAGLIATO);
      expect(conDataOra(legame, giorno(n))).not.toMatch(SBAGLIATO);
    }
});

it('the first of a month is 1º, and only that', () => {
  expect(TUTTI.filter(n => formatData(giorno(n)).includes('º'))).toEqual([1]);
  expect(TUTTI.filter(n => formatDataOra(giorno(n)).includes('º'))).toEqual([1]);
});
