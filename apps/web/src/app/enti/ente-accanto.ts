import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { EnteDati } from './ente-dati';
import { enteResource, statutoPdf } from './enti.api';

/** What one looks at before deciding on an ente, beside the list of them: nothing is decided here that the row does not offer. */
@Component({
  selector: 'app-ente-accanto',
  imports: [EnteDati, ResourceState, RouterLink, StatoBadge],
  template: `
    @if (ente.hasValue()) {
      @let e = ente.value();
      <h2 class="h5">
        <a [routerLink]="['/', ambito(), 'area', 'enti', e.id]">{{ e.denominazione }}</a>
      </h2>
      <p><app-stato-badge [stato]="e.stato" /></p>
      @if (e.motivazione) {
        <p><strong>Motivo:</strong> {{ e.motivazione }}</p>
      }
      <p>
        @if (e.statuto; as statuto) {
          <a [href]="pdf()" download>Statuto: {{ statuto.nome }}</a>
        } @else {
          Lo statuto non c’è ancora.
        }
      </p>
      <app-ente-dati [dati]="e" />
    } @else {
      <app-resource-state [of]="ente" />
    }
  `,
})
export class EnteAccanto {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>();
  protected readonly ente = enteResource(this.ambito, this.id);
  protected readonly pdf = computed(() => statutoPdf(this.ambito(), this.id()));
}
