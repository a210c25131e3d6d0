import { Component, inject, input } from '@angular/core';
import type { Problem } from '../ui/problem';
import { Icon } from '../ui/icon';
import { pageMeta } from './page-meta';
import { PageStatus } from './page-status';

/** Something went wrong and there is nothing else to show; `problem` says what, where it is known. */
@Component({
  selector: 'app-error-page',
  imports: [Icon],
  template: `
    <div class="container message-page">
      <app-icon name="warning" size="xl" />
      <h1>Qualcosa non ha funzionato</h1>
      <p class="lead">{{ problem()?.title ?? 'Non siamo riusciti ad aprire questa pagina.' }}</p>
      <p>Riprova tra poco. Quello che stavi scrivendo non va perso.</p>
      @if (problem()?.instance; as instance) {
        <p class="text-muted">
          Se succede ancora, segnalacelo con questo codice: <code>{{ instance }}</code>
        </p>
      }
      <button type="button" class="btn btn-primary" (click)="reload()">Ricarica la pagina</button>
    </div>
  `,
})
export class ErrorPage {
  readonly problem = input<Problem>();

  constructor() {
    inject(PageStatus).set(503);
    pageMeta(() => ({ title: 'Qualcosa non ha funzionato' }));
  }

  protected reload(): void {
    location.reload();
  }
}
