import { announce, Bus } from '../src/platform/realtime/bus.js';
import type { Site } from '../src/platform/ssr/site.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { listeningPortal, rendered, siteWith, type ListeningPortal, type Render, type Reply } from './portal.js';

/** A portal whose pages are rendered as the test says, which sees each rendering. */
export class PagesWorld {
  render!: Render;
  /** The addresses rendered, in order. */
  renderings: string[] = [];
  /** All that the renderer was told, in order. */
  told: object[] = [];

  private constructor(
    private readonly database: TestDatabase,
    readonly site: Site & { remove(): Promise<void> },
    readonly portal: ListeningPortal,
  ) {}

  static async open(): Promise<PagesWorld> {
    const renderer: { world?: PagesWorld } = {};
    const site = await siteWith(request => {
      const { world } = renderer;
      if (world === undefined) throw new Error('The world is not open yet');
      world.renderings.push(request.url);
      world.told.push(request);
      return world.render(request);
    });
    const database = await createTestDatabase();
    const world = new PagesWorld(database, site, await listeningPortal(database.url, { site }));
    renderer.world = world;
    return world;
  }

  /** As just opened: nothing kept, nothing seen, each rendering different from the last. */
  reset(): void {
    this.renderings = [];
    this.told = [];
    this.render = async ({ url }) => rendered(`pagina ${url} numero ${this.renderings.length} ${'testo '.repeat(300)}`);
    this.portal.pages?.cache.suspend();
    this.portal.pages?.cache.resume();
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.portal.ask(path, { headers });
  }

  /** Another replica, on the same database and site. */
  replica(): Promise<ListeningPortal> {
    return listeningPortal(this.databaseUrl, { site: this.site });
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** Announces that pages of `ambitoSlug` changed; resolves when `heardBy` knows. */
  async change(ambitoSlug: string, heardBy: ListeningPortal = this.portal): Promise<void> {
    const heard = new Promise<void>(resolve => heardBy.app.get(Bus).on('pagine', event => event.ambitoSlug === ambitoSlug && resolve()));
    await announce(this.portal.db.manager, { t: 'pagine', ambitoSlug });
    await heard;
  }

  async close(): Promise<void> {
    await this.portal.close();
    await this.database.drop();
    await this.site.remove();
  }
}
