import { afterNextRender, Component, DestroyRef, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DataOraPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { TextField } from '../ui/fields/text-field';
import { postaResource } from './demo.api';

/** How often the mailbox is looked into while it is open. */
const GUARDA_OGNI_MS = 2_000;

/** Every mail the demo would have sent, latest first; what arrives shows by itself, as in any mailbox. */
@Component({
  selector: 'app-posta-page',
  imports: [DataOraPipe, EmptyState, ResourceState, RouterLink, TextField],
  template: `
    <div class="container section">
      <h1>Posta della dimostrazione</h1>
      <p class="lead">Nessun messaggio parte davvero: qui leggi quelli che il portale avrebbe mandato.</p>
      <form class="filters" role="search" aria-label="Cerca tra i messaggi" (submit)="cerca($event)">
        <app-text-field label="Indirizzo di chi li riceve" type="search" [value]="scritto()" (valueChange)="scritto.set($event)" />
        <p class="filters-more">
          <button type="submit" class="btn btn-primary btn-sm">Cerca</button>
          @if (per()) {
            <a [routerLink]="[]">Tutti i messaggi</a>
          }
        </p>
      </form>
      @if (posta.hasValue() && posta.value().items.length > 0) {
        <ul class="list-rows">
          @for (messaggio of posta.value().items; track messaggio.id) {
            <li>
              <h2 class="h5 mb-1">
                <a [routerLink]="['/demo/posta', messaggio.id]">{{ messaggio.oggetto }}</a>
              </h2>
              <p class="mb-0 text-muted">A {{ messaggio.nome }} &lt;{{ messaggio.indirizzo }}&gt; · {{ messaggio.at | dataOra }}</p>
            </li>
          }
        </ul>
      } @else if (posta.hasValue()) {
        <app-empty-state title="Nessun messaggio"><p>Fai qualcosa nel portale: i messaggi compaiono qui.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="posta" />
      }
    </div>
  `,
})
export class PostaPage {
  /** Whose mail: any part of an address, from the query. */
  readonly per = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly posta = postaResource(this.per);
  protected readonly scritto = linkedSignal(() => this.per());
  readonly #router = inject(Router);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const timer = setInterval(() => document.hidden || this.posta.reload(), GUARDA_OGNI_MS);
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    void this.#router.navigate([], { queryParams: { per: this.scritto().trim() || null } });
  }
}
