import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Permissions } from '../session/permissions';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { AvvisoRiga } from './avviso-riga';
import { avvisiList } from './avvisi.api';

/** The avvisi as the offices see them: drafts too. */
@Component({
  selector: 'app-avvisi-area-page',
  imports: [AvvisoRiga, EmptyState, Pager, ResourceState, RouterLink],
  template: `
    <div class="container section">
      <h1>Avvisi</h1>
      @if (puoCreare()) {
        <p><a class="btn btn-primary" [routerLink]="['/', ambito(), 'area', 'avvisi', 'nuovo']">Nuovo avviso</a></p>
      }
      @if (avvisi.ready() && avvisi.items().length > 0) {
        <ul class="list-rows">
          @for (avviso of avvisi.items(); track avviso.id) {
            <li><app-avviso-riga [avviso]="avviso" [link]="['/', ambito(), 'area', 'avvisi', avviso.id]" /></li>
          }
        </ul>
        <app-pager [list]="avvisi" />
      } @else if (avvisi.ready()) {
        <app-empty-state title="Nessun avviso"><p>Con un avviso inviti gli enti a designare i propri rappresentanti.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="avvisi" />
      }
    </div>
  `,
})
export class AvvisiAreaPage {
  readonly ambito = input.required<string>();
  protected readonly avvisi = avvisiList(this.ambito);
  readonly #permissions = inject(Permissions);
  protected readonly puoCreare = computed(() => this.#permissions.can('avviso.crea', this.ambito()));
}
