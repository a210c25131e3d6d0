import { Component, type ComponentRef, computed, type ElementRef, inject, linkedSignal, viewChild, ViewContainerRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentRoute } from '../page/current-route';
import { Icon } from '../ui/icon';
import { aiutoDi, rottaDi } from './aiuto';
import type { VaiDialog } from './vai/vai-dialog';
import { Voci } from './voci/voci';

/** The navigation that stays on every working page: places, and the entries of the one where the reader is. On a phone both open under a button. */
@Component({
  selector: 'app-area-nav',
  imports: [Icon, RouterLink],
  host: {
    class: 'area-nav',
    '(keydown.escape)': 'escape()',
    '(document:keydown.control.k)': 'scorciatoia($event)',
    '(document:keydown.meta.k)': 'scorciatoia($event)',
  },
  template: `
    <nav aria-label="Area di lavoro">
      <div class="container">
        <button
          #toggle
          type="button"
          class="main-nav-toggle"
          aria-controls="voci-lavoro"
          [attr.aria-expanded]="open()"
          (click)="open.set(!open())"
        >
          <app-icon [name]="open() ? 'close' : 'menu'" />{{ open() ? 'Chiudi il menu' : 'Menu' }}
          @if (qui(); as luogo) {
            <span class="area-nav-qui"><span class="visually-hidden">, sei in </span>{{ luogo.titolo }}</span>
          }
        </button>
        <div class="area-nav-lato">
          <button type="button" aria-keyshortcuts="Control+K" (click)="vaiA()"><app-icon name="search" /><span>Vai a…</span></button>
          @if (aiuto(); as aiuto) {
            <a [routerLink]="['/', 'guida', aiuto.pagina]" [fragment]="aiuto.ancora" target="_blank" rel="opener"
              >Aiuto<span class="visually-hidden"> per questa pagina (si apre in una nuova scheda)</span></a
            >
          }
        </div>
        <ul id="voci-lavoro" class="area-nav-luoghi" [class.is-open]="open()">
          @for (luogo of luoghi(); track luogo.titolo) {
            <li>
              <a [routerLink]="luogo.voci[0]?.url" [attr.aria-current]="luogo.corrente">{{ luogo.titolo }}</a>
              @if (luogo.voci.length > 1) {
                <ul class="area-nav-sotto">
                  @for (voce of luogo.voci; track voce.url) {
                    <li>
                      <a [routerLink]="voce.url" [attr.aria-current]="voce.corrente">{{ voce.titolo }}</a>
                    </li>
                  }
                </ul>
              }
            </li>
          }
        </ul>
      </div>
    </nav>
    @if (qui(); as luogo) {
      @if (luogo.voci.length > 1) {
        <nav class="area-nav-riga" [attr.aria-label]="luogo.titolo">
          <div class="container">
            <ul>
              @for (voce of luogo.voci; track voce.url) {
                <li>
                  <a [routerLink]="voce.url" [attr.aria-current]="voce.corrente">{{ voce.titolo }}</a>
                </li>
              }
            </ul>
          </div>
        </nav>
      }
    }
  `,
})
export class AreaNav {
  readonly #route = inject(CurrentRoute);
  protected readonly luoghi = inject(Voci).luoghi;
  /** Closes by itself at every new page. */
  protected readonly open = linkedSignal({ source: this.#route.path, computation: () => false });
  /** In another tab, which knows the ambito of this one: whoever asks for help in the middle of a form stays there. */
  protected readonly aiuto = computed(() => {
    const [pagina, ancora] = aiutoDi(rottaDi(this.#route.chain()))?.split('#') ?? [];
    return pagina === undefined ? null : { pagina, ancora };
  });
  protected readonly qui = computed(() => this.luoghi().find(l => l.corrente !== null) ?? null);
  private readonly toggleRef = viewChild<ElementRef<HTMLButtonElement>>('toggle');

  readonly #qui = inject(ViewContainerRef);
  #vai: ComponentRef<VaiDialog> | null = null;

  /** Whoever writes and means something else by these keys (the editor, a link) has taken them before. */
  protected scorciatoia(event: Event): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    void this.vaiA();
  }

  protected async vaiA(): Promise<void> {
    if (this.#vai === null) {
      const { VaiDialog } = await import('./vai/vai-dialog');
      this.#vai ??= this.#qui.createComponent(VaiDialog);
      this.#vai.changeDetectorRef.detectChanges();
    }
    // Once it is here it opens at once: whoever types right away loses no letter.
    this.#vai.instance.apri();
  }

  protected escape(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.toggleRef()?.nativeElement.focus();
  }
}
