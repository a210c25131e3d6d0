import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DataOraPipe } from '../ui/dates';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../ui/resource-state';
import { postaResource } from './demo.api';

/** Every mail the demo would have sent, latest first. */
@Component({
  selector: 'app-posta-page',
  imports: [DataOraPipe, EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Posta della dimostrazione</h1>
      <p class="lead">Nessun messaggio parte davvero: qui leggi quelli che il portale avrebbe mandato.</p>
      <p><button type="button" class="btn btn-outline-primary btn-sm" (click)="posta.reload()">Aggiorna</button></p>
      @if (posta.hasValue() && posta.value().items.length > 0) {
        <ul class="list-rows">
          @for (messaggio of posta.value().items; track messaggio.id) {
            <li>
              <h2 class="h5 mb-1"><a [routerLink]="['/demo/posta', messaggio.id]">{{ messaggio.oggetto }}</a></h2>
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
  protected readonly posta = postaResource();
}
