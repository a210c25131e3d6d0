import { Component, computed, input } from '@angular/core';
import type { OggettoProtocollato } from '@tavoli/shared';
import { ProtocolloRiga } from './protocollo-riga';
import { protocolliResource } from './protocolli-pubblici.api';

/** The numbers that offices gave to a thing that everybody reads; nothing while there is none. */
@Component({
  selector: 'app-protocolli',
  imports: [ProtocolloRiga],
  host: { class: 'd-block' },
  template: `
    @if (items().length > 0) {
      <ul class="list-unstyled">
        @for (p of items(); track p.id) {
          <li><app-protocollo-riga [protocollo]="p" /></li>
        }
      </ul>
    }
  `,
})
export class Protocolli {
  readonly ambito = input.required<string>();
  readonly tipo = input.required<OggettoProtocollato>();
  readonly oggetto = input.required<string>();
  readonly #letti = protocolliResource(this.ambito, () => ({ tipo: this.tipo(), id: this.oggetto() }));
  protected readonly items = computed(() => this.#letti.value()?.items ?? []);
}
