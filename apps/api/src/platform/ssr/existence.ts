import { PUBBLICO } from '@tavoli/shared';
import { canSee } from '../access/visible.js';
import type { Places } from '../access/places.js';
import type { Kinds } from '../procedura/kinds.js';
import { NOWHERE, SHELL } from './cache/page-key.js';
import type { SiteRoutes } from './site-routes.js';

/**
 * Asks, before a page is rendered, whether there is one: by the route table of the site, then by whatever its address names, under the
 * same rule as the API. So no address that somebody makes up costs more than one look at an index.
 */
export class Existence {
  constructor(
    private readonly kinds: Kinds,
    private readonly places: Pick<Places, 'find'>,
    private readonly routes: () => Promise<SiteRoutes | null>,
  ) {}

  /** @returns the key of the page that answers: `key` itself, that of the one shell of personal pages, or that of the one «not found» */
  async standIn(key: string): Promise<string> {
    if (key === NOWHERE || key === SHELL) return key;
    const routes = await this.routes();
    if (routes === null) return key;
    const standing = routes.at(key.split('?', 1)[0] ?? '');
    if (standing.kind === 'shell') return SHELL;
    if (standing.kind === 'nothing') return NOWHERE;
    return (await this.areThere(standing.named)) ? key : NOWHERE;
  }

  private async areThere(named: readonly (readonly [string, string])[]): Promise<boolean> {
    const params: Record<string, string> = {};
    for (const [collection, name] of named) {
      const kind = this.kinds.ofPage(collection);
      if (kind === undefined) return true; // nobody can tell but the page itself
      params[kind.kind] = name;
      const place = await this.places.find(kind.kind, params);
      if (place === null || !canSee(kind, PUBBLICO, place)) return false;
    }
    return true;
  }
}
