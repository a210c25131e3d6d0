import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ElaboratoRigaView, ETICHETTE_TIPO_ELABORATO } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { StatoElaboratoBadge } from './stato-elaborato';

/** An elaborato in a list; `area`: to its working page, else to the public one. */
@Component({
  selector: 'app-elaborato-riga',
  imports: [DataPipe, RouterLink, StatoElaboratoBadge],
  host: { class: 'd-block' },
  template: `
    @let e = elaborato();
    <p class="mb-1">
      @if (area()) {
        <app-stato-elaborato [stato]="e.stato" />&ngsp;
      }
      <span class="text-muted">{{ tipi[e.tipo] }}</span>
    </p>
    <div class="h5 mb-1" role="heading" [attr.aria-level]="level()">
      <a [routerLink]="area() ? ['/', ambito(), 'area', 'elaborati', e.id] : ['/', ambito(), 'elaborati', e.id]">{{ e.titolo }}</a>
    </div>
    <p class="mb-0">
      @if (conTavolo()) {
        {{ e.tavolo.nome }} ·
      }
      @if (e.accoltoAt; as accolto) {
        accolto il <time [attr.datetime]="accolto">{{ accolto | data }}</time>
      } @else {
        aggiornato il <time [attr.datetime]="e.aggiornatoAt">{{ e.aggiornatoAt | data }}</time>
      }
    </p>
  `,
})
export class ElaboratoRiga {
  readonly elaborato = input.required<ElaboratoRigaView>();
  readonly ambito = input.required<string>();
  readonly level = input(2);
  readonly area = input(false);
  readonly conTavolo = input(true);
  protected readonly tipi = ETICHETTE_TIPO_ELABORATO;
}
