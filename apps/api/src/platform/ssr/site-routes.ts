/** An entry of the route table that the build of the site writes: `*` stands for one segment, `**` for any number of them. */
export interface SiteRoute {
  readonly route: string;
  /** 1: an empty shell that the browser fills; else rendered here. */
  readonly renderMode: number;
}

const SHELL = 1;

/** What stands at an address: a page, with the names of what it shows; the shell of personal pages; or nothing. */
export type Standing =
  | {
      readonly kind: 'page';
      /** In the order of the address: the collection (`''` for the ambito) and the segment in it. */ readonly named: readonly (readonly [
        collection: string,
        name: string,
      ])[];
    }
  | { readonly kind: 'shell' }
  | { readonly kind: 'nothing' };

interface Node {
  readonly below: Map<string, Node>;
  mode?: number;
}

/** Reads addresses by the route table of the site, the way its router does: words before names, names before whatever else. */
export class SiteRoutes {
  private readonly root: Node = { below: new Map() };

  constructor(private readonly routes: readonly SiteRoute[]) {
    for (const { route, renderMode } of routes) this.add(segmentsOf(route), renderMode);
  }

  at(path: string): Standing {
    const segments = segmentsOf(path);
    const found = find(this.root, segments);
    if (found === null) return { kind: 'nothing' };
    if (found.mode === SHELL) return { kind: 'shell' };
    // Whatever else is under a page is the site's own «not found».
    if (found.pattern.at(-1) === '**') return { kind: 'nothing' };
    return {
      kind: 'page',
      named: found.pattern.flatMap((word, i) => (word === '*' ? [[segments[i - 1] ?? '', segments[i] ?? ''] as const] : [])),
    };
  }

  /** The addresses of pages rendered here, as the table writes them. */
  rendered(): string[] {
    return this.routes.filter(r => r.renderMode !== SHELL).map(r => r.route);
  }

  /** The words after which pages rendered here have a name in their address; `''` for the first segment. */
  collections(): string[] {
    const words = new Set<string>();
    const walk = (node: Node, word: string): boolean => {
      let pages = node.mode !== undefined && node.mode !== SHELL;
      for (const [segment, next] of node.below) {
        const rendered = segment !== '**' && walk(next, segment);
        if (rendered && segment === '*') words.add(word);
        pages ||= rendered;
      }
      return pages;
    };
    walk(this.root, '');
    return [...words];
  }

  private add(segments: readonly string[], mode: number): void {
    let node = this.root;
    for (const segment of segments) {
      const next: Node = node.below.get(segment) ?? { below: new Map() };
      node.below.set(segment, next);
      node = next;
    }
    node.mode = mode;
  }
}

const segmentsOf = (path: string): string[] => path.split('/').filter(segment => segment !== '');

interface Found {
  readonly mode: number;
  readonly pattern: readonly string[];
}

function find(node: Node, segments: readonly string[]): Found | null {
  const [first, ...rest] = segments;
  if (first === undefined) return node.mode === undefined ? anything(node) : { mode: node.mode, pattern: [] };
  for (const word of [first, '*']) {
    const next = word === '**' ? undefined : node.below.get(word);
    const found = next === undefined ? null : find(next, rest);
    if (found !== null) return { ...found, pattern: [word, ...found.pattern] };
  }
  return anything(node);
}

function anything(node: Node): Found | null {
  const mode = node.below.get('**')?.mode;
  return mode === undefined ? null : { mode, pattern: ['**'] };
}
