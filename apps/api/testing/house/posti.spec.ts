import { readFileSync } from 'node:fs';
import { filesOf } from './sources.js';

/** Who reads mandati for something else than who sits now, and why. */
const ALTRO: Readonly<Record<string, string>> = {
  'apps/api/src/posti/siede.sql.ts': 'says it',
  'apps/api/src/designazioni/mandati.ts': 'opens and closes them',
  'apps/api/src/designazioni/consensi.service.ts': 'whether there is a seat to give up, suspended or not',
  'apps/api/src/tavoli/tavolo.kind.ts': 'finds the tavolo of a person named in a body; the command asks whether they sit',
  'apps/api/src/diritti/conservazione.service.ts': 'keeps the data of whoever holds one, suspended or not',
  'apps/api/src/diritti/diritti.service.ts': 'who holds one, suspended or not, gives it up before the account goes',
  'apps/api/src/diritti/senza-account.ts': 'the same, without an account',
};

const legge = (file: string): boolean => /\bmandato\b/.test(file) && /\bal IS NULL\b/.test(file);

it('who sits now is said in one place: every other query of mandati asks it', () => {
  const sorgenti = filesOf('apps/api/src').filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts'));
  const leggono = sorgenti.filter(f => legge(readFileSync(f, 'utf8').replace(/\b(i|o|chi_i|incarico|operatore)\.al IS NULL/g, '')));
  expect(leggono.filter(f => ALTRO[f] === undefined)).toEqual([]);
  expect(Object.keys(ALTRO).filter(f => !leggono.includes(f))).toEqual([]);
});
