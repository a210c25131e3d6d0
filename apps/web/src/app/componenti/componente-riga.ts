import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ComponenteRigaView, ETICHETTE_NATURA } from '@tavoli/shared';

/** An ente that sits, in a list: what it is, at which tavoli, who for it. */
@Component({
  selector: 'app-componente-riga',
  imports: [RouterLink],
  host: { class: 'd-block' },
  template: `
    <p class="card-kicker mb-1">{{ natura() }}</p>
    <p class="h5 mb-1">
      <a [routerLink]="['/', ambito(), 'enti', ente().id]">{{ ente().denominazione }}</a>
    </p>
    <ul class="mb-0">
      @for (posto of ente().posti; track posto.tavolo.id + posto.veste) {
        <li>{{ posto.tavolo.nome }}: {{ nomi(posto) }}</li>
      }
    </ul>
  `,
})
export class ComponenteRiga {
  readonly ente = input.required<ComponenteRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  protected readonly natura = computed(() => ETICHETTE_NATURA[this.ente().naturaGiuridica]);
  protected readonly nomi = ({ rappresentanti }: ComponenteRigaView['posti'][number]): string =>
    rappresentanti.map(r => `${r.nome} ${r.cognome}`).join(', ');
}
