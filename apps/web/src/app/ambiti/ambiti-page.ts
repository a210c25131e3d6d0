import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { ambitiResource } from './ambiti.api';

/** Home of an installation that serves several ambiti. */
@Component({
  selector: 'app-ambiti-page',
  imports: [EmptyState, ResourceState, RouterLink],
  template: `
    @if (ambiti.hasValue()) {
      <div class="container page">
        <h1>Tavoli Tematici</h1>
        <p class="lead">Ogni ambito prepara il suo Piano insieme a chi opera sul territorio. Scegli il tuo ambito.</p>
        @if (ambiti.value().items.length > 0) {
          <ul class="cards">
            @for (ambito of ambiti.value().items; track ambito.slug) {
              <li class="card-plain">
                <h2 class="h4">
                  <a [routerLink]="['/', ambito.slug]">{{ ambito.nomeEsteso }}</a>
                </h2>
                <p>{{ ambito.regione }} · {{ ambito.capofila }}, ente capofila</p>
              </li>
            }
          </ul>
        } @else {
          <app-empty-state title="Non c’è ancora nessun ambito" icon="pin">
            <p>L’amministratore dell’installazione può crearne uno dalla sua area personale.</p>
          </app-empty-state>
        }
      </div>
    } @else {
      <app-resource-state [of]="ambiti" />
    }
  `,
})
export class AmbitiPage {
  protected readonly ambiti = ambitiResource();
}
