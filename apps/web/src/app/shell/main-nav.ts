import { Component, computed, type ElementRef, inject, linkedSignal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { Parole } from '../page/parole';
import { Icon } from '../ui/icon';
import { CurrentRoute } from '../page/current-route';

const VOICES = [
  { label: 'Tavoli', path: 'tavoli' },
  { label: 'Incontri', path: 'incontri' },
  { label: 'Verbali', path: 'verbali' },
  { label: 'Contributi', path: 'contributi' },
  { label: 'Avvisi', path: 'avvisi' },
  { label: '[Piano]', path: 'piano' },
  { label: 'Area personale', path: 'area' },
];

/** The main menu: a row of links, which on a small screen opens under a button. */
@Component({
  selector: 'app-main-nav',
  imports: [Icon, RouterLink],
  host: { class: 'main-nav', '(keydown.escape)': 'escape()' },
  template: `
    @if (items().length > 0) {
      <div class="container">
        <button
          #toggle
          type="button"
          class="main-nav-toggle"
          aria-controls="voci-menu"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          <app-icon [name]="open() ? 'close' : 'menu'" />Menu
        </button>
        <nav id="voci-menu" aria-label="Principale" data-element="menu" [class.is-open]="open()">
          <ul>
            @for (item of items(); track item.label) {
              <li>
                <a [routerLink]="item.to" [attr.aria-current]="item.current">{{ item.label }}</a>
              </li>
            }
          </ul>
        </nav>
      </div>
    }
  `,
})
export class MainNav {
  readonly #slug = inject(AmbitoCorrente).slug;
  readonly #path = inject(CurrentRoute).path;
  readonly #parole = inject(Parole);
  private readonly toggleRef = viewChild<ElementRef<HTMLButtonElement>>('toggle');

  /** Closes by itself at every new page. */
  protected readonly open = linkedSignal({ source: this.#path, computation: () => false });
  protected readonly items = computed(() => {
    const slug = this.#slug();
    if (slug === null) return [];
    return VOICES.map(({ label, path }) => {
      const to = `/${slug}/${path}`;
      const here = `${this.#path()}/`;
      // The page itself, or one below it: the two are told apart to screen readers.
      return { label: this.#parole.di(label), to, current: here === `${to}/` ? 'page' : here.startsWith(`${to}/`) ? 'true' : null };
    });
  });

  protected escape(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.toggleRef()?.nativeElement.focus();
  }
}
