import { Component, computed, inject, input, signal } from '@angular/core';
import type { Problem } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { problemOf, problemText } from '../ui/problem';
import { mailedSecret } from './mailed-secret';

/**
 * Behind a mailed link: one button that uses it. Opening the page does nothing by itself, since programs that inspect mail open links
 * too. What to do when the link is of no use is projected.
 */
@Component({
  selector: 'app-usa-segreto',
  imports: [Busy],
  host: { class: 'd-block' },
  template: `
    <h1>{{ titolo() }}</h1>
    @if (segreto() && !useless()) {
      <p class="lead">{{ testo() }}</p>
      @if (problem(); as p) {
        <div class="alert alert-warning" role="alert">{{ text(p) }}</div>
      }
      <p class="actions">
        <button type="button" class="btn btn-primary" [appBusy]="busy()" (click)="use()">{{ bottone() }}</button>
      </p>
    } @else {
      <div class="alert alert-warning" role="alert">
        {{ problem()?.title ?? 'Il collegamento non è completo: aprilo di nuovo dal messaggio, o copialo tutto.' }}
      </div>
      <ng-content />
    }
  `,
})
export class UsaSegreto {
  readonly titolo = input.required<string>();
  readonly testo = input.required<string>();
  readonly bottone = input.required<string>();
  readonly azione = input.required<(segreto: string) => Promise<unknown>>();
  protected readonly segreto = mailedSecret();
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** The link itself is to blame: trying again is of no use. */
  protected readonly useless = computed(() => [404, 409, 410].includes(this.problem()?.status ?? 0));
  protected readonly text = problemText;
  readonly #annunci = inject(Annunci);

  protected async use(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.azione()(this.segreto());
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      this.#annunci.announce(problemText(problem));
    } finally {
      this.busy.set(false);
    }
  }
}
