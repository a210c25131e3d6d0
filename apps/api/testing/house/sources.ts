import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '../../../..');
const NOT = new Set(['node_modules', 'dist', '.angular', 'test-results', 'playwright-report']);

/** Files below a folder of the workspace, by their path in it. */
export function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT.has(entry.name) ? [] : filesOf(path);
    return [path];
  });
}

export interface Import {
  readonly from: string;
  readonly to: string;
  /** Read when it is needed (`import(…)`), not with the file. */
  readonly lazy: boolean;
}

/** Who imports whom among the programs of a folder, of types too. Tests are let out: they build a world of everything. */
export function importsOf(folder: string): Import[] {
  const files = filesOf(folder).filter(file => file.endsWith('.ts') && !/\.spec\.ts$|\.d\.ts$/.test(file));
  const known = new Set(files);
  return files.flatMap(from => {
    const text = readFileSync(join(ROOT, from), 'utf8');
    return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
      if (!fileName.startsWith('.')) return [];
      const path = relative(ROOT, join(ROOT, dirname(from), fileName));
      const to = [path.replace(/\.js$/, '.ts'), `${path}.ts`, `${path}/index.ts`, path].find(file => known.has(file));
      return to === undefined ? [] : [{ from, to, lazy: /import\(\s*$/.test(text.slice(0, pos)) }];
    });
  });
}

/** Circles among the nodes that `nodeOf` makes of files (Tarjan): each by its members, with one import that closes it. */
export function circles(imports: readonly Import[], nodeOf: (file: string) => string = file => file): string[] {
  const next = new Map<string, Map<string, string>>();
  for (const { from, to } of imports) {
    const [a, b] = [nodeOf(from), nodeOf(to)];
    if (a !== b) (next.get(a) ?? next.set(a, new Map()).get(a))?.set(b, `${from} → ${to}`);
  }
  const seen = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (node: string): void => {
    seen.set(node, seen.size);
    low.set(node, seen.get(node) ?? 0);
    stack.push(node);
    for (const to of next.get(node)?.keys() ?? []) {
      if (!seen.has(to)) visit(to);
      if (stack.includes(to)) low.set(node, Math.min(low.get(node) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(node) !== seen.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) found.push(told(circle, next));
  };
  for (const node of next.keys()) if (!seen.has(node)) visit(node);
  return found;
}

function told(circle: readonly string[], next: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const edges = [...circle].sort().flatMap(a => [...(next.get(a) ?? [])].filter(([b]) => circle.includes(b)).map(([, edge]) => edge));
  return `${[...circle].sort().join(', ')}: ${edges.join('; ')}`;
}
