import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { CanDeactivateFn, Route, Routes } from '@angular/router';

/** What is asked before a page with something that is not saved is left. */
export interface Leaving {
  /** What would be lost, a line each. */
  readonly what: readonly string[];
  readonly answer: (leave: boolean) => void;
}

/** Knows what on the page would be lost with it, and holds whoever is about to leave. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  readonly #sources = new Set<() => string | null>();
  readonly #asked = signal<Leaving | null>(null);
  /** The question that stands; the shell shows it. */
  readonly asked = this.#asked.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const hold = (event: BeforeUnloadEvent) => {
      if (this.what().length > 0) event.preventDefault();
    };
    window?.addEventListener('beforeunload', hold);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', hold));
  }

  /** As long as the caller lives; in an injection context. @param source what would be lost, in a few words; null: nothing */
  watch(source: () => string | null): void {
    this.#sources.add(source);
    inject(DestroyRef).onDestroy(() => this.#sources.delete(source));
  }

  what(): string[] {
    return [...this.#sources].flatMap(source => source() ?? []);
  }

  /** @returns whether the page may be left: at once when nothing would be lost, else as the person answers */
  leave(): Promise<boolean> {
    const what = this.what();
    if (what.length === 0) return Promise.resolve(true);
    this.#asked()?.answer(false);
    return new Promise(resolve =>
      this.#asked.set({
        what,
        answer: leave => {
          this.#asked.set(null);
          resolve(leave);
        },
      }),
    );
  }
}

const mayLeave: CanDeactivateFn<unknown> = () => inject(Unsaved).leave();

/** The same routes, each page of which is left only when nothing on it would be lost. */
export const guarded = (routes: Routes): Routes => routes.map(guardedRoute);

function guardedRoute(route: Route): Route {
  const { children, loadChildren } = route;
  if (children) return { ...route, children: guarded(children) };
  if (loadChildren) return { ...route, loadChildren: async () => guarded((await loadChildren()) as Routes) };
  return { ...route, canDeactivate: [...(route.canDeactivate ?? []), mayLeave] };
}
