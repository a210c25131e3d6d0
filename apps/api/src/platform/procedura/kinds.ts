import type { Permission } from '@tavoli/shared';
import type { Kind, Nome, Part, Secret } from './kind.js';

/** All the kinds and secrets of the product, as its features declare them. Whatever asks for one that nobody declared fails, naming it. */
export class Kinds {
  private readonly byName: ReadonlyMap<string, Kind>;
  private readonly names: Readonly<Record<string, Nome>>;

  constructor(
    readonly all: readonly Kind[],
    readonly secrets: readonly Secret[],
  ) {
    this.byName = new Map(all.map(kind => [kind.kind, kind]));
    this.names = Object.assign({}, ...all.map(kind => kind.names ?? {})) as Readonly<Record<string, Nome>>;
  }

  of(name: string): Kind {
    return known(this.byName.get(name), name);
  }

  /** How what is kept by this word and an id is called. */
  name(word: string): Nome {
    return known(this.names[word], word);
  }

  /** The same, of a word that may have no name. */
  nameIfAny(word: string): Nome | undefined {
    return Object.hasOwn(this.names, word) ? this.names[word] : undefined;
  }

  /** The kind that the parameters of a route are about: the last that the address names. Null when it names none. */
  named(params: Readonly<Record<string, string | undefined>>): string | null {
    return Object.keys(params).findLast(name => params[name] !== undefined && this.byName.has(name)) ?? null;
  }

  /** The kind whose page stands after this word in the addresses of the site. */
  ofPage(word: string): Kind | undefined {
    return this.all.find(kind => kind.page === word);
  }

  /** The secret by whose holding a permission is held. */
  secretFor(permission: Permission): Secret {
    return known(
      this.secrets.find(({ opens }) => opens.some(open => (open.endsWith('.') ? permission.startsWith(open) : permission === open))),
      permission,
    );
  }

  /** Each part of each kind, with its whole. */
  parts(): { readonly part: Part; readonly whole: Kind }[] {
    return this.all.flatMap(whole => (whole.parts ?? []).map(part => ({ part, whole })));
  }
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`No feature declares «${name}».`);
  return found;
}
