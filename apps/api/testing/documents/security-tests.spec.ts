import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../../../..');

/** The sections of ASVS 5.0.0, each with the level of its requirements in their order. */
const ASVS = `1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23 3.1:3 3.2:113 3.3:12223 3.4:11222233 3.5:11122333 3.6:3
  3.7:22333 4.1:12233 4.2:23333 4.3:22 4.4:1222 5.1:2 5.2:112333 5.3:113 5.4:222 6.1:122 6.2:111111112222 6.3:11223333 6.4:112233 6.5:22222333 6.6:2223 6.7:33
  6.8:2222 7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:223 7.6:22 8.1:1233 8.2:1123 8.3:133 8.4:23 9.1:111 9.2:1222 10.1:22 10.2:223 10.3:22223
  10.4:1111122222233333 10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233 11.4:1222 11.5:23 11.6:23 11.7:33 12.1:12233 12.2:11 12.3:22223 13.1:2333
  13.2:222223 13.3:2233 13.4:1222233 14.1:22 14.2:12223333 14.3:122 15.1:12233 15.2:12233 15.3:1222222 15.4:3333 16.1:2 16.2:22222 16.3:2222 16.4:222
  16.5:2223 17.1:23 17.2:22223333 17.3:22`;
const requirements = ASVS.split(/\s+/).flatMap(section => {
  const [name = '', levels = ''] = section.split(':');
  return [...levels].map((level, i) => ({ name: `V${name}.${i + 1}`, level }));
});

const rows = [...readFileSync(join(ROOT, 'docs/SECURITY-TESTS.md'), 'utf8').matchAll(/^\| (V[^|]+) \|([^|]+)\| ([^|]+) \|$/gm)].map(
  ([, requirement = '', , proof = '']) => ({ requirement, proof }),
);

/** What stands in the titles of the tests of a file, and of their groups. */
function titlesOf(file: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(it|test|describe)\b/.test(node.expression.getText(tree)) && node.arguments[0])
      if (ts.isStringLiteralLike(node.arguments[0]) || ts.isTemplateExpression(node.arguments[0]))
        titles.push(node.arguments[0].getText(tree));
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest);
  visit(tree);
  return titles;
}

/** What a proof names that is not where it says. */
function missing(proof: string): string[] {
  const files = [...proof.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, file = '']) => file);
  const gone = files.filter(file => !existsSync(join(ROOT, file)));
  if (gone.length > 0) return gone;
  const named = [
    ...[...proof.matchAll(/\b(?:[A-GLS]-\d+|V\d+\.\d+\.\d+)\b/g)].map(([id]) => ({ what: id, borne: new RegExp(`\\b${id}\\b(?![.\\d])`) })),
    ...[...proof.matchAll(/«([^«»]+)»/g)].map(([, what = '']) => ({ what, borne: { test: (title: string) => title.includes(what) } })),
  ];
  const titles = files.map(file => ({ file, titles: titlesOf(file) }));
  return [
    ...named.filter(n => !titles.some(f => f.titles.some(t => n.borne.test(t)))).map(n => `no title of these files says «${n.what}»`),
    ...titles.filter(f => !f.titles.some(t => named.some(n => n.borne.test(t)))).map(f => `${f.file} has no title that the row names`),
    ...(files.length === 0 && !proof.startsWith('Reason: ') ? ['nothing'] : []),
  ];
}

it('every requirement of the security table has a proof that stands where it says, or a reason', () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.flatMap(({ requirement, proof }) => missing(proof).map(what => `${requirement}: ${what}`))).toEqual([]);
});

it('the table speaks of every requirement of levels 1 and 2, of each once and with its level', () => {
  const told = rows.flatMap(r =>
    [...r.requirement.matchAll(/(V\d+\.\d+\.\d+) \(L(\d)\)/g)].map(([, name = '', level = '']) => ({ name, level })),
  );
  expect(told.filter(({ name }, n) => told.findIndex(t => t.name === name) !== n)).toEqual([]);
  expect(told.filter(({ name, level }) => !requirements.some(r => r.name === name && r.level === level))).toEqual([]);
  expect(requirements.filter(({ name, level }) => level !== '3' && !told.some(t => t.name === name))).toEqual([]);
});
