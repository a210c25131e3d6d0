import { Component, computed, input } from '@angular/core';
import { ETICHETTE_VERSO, formatProtocollo, type ProtocolloView } from '@tavoli/shared';

/** One number that an office gave: `Prot. n. 0012345 del 23/11/2026, Comune di …, in entrata`. */
@Component({
  selector: 'app-protocollo-riga',
  template: `<strong>{{ numero() }}</strong
    >, {{ dove() }}`,
})
export class ProtocolloRiga {
  readonly protocollo = input.required<ProtocolloView>();
  protected readonly numero = computed(() => formatProtocollo(this.protocollo()));
  protected readonly dove = computed(() => {
    const { amministrazione, aoo, registro, verso } = this.protocollo();
    const resto = [amministrazione, aoo && `AOO ${aoo}`, registro && `registro ${registro}`, ETICHETTE_VERSO[verso]];
    return resto.filter(x => x !== null && x !== '').join(', ');
  });
}
