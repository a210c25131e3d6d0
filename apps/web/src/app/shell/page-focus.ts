import { DOCUMENT, effect, inject, Injectable, untracked } from '@angular/core';
import { Annunci } from '../ui/annunci';
import { CurrentRoute } from '../page/current-route';
import { PageMeta } from '../page/page-meta';

/** How long a page may take to show its heading before we settle for the top of its content. */
const PATIENCE_MS = 4000;

/**
 * After every change of page the focus goes to the heading of the new one and its title is spoken: without this a screen reader, or
 * the Tab key, would still be where the old page was. Not on the first page, nor when only the query changes. An address that names a place of
 * its page leads there, as soon as the page shows it.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  readonly #document = inject(DOCUMENT);
  readonly #annunci = inject(Annunci);
  readonly #meta = inject(PageMeta);
  readonly #route = inject(CurrentRoute);
  #path: string | null = null;

  /** Called once by the shell, in the browser. */
  start(): void {
    effect(() => {
      if (!this.#route.ready()) return;
      const path = this.#route.path();
      const first = this.#path === null;
      if (path === this.#path) return;
      this.#path = path;
      if (first) return;
      untracked(() => this.#annunci.pageChanged());
      this.#focusHeading(path, Date.now() + PATIENCE_MS);
    });
  }

  #focusHeading(path: string, deadline: number): void {
    setTimeout(() => {
      if (path !== this.#path) return;
      const main = this.#document.querySelector<HTMLElement>('main');
      const heading = main?.querySelector<HTMLElement>('h1');
      const place = decodeURIComponent(this.#document.location.hash.slice(1));
      const named = place === '' ? null : this.#document.getElementById(place);
      if ((place === '' ? !heading : !named) && Date.now() < deadline) return this.#focusHeading(path, deadline);
      const target = named ?? heading ?? main;
      target?.setAttribute('tabindex', '-1');
      target?.focus({ preventScroll: named === null });
      this.#annunci.announce(this.#meta.title() ?? heading?.textContent?.trim() ?? '');
    }, 60);
  }
}
