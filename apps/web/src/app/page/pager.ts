import { Component, inject, input } from '@angular/core';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import type { CursorList } from '../api/cursor-list';
import { problemText } from '../ui/problem';

/** "Carica altri" below a cursorList; a failure is told beside the button, which then tries again. */
@Component({
  selector: 'app-pager',
  imports: [Busy],
  host: { class: 'd-block' },
  template: `
    @if (list().problem(); as problem) {
      <p class="alert alert-danger" role="alert">{{ text(problem) }}</p>
    }
    @if (list().stale()) {
      <p class="pager-stale" role="status">
        L’elenco è cambiato mentre lo guardavi.
        <button type="button" class="link-button" (click)="list().renew()">Aggiorna l’elenco</button>
      </p>
    }
    @if (list().more() || list().problem()) {
      <div class="pager">
        <button type="button" class="btn btn-outline-primary" [appBusy]="list().isLoading()" (click)="more()">{{ label() }}</button>
      </div>
    }
  `,
})
export class Pager {
  readonly list = input.required<CursorList<unknown>>();
  readonly label = input('Carica altri');
  protected readonly text = problemText;
  readonly #annunci = inject(Annunci);

  protected more(): void {
    this.#annunci.announce('Carico altri elementi.');
    this.list().loadMore();
  }
}
