import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { incontroResource } from '../incontri/incontri-pubblici.api';
import { ResourceState } from '../page/resource-state';
import { DataOraPipe } from '../ui/words/dates';
import { ScriviVerbale } from '../verbali/scrivi-verbale';

/** An incontro whose verbale waits for the reader, who writes it by an incarico for that incontro alone. */
@Component({
  selector: 'app-verbale-da-scrivere',
  imports: [DataOraPipe, ResourceState, RouterLink, ScriviVerbale],
  template: `
    @if (incontro.hasValue()) {
      @let view = incontro.value();
      <p class="mb-1">
        <a [routerLink]="['/', ambito(), 'incontri', view.id]">{{ view.titolo }}</a>, {{ view.inizioAt | dataOra }}
      </p>
      @if (view.stato === 'bozza' || view.stato === 'convocato') {
        <p class="text-muted mb-0">Potrai scrivere il verbale da quando l’incontro comincia.</p>
      } @else if (view.stato === 'in_corso') {
        <p class="mb-1"><a [routerLink]="['/', ambito(), 'area', 'incontri', view.id, 'conduci']">Segui i punti e scrivi</a></p>
      }
      <app-scrivi-verbale [ambito]="ambito()" [incontro]="view" />
    } @else {
      <app-resource-state [of]="incontro" />
    }
  `,
})
export class VerbaleDaScrivere {
  readonly ambito = input.required<string>();
  /** Id of the incontro. */
  readonly id = input.required<string>();
  protected readonly incontro = incontroResource(this.ambito, this.id);
}
