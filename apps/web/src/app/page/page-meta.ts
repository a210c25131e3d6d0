import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { AmbitoCorrente } from './ambito-corrente';
import { Parole } from './parole';
import { PageTitles } from './page-titles';

export interface PageDescription {
  /** Becomes the document's title, the last step of the breadcrumb and what is announced on arrival. */
  readonly title: string;
  /** One or two sentences, for search engines and shared links. */
  readonly description?: string;
}

const SITE = 'Tavoli Tematici';
const DESCRIPTION = 'I Tavoli Tematici del Piano: chi ne fa parte, gli avvisi aperti, come partecipare.';

/** The one writer of the document's title and of the social meta. */
@Injectable({ providedIn: 'root' })
export class PageMeta {
  readonly #titles = inject(PageTitles);
  readonly #ambito = inject(AmbitoCorrente).ambito;
  readonly #parole = inject(Parole);
  readonly #page = signal<PageDescription | null>(null);

  /** What the page calls itself, else what its route is called. */
  readonly title = computed(() => {
    const route = this.#titles.ofRoute();
    return this.#page()?.title ?? (route === null ? null : this.#parole.di(route));
  });
  /** Set only by the page: a route's title never replaces a breadcrumb. */
  readonly ownTitle = computed(() => this.#page()?.title ?? null);

  constructor() {
    const title = inject(Title);
    const meta = inject(Meta);
    effect(() => {
      const nome = this.#ambito()?.nome;
      const site = nome ? `${SITE} · ${nome}` : SITE;
      const page = this.title();
      title.setTitle(page && page !== SITE ? `${page} · ${site}` : site);
      const description = this.#page()?.description ?? DESCRIPTION;
      meta.updateTag({ name: 'description', content: description });
      meta.updateTag({ property: 'og:description', content: description });
      meta.updateTag({ property: 'og:title', content: page ?? site });
      meta.updateTag({ property: 'og:site_name', content: site });
    });
  }

  describe(page: PageDescription | null): void {
    this.#page.set(page);
  }

  /** Forgets `page`, unless the next one has already described itself. */
  forget(page: PageDescription | null): void {
    this.#page.update(now => (now === page ? null : now));
  }
}

/**
 * Called by a page whose title comes with its data: `pageMeta(() => tavolo() && { title: tavolo().nome })`.
 * Until the data is there the route's own title stands.
 */
export function pageMeta(describe: () => PageDescription | null | undefined): void {
  const meta = inject(PageMeta);
  let last: PageDescription | null = null;
  effect(() => meta.describe((last = describe() ?? null)));
  inject(DestroyRef).onDestroy(() => meta.forget(last));
}
