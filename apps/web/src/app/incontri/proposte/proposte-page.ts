import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../../live/live-reload';
import { ResourceState } from '../../page/resource-state';
import { tavoloResource } from '../../tavoli/tavoli.api';
import { EmptyState } from '../../ui/empty-state';
import { PropostaRiga } from './proposta-riga';
import { proposteResource } from './proposte.api';

/** The punti proposed to a tavolo, for who prepares its incontri: those that wait first. */
@Component({
  selector: 'app-proposte-page',
  imports: [EmptyState, PropostaRiga, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (tavolo.hasValue() && proposte.hasValue()) {
        <h1>Punti proposti</h1>
        <p class="lead">
          Quello di cui chi siede al tavolo <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a> chiede di
          parlare. Un punto accolto entra nell’ordine del giorno di un incontro non ancora convocato, oppure è già scritto nel prossimo che
          prepari. Ogni risposta arriva per posta a chi lo ha proposto.
        </p>
        <ul class="list-rows">
          @for (o of righe(); track o.id) {
            <li>
              <app-proposta-riga [ambito]="ambito()" [proposta]="o" [bozze]="proposte.value().bozze" (cambiata)="proposte.reload()" />
            </li>
          }
        </ul>
        @if (righe().length === 0) {
          <app-empty-state title="Nessun punto proposto, per ora" icon="list">
            <p>Chi siede al tavolo può proporre un punto dalla pagina del tavolo: ricevi un messaggio a ogni proposta.</p>
          </app-empty-state>
        }
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : proposte" />
      }
    </div>
  `,
})
export class PropostePage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly proposte = proposteResource(this.ambito, this.slug);
  protected readonly righe = computed(() => this.proposte.value()?.items ?? []);

  constructor() {
    liveReload('incontro', () => this.proposte.reload());
  }
}
