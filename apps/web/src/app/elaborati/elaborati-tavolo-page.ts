import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { liveReload } from '../live/live-reload';
import { Permissions } from '../session/permissions';
import { tavoloResource } from '../tavoli/tavoli.api';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { ElaboratoRiga } from './elaborato-riga';
import { elaboratiResource } from './elaborati-pubblici.api';

/** What a tavolo is writing and has written. */
@Component({
  selector: 'app-elaborati-tavolo-page',
  imports: [ElaboratoRiga, EmptyState, ResourceState, RouterLink],
  template: `
    <div class="container section">
      @if (tavolo.hasValue() && elaborati.hasValue()) {
        <h1>Elaborati del tavolo</h1>
        <p class="lead">
          Quello che <a [routerLink]="['/', ambito(), 'tavoli', slug()]">{{ tavolo.value().nome }}</a> scrive per il Piano.
        </p>
        @if (puoCreare()) {
          <p><a class="btn btn-primary" [routerLink]="['nuovo']">Nuovo elaborato</a></p>
        }
        @if (elaborati.value().items.length > 0) {
          <ul class="list-rows" aria-label="Elaborati">
            @for (e of elaborati.value().items; track e.id) {
              <li><app-elaborato-riga [elaborato]="e" [ambito]="ambito()" [area]="true" [conTavolo]="false" /></li>
            }
          </ul>
        } @else {
          <app-empty-state title="Non c’è ancora nessun elaborato" icon="document"
            ><p>Analisi dei bisogni, priorità, obiettivi e schede di progetto compaiono qui.</p></app-empty-state
          >
        }
        <p class="mt-4"><a [routerLink]="['/', ambito(), 'area', 'elaborati']">Risorse e indicatori di tutte le schede</a></p>
      } @else {
        <app-resource-state [of]="tavolo.problem() ? tavolo : elaborati" />
      }
    </div>
  `,
})
export class ElaboratiTavoloPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  protected readonly elaborati = elaboratiResource(this.ambito, () => this.tavolo.value()?.id);
  readonly #permissions = inject(Permissions);
  protected readonly puoCreare = computed(() =>
    this.#permissions.can('elaborato.crea', this.ambito(), { tavoloId: this.tavolo.value()?.id ?? null }),
  );

  constructor() {
    liveReload('elaborato', () => this.elaborati.reload());
  }
}
