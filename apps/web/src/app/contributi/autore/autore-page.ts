import { Component, computed, effect, signal, untracked } from '@angular/core';
import type { ContributoAutoreView, Problem } from '@tavoli/shared';
import { LoadingBar } from '../../ui/loading-bar';
import { problemOf } from '../../ui/problem';
import { autoreApi, type Chiave } from '../contributi.api';
import { ContributoAutore } from './contributo-autore';
import { segretoDelLink } from '../segreto';

/** Where an author without account follows a contributo, from the link of a mail or of the receipt. */
@Component({
  selector: 'app-autore-page',
  imports: [ContributoAutore, LoadingBar],
  template: `
    <div class="container section">
      @if (contributo(); as c) {
        <app-contributo-autore [contributo]="c" [chiave]="chiave()" (cambiato)="contributo.set($event)" />
      } @else if (problem(); as p) {
        <h1>Non possiamo aprire questo contributo</h1>
        <p class="lead">{{ p.title }}</p>
        <p>
          Controlla di aver aperto il collegamento intero, così come si trova nel messaggio che hai ricevuto. Con il codice della ricevuta
          puoi comunque vedere a che punto è.
        </p>
      } @else {
        <h1>Il tuo contributo</h1>
        <app-loading-bar [active]="true" />
      }
    </div>
  `,
})
export class AutorePage {
  readonly #segreto = segretoDelLink();
  protected readonly chiave = computed<Chiave>(() => ({ segreto: this.#segreto() }));
  protected readonly contributo = signal<ContributoAutoreView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  readonly #api = autoreApi();

  constructor() {
    effect(() => {
      const chiave = this.chiave();
      untracked(() => void this.#leggi(chiave));
    });
  }

  async #leggi(chiave: Chiave): Promise<void> {
    if (this.#segreto() === '')
      return this.problem.set({ type: '', status: 404, code: 'collegamento.non_valido', title: 'Il collegamento non è completo.' });
    this.problem.set(null);
    await this.#api.leggi(chiave).then(
      c => this.contributo.set(c),
      (error: unknown) => this.problem.set(problemOf(error)),
    );
  }
}
