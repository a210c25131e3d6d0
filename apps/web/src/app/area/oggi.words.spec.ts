import type { Urgenza } from '@tavoli/shared';
import { inBreve } from './oggi.words';

const di = (urgenza: Urgenza, quante: number) => ({ urgenza, quante });

it.each([
  [[], 'Buon lavoro, Rita. Non hai niente in sospeso.'],
  [[di('in_attesa', 1)], 'Buon lavoro, Rita. Ti aspetta 1 cosa: 1 senza fretta.'],
  [
    [di('subito', 2), di('in_attesa', 12000), di('subito', 1)],
    'Buon lavoro, Rita. Ti aspettano 12.003 cose: 3 in ritardo o per oggi, 12.000 senza fretta.',
  ],
])('says in a sentence how much waits, and how near (%#)', (gruppi, detto) => {
  expect(inBreve('Rita', gruppi)).toBe(detto);
});
