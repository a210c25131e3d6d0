import { Component, computed, ElementRef, inject, linkedSignal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { CurrentRoute } from '../page/current-route';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';
import { Icon } from '../ui/icon';
import { problemOf, problemText } from '../ui/problem';

/** Who is signed in, with what they may open. */
@Component({
  selector: 'app-account-panel',
  imports: [Icon, RouterLink],
  templateUrl: './account-panel.html',
  host: { class: 'account', '(keydown.escape)': 'escape()', '(focusout)': 'left($event)' },
})
export class AccountPanel {
  protected readonly session = inject(SessionStore);
  protected readonly slug = inject(AmbitoCorrente).slug;
  protected readonly path = inject(CurrentRoute).path;
  protected readonly open = linkedSignal({ source: this.path, computation: () => false });

  /** The other ambiti where the person works or sits: who works in two passes from one to the other here. */
  protected readonly altri = computed(() => {
    const { incarichi, enti, tavoli } = this.session.sessione();
    const suoi = new Map([...incarichi, ...enti, ...tavoli].map(({ ambito }) => [ambito.slug, ambito]));
    return [...suoi.values()].filter(({ slug }) => slug !== this.slug()).sort((a, b) => a.nome.localeCompare(b.nome, 'it'));
  });

  readonly #home = inject(AmbitoCorrente).home;
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly toggleRef = viewChild<ElementRef<HTMLButtonElement>>('toggle');

  protected escape(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.toggleRef()?.nativeElement.focus();
  }

  /** Closes when the focus goes elsewhere in the page (a click on nothing, or leaving the window, moves it nowhere). */
  protected left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.#host.nativeElement.contains(event.relatedTarget)) this.open.set(false);
  }

  protected async signOut(): Promise<void> {
    try {
      const home = this.#home();
      await this.session.signOut();
      await this.#router.navigate(home);
      this.#annunci.notify('Hai chiuso l’accesso all’area personale.');
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    }
  }
}
