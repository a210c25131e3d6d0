import { Component, computed, effect, input, signal, untracked } from '@angular/core';
import type { ContributoAutoreView, Problem } from '@tavoli/shared';
import { problemOf } from '../../ui/problem';
import { ResourceState } from '../../page/resource-state';
import { autoreApi, type Chiave } from '../contributi.api';
import { ContributoAutore } from './contributo-autore';

/** One of the contributi sent with the account. */
@Component({
  selector: 'app-mio-contributo-page',
  imports: [ContributoAutore, ResourceState],
  template: `
    <div class="container section">
      @if (contributo(); as c) {
        <app-contributo-autore [contributo]="c" [chiave]="chiave()" (cambiato)="contributo.set($event)" />
      } @else {
        <app-resource-state [of]="stato" />
      }
    </div>
  `,
})
export class MioContributoPage {
  readonly id = input.required<string>({ alias: 'contributo' });
  protected readonly chiave = computed<Chiave>(() => ({ mio: this.id() }));
  protected readonly contributo = signal<ContributoAutoreView | null>(null);
  protected readonly stato = { problem: signal<Problem | null>(null), isLoading: signal(true) };
  readonly #api = autoreApi();

  constructor() {
    effect(() => {
      const chiave = this.chiave();
      untracked(
        () =>
          void this.#api
            .leggi(chiave)
            .then(
              c => this.contributo.set(c),
              (error: unknown) => this.stato.problem.set(problemOf(error)),
            )
            .finally(() => this.stato.isLoading.set(false)),
      );
    });
  }
}
