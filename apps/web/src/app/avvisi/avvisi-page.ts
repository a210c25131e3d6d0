import { Component, input } from '@angular/core';
import { pageMeta } from '../page/page-meta';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { AvvisoRiga } from './avviso-riga';
import { avvisiList } from './avvisi.api';

/** Public list of the avvisi of an ambito. */
@Component({
  selector: 'app-avvisi-page',
  imports: [AvvisoRiga, EmptyState, Pager, ResourceState],
  template: `
    <div class="container section">
      <h1>Avvisi</h1>
      <p class="lead">Con un avviso l’ambito invita gli enti a designare i propri rappresentanti nei tavoli.</p>
      @if (avvisi.ready() && avvisi.items().length > 0) {
        <ul class="list-rows">
          @for (avviso of avvisi.items(); track avviso.id) {
            <li><app-avviso-riga [avviso]="avviso" [link]="['/', ambito(), 'avvisi', avviso.id]" /></li>
          }
        </ul>
        <app-pager [list]="avvisi" />
      } @else if (avvisi.ready()) {
        <app-empty-state title="Nessun avviso al momento"><p>Quando l’ambito ne pubblicherà uno lo troverai qui.</p></app-empty-state>
      } @else {
        <app-resource-state [of]="avvisi" />
      }
    </div>
  `,
})
export class AvvisiPage {
  readonly ambito = input.required<string>();
  protected readonly avvisi = avvisiList(this.ambito);

  constructor() {
    pageMeta(() => ({ title: 'Avvisi', description: 'Gli avvisi con cui l’ambito invita gli enti a partecipare ai Tavoli Tematici.' }));
  }
}
