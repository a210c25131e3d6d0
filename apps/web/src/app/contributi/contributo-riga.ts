import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContributoRigaView, ETICHETTE_TIPO_CONTRIBUTO } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { DA_CHI } from './contributi.labels';
import { StatoContributoBadge } from './stato-contributo';

/** A contributo in a list. */
@Component({
  selector: 'app-contributo-riga',
  imports: [DataPipe, RouterLink, StatoContributoBadge],
  host: { class: 'd-block' },
  template: `
    @let c = contributo();
    <p class="mb-1">
      <app-stato-contributo [stato]="c.stato" />&ngsp;<span class="text-muted">{{ tipi[c.tipo] }}</span>
    </p>
    <div class="h5 mb-1" role="heading" [attr.aria-level]="level()">
      <a [routerLink]="['/', ambito(), 'contributi', c.id]">{{ c.titolo ?? c.codice }}</a>
    </div>
    <p class="mb-0">
      {{ conTavolo() ? c.tavolo.nome + ' · ' : '' }}{{ daChi() }}{{ dove() ? ', ' + dove() : '' }} ·
      <time [attr.datetime]="c.inviatoAt">{{ c.inviatoAt | data }}</time>
    </p>
    @if (c.rispostaEntroAt; as entro) {
      <p class="mb-0 text-muted">
        Il tavolo risponde entro il <time [attr.datetime]="entro">{{ entro | data }}</time>.
      </p>
    }
  `,
})
export class ContributoRiga {
  readonly contributo = input.required<ContributoRigaView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  readonly level = input(2);
  readonly conTavolo = input(true);
  protected readonly tipi = ETICHETTE_TIPO_CONTRIBUTO;
  protected readonly daChi = computed(() => this.contributo().provenienza.nome ?? DA_CHI[this.contributo().provenienza.tipo]);
  protected readonly dove = computed(() => [this.contributo().zona, this.contributo().comune?.nome].filter(Boolean).join(', '));
}
