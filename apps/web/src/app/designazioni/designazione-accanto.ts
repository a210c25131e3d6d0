import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { designazioneResource } from './designazioni.api';

/** What one looks at before answering a designazione, beside the list of them. */
@Component({
  selector: 'app-designazione-accanto',
  imports: [ResourceState, RouterLink, StatoBadge],
  template: `
    @if (designazione.hasValue()) {
      @let d = designazione.value();
      <h2 class="h5">
        <a [routerLink]="['/', ambito(), 'area', 'designazioni', d.id]">{{ d.ente.denominazione }}</a>
      </h2>
      <p>{{ d.tavolo.nome }}</p>
      <p><app-stato-badge [stato]="d.stato" /></p>
      @if (d.motivazione) {
        <p><strong>Motivo:</strong> {{ d.motivazione }}</p>
      }
      <ul class="list-rows" aria-label="Persone indicate">
        @for (p of d.rappresentanti; track p.id) {
          <li>
            <strong>{{ p.nome }} {{ p.cognome }}</strong
            >, {{ p.ruolo }}
            <span class="tabella-sotto">{{ p.email }}{{ p.qualifica ? ' · ' + p.qualifica : '' }}</span>
            <app-stato-badge [stato]="p.consenso" />
          </li>
        }
      </ul>
      @for (dichiarazione of d.dichiarazioni; track $index) {
        <p class="mb-1">{{ dichiarazione.resa ? 'Dichiarato' : 'Non dichiarato' }}: {{ dichiarazione.testo }}</p>
      }
    } @else {
      <app-resource-state [of]="designazione" />
    }
  `,
})
export class DesignazioneAccanto {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>();
  protected readonly designazione = designazioneResource(this.ambito, this.id);
}
