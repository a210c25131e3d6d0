import { readFileSync } from 'node:fs';
import { filesOf } from './sources.js';

/** Who reads mandati for something else than who sits now, and why. */
const ALTRO: Readonly<Record<string, string>> = {
  'apps/api/src/posti/siede.sql.ts': 'says it',
  'apps/api/src/chiusure/fine-mandati.service.ts': 'whom the end of the Piano concerns: they do not sit any more',
  'apps/api/src/chiusure/sottogruppi.ts': 'ends all the places of a sottogruppo that closes',
  'apps/api/src/sottogruppi/membri.ts': 'opens places at a sottogruppo; who sits there is asked',
  'apps/api/src/designazioni/mandati/mandati.ts': 'opens and closes them',
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

/** Who reads incarichi that are not held now, and why. */
const ANCHE_FINITI: Readonly<Record<string, string>> = {
  'apps/api/src/incarichi/fine.ts': 'ends those past their last day',
  'apps/api/src/diritti/esporta.ts': 'tells a person all that is kept of them, ended or not',
  'apps/api/src/iter/iter/iter.sql.ts': 'names who was in charge of a phase, as it was written',
};

it('A-8: whether an incarico is held now is said in one place: every query of incarichi asks it', () => {
  const legge = (testo: string): boolean => /\b(FROM|JOIN) incarico\b/.test(testo.replace(/DELETE FROM incarico\b/g, ''));
  const chiede = (testo: string): boolean => /\b(corre|aperto|scaduto|tieneNellAmbito|tieneAlTavolo|tieneAllIncontro|VALE)\(/.test(testo);
  const sorgenti = filesOf('apps/api/src').filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts') && !f.includes('/demo/'));
  const leggono = sorgenti.filter(f => legge(readFileSync(f, 'utf8')));
  expect(leggono.length).toBeGreaterThan(10);
  const senza = leggono.filter(f => !chiede(readFileSync(f, 'utf8')));
  expect(senza.filter(f => ANCHE_FINITI[f] === undefined)).toEqual([]);
  // Nor does anything say it by itself.
  const daSoli = sorgenti.filter(
    f => !f.startsWith('apps/api/src/incarichi/') && /\b(i|chi_i|incarico)\.al IS NULL/.test(readFileSync(f, 'utf8')),
  );
  expect(daSoli).toEqual([]);
});
