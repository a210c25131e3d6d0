import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { STATI } from '../ui/stati';
import { messaggiList } from './messaggi.api';
import { MessaggioRiga } from './messaggio-riga';

/** Every mail of the ambito and what became of it. */
@Component({
  selector: 'app-messaggi-page',
  imports: [EmptyState, MessaggioRiga, Pager, ResourceState, SelectField],
  template: `
    <div class="container section">
      <h1>Messaggi inviati</h1>
      <p class="lead">Ogni messaggio che il portale manda per l’ambito, e che fine ha fatto.</p>
      <div class="filters">
        <app-select-field label="Stato" empty="Tutti gli stati" [options]="stati" [value]="stato()" (valueChange)="filtra($event)" />
      </div>
      @if (messaggi.ready() && messaggi.items().length > 0) {
        <ul class="list-rows">
          @for (messaggio of messaggi.items(); track messaggio.id) {
            <li><app-messaggio-riga [messaggio]="messaggio" [ambito]="ambito()" (rinviato)="messaggi.reload()" /></li>
          }
        </ul>
        <app-pager [list]="messaggi" />
      } @else if (messaggi.ready()) {
        <app-empty-state title="Nessun messaggio"><p>Compaiono qui quando il portale scrive a qualcuno.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="messaggi" />
      }
    </div>
  `,
})
export class MessaggiPage {
  readonly ambito = input.required<string>();
  readonly stato = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly messaggi = messaggiList(this.ambito, this.stato);
  protected readonly stati = (['in_coda', 'inviata', 'rifiutata', 'fallita'] as const).map(value => ({ value, label: STATI[value].label }));
  readonly #router = inject(Router);

  protected filtra(stato: string): void {
    void this.#router.navigate([], { queryParams: { stato: stato || null } });
  }
}
