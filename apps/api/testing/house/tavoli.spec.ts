import { readFileSync } from 'node:fs';
import { filesOf } from './sources.js';

/**
 * A sottogruppo is a row of `tavolo` too. Whoever reads rows of that table without saying which ones (`id`, or a join from a thing that names its tavolo) tells
 * or counts tavoli, and must say whether sottogruppi are among them.
 */
const ANCHE_SOTTOGRUPPI: Readonly<Record<string, string>> = {
  'apps/api/src/ambiti/impostazioni.queries.ts': 'exceptions to the rules of the ambito: a sottogruppo has them too',
  'apps/api/src/calendari/calendari.queries.ts': 'a sign that changes with any name that a calendar may tell',
  'apps/api/src/oscuramenti/vivi/testi.ts': 'their words are public and blacked out as well',
  'apps/api/src/tavoli/tavolo.kind.ts': 'names: a thing of a sottogruppo tells its own',
  'apps/api/src/tavoli/tavolo.sql.ts': 'the next number among the codes of sottogruppi',
};

/** From `FROM tavolo x` to where its statement ends: the nearest closing that opens before it, or the end of the text. */
function letture(testo: string): { alias: string; resto: string }[] {
  return [...testo.matchAll(/\bFROM tavolo\b(?: (?:AS )?(?!WHERE\b|JOIN\b|ORDER\b|CROSS\b|LEFT\b|FOR\b)(\w+))?/g)].map(trovato => {
    const da = (trovato.index ?? 0) + trovato[0].length;
    let aperte = 0;
    let fine = da;
    for (; fine < testo.length && aperte >= 0 && !(aperte === 0 && testo[fine] === '`'); fine++) {
      if (testo[fine] === '(') aperte++;
      if (testo[fine] === ')') aperte--;
    }
    return { alias: trovato[1] ?? '', resto: testo.slice(da, fine) };
  });
}

const una = ({ alias, resto }: { alias: string; resto: string }): boolean => {
  const x = alias === '' ? '(?<![\\w.])' : `\\b${alias}\\.`;
  return new RegExp(`${x}id = |(?<![\\w.])id = |= ${x}id\\b|${x}(slug = |padre_id|confluito_id = )|radice\\('${alias}'\\)`).test(resto);
};

it('who tells or counts tavoli says whether sottogruppi are among them', () => {
  const sorgenti = filesOf('apps/api/src').filter(f => f.endsWith('.ts') && !f.endsWith('.spec.ts') && !f.includes('/demo/'));
  const molte = sorgenti.flatMap(f => (letture(readFileSync(f, 'utf8')).some(l => !una(l)) ? [f] : []));
  expect(sorgenti.filter(f => letture(readFileSync(f, 'utf8')).length > 0).length).toBeGreaterThan(25);
  expect(molte.filter(f => ANCHE_SOTTOGRUPPI[f] === undefined)).toEqual([]);
  expect(Object.keys(ANCHE_SOTTOGRUPPI).filter(f => !molte.includes(f))).toEqual([]);
});
