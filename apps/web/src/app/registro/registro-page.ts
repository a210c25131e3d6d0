import { Component, input } from '@angular/core';
import { DataOraPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { ATTI } from './atti.labels';
import { registroList } from './registro.api';

/** The hash-chained register of the ambito, latest act first. */
@Component({
  selector: 'app-registro-page',
  imports: [DataOraPipe, EmptyState, Pager, ResourceState],
  template: `
    <div class="container section">
      <h1>Registro degli atti</h1>
      <p class="lead">Ogni atto porta l’impronta di quello prima: se qualcuno ne cambiasse o togliesse uno, la verifica lo direbbe.</p>
      @if (registro.ready() && registro.items().length > 0) {
        <ol class="list-rows">
          @for (atto of registro.items(); track atto.numero) {
            <li>
              <p class="mb-1">
                <strong>n. {{ atto.numero }} · {{ atti[atto.azione] ?? atto.azione }}</strong>
              </p>
              <p class="mb-0">{{ atto.at | dataOra }}{{ atto.attore ? ', ' + atto.attore : '' }}</p>
              @if (atto.motivazione) {
                <p class="mb-0">Motivo: {{ atto.motivazione }}</p>
              }
              <p class="mb-0 text-muted">
                <abbr title="Impronta SHA-256">Impronta</abbr> <code>{{ atto.impronta.slice(0, 16) }}…</code>
              </p>
            </li>
          }
        </ol>
        <app-pager [list]="registro" label="Carica gli atti precedenti" />
      } @else if (registro.ready()) {
        <app-empty-state title="Nessun atto ancora"><p>Il registro comincia con il primo atto dell’ambito.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="registro" />
      }
    </div>
  `,
})
export class RegistroPage {
  readonly ambito = input.required<string>();
  protected readonly registro = registroList(this.ambito);
  protected readonly atti = ATTI;
}
