import {
  ApplicationRef,
  type ComponentRef,
  createComponent,
  DOCUMENT,
  effect,
  EnvironmentInjector,
  inject,
  Injectable,
  untracked,
} from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { CurrentRoute } from '../page/current-route';
import { AreaNav } from './area-nav';

const LAVORO = /^\/[^/]+\/area(\/|$)/;

/**
 * Puts the navigation of who works where the public menu is, as long as a working page is open. It comes with the first of them, by hand: the frame of
 * public pages, which everybody downloads, does not know of it.
 */
@Injectable({ providedIn: 'root' })
export class AreaFrame {
  readonly #document = inject(DOCUMENT);
  readonly #app = inject(ApplicationRef);
  readonly #injector = inject(EnvironmentInjector);
  #nav: ComponentRef<AreaNav> | null = null;

  constructor() {
    const path = inject(CurrentRoute).path;
    effect(() => {
      const lavora = LAVORO.test(path());
      untracked(() => (lavora ? this.#show() : this.#hide()));
    });
  }

  #show(): void {
    const header = this.#document.querySelector('app-site-header');
    if (this.#nav !== null || header === null) return;
    const host = this.#document.createElement('div');
    header.after(host);
    this.#nav = createComponent(AreaNav, { environmentInjector: this.#injector, hostElement: host });
    this.#app.attachView(this.#nav.hostView);
    this.#aMenu(host, 'menu-pubblico');
    this.#document.documentElement.classList.add('al-lavoro');
  }

  #hide(): void {
    if (this.#nav === null) return;
    const host = this.#nav.location.nativeElement as HTMLElement;
    this.#nav.destroy();
    this.#nav = null;
    host.remove();
    this.#document.getElementById('menu-pubblico')?.setAttribute('id', 'menu');
    this.#document.documentElement.classList.remove('al-lavoro');
  }

  /** «Vai al menu» leads to the menu that is there. */
  #aMenu(host: HTMLElement, altro: string): void {
    this.#document.getElementById('menu')?.setAttribute('id', altro);
    host.id = 'menu';
    host.tabIndex = -1;
  }
}

/** Of the routes of who works. */
export const conNavigazione: CanActivateFn = () => inject(AreaFrame) !== null;
