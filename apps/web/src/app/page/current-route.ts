import { Location } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';

/** Where the visitor is, for what stands outside the page itself: header, breadcrumb, titles. */
@Injectable({ providedIn: 'root' })
export class CurrentRoute {
  readonly #router = inject(Router);
  readonly #asked = inject(Location).path();
  readonly #arrivals = signal(0);

  /** False until the first page is there. */
  readonly ready = computed(() => this.#arrivals() > 0);

  /** The active routes from the root to the page. */
  readonly chain = computed<ActivatedRouteSnapshot[]>(() => {
    this.#arrivals();
    const chain: ActivatedRouteSnapshot[] = [];
    for (let route: ActivatedRouteSnapshot | null = this.#router.routerState.snapshot.root; route; route = route.firstChild)
      chain.push(route);
    return chain;
  });

  /** The address without query and fragment. */
  readonly path = computed(() => {
    const url = this.#arrivals() > 0 ? this.#router.url : this.#asked;
    return url.split(/[?#]/)[0] || '/';
  });

  constructor() {
    this.#router.events.subscribe(event => event instanceof NavigationEnd && this.#arrivals.update(n => n + 1));
  }

  /**
   * A parameter of the route. Before the first page is there, `:ambito` is read from the address: the header that came from the server
   * must not lose its name while the page comes alive.
   */
  param(name: string): string | null {
    if (this.ready()) return this.chain().at(-1)?.paramMap.get(name) ?? null;
    const first = this.path().split('/')[1] ?? '';
    const known = this.#router.config.some(route => route.path === first);
    return name === 'ambito' && !known ? decodeURIComponent(first) : null;
  }

  data(name: string): unknown {
    return this.chain().at(-1)?.data[name];
  }
}
