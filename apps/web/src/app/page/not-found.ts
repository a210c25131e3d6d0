import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AmbitoCorrente } from './ambito-corrente';
import { pageMeta } from './page-meta';
import { PageStatus } from './page-status';

/** "Pagina non trovata", with status 404 when rendered on the server. */
@Component({
  selector: 'app-not-found',
  imports: [RouterLink],
  template: `
    <div class="container message-page">
      <p class="message-page-code" aria-hidden="true">404</p>
      <h1>Pagina non trovata</h1>
      <p class="lead">La pagina che cerchi non c’è, è stata spostata, oppure non puoi vederla.</p>
      <p>Controlla l’indirizzo, oppure riparti da qui:</p>
      <ul>
        <li><a [routerLink]="ambito.home()">Pagina iniziale</a></li>
        @if (ambito.slug(); as slug) {
          <li><a [routerLink]="['/', slug, 'tavoli']">Elenco dei tavoli</a></li>
          <li><a [routerLink]="['/', slug, 'incontri']">Calendario degli incontri</a></li>
          <li><a [routerLink]="['/', slug, 'avvisi']">Avvisi</a></li>
        }
      </ul>
    </div>
  `,
})
export class NotFound {
  protected readonly ambito = inject(AmbitoCorrente);

  constructor() {
    inject(PageStatus).set(404);
    pageMeta(() => ({ title: 'Pagina non trovata' }));
  }
}
