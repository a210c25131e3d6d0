import { Component, input } from '@angular/core';
import { DataOraPipe } from '../ui/dates';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../ui/pager';
import { ResourceState } from '../ui/resource-state';
import { registroList } from './registro.api';

/** The hash-chained register of the ambito, latest act first. */
@Component({
  selector: 'app-registro-page',
  imports: [DataOraPipe, EmptyState, Pager, ResourceState],
  template: `
    <div class="container section">
      <h1>Registro degli atti</h1>
      <p class="lead">Ogni atto porta l’impronta di quello prima: se qualcuno ne cambiasse o togliesse uno, la verifica lo direbbe.</p>
      @if (atti.ready() && atti.items().length > 0) {
        <ol class="list-rows">
          @for (atto of atti.items(); track atto.numero) {
            <li>
              <p class="mb-1"><strong>n. {{ atto.numero }} · {{ atto.azione }}</strong></p>
              <p class="mb-0">{{ atto.at | dataOra }}{{ atto.attore ? ', ' + atto.attore : '' }}</p>
              @if (atto.motivazione) {
                <p class="mb-0">Motivo: {{ atto.motivazione }}</p>
              }
              <p class="mb-0 text-muted"><abbr title="Impronta SHA-256">Impronta</abbr> <code>{{ atto.impronta.slice(0, 16) }}…</code></p>
            </li>
          }
        </ol>
        <app-pager [list]="atti" label="Carica gli atti precedenti" />
      } @else if (atti.ready()) {
        <app-empty-state title="Nessun atto ancora"><p>Il registro comincia con il primo atto dell’ambito.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="atti" />
      }
    </div>
  `,
})
export class RegistroPage {
  readonly ambito = input.required<string>();
  protected readonly atti = registroList(this.ambito);
}
