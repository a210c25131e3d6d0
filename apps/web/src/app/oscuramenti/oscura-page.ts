import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OscuramentoView, TipoOscurabile } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { CheCosaSuccede } from './che-cosa-succede';
import { OscuraFileForm } from './oscura-file-form';
import { OscuraTestoForm } from './oscura-testo-form';
import { schedaResource } from './oscuramenti.api';
import { TIPI_IN_PAROLE } from './oscuramenti.labels';

/** One published thing: what is to be blacked out of it, what follows, and why it is done. */
@Component({
  selector: 'app-oscura-page',
  imports: [CheCosaSuccede, DataOraPipe, OscuraFileForm, OscuraTestoForm, ResourceState, RouterLink],
  template: `
    @if (scheda.hasValue()) {
      @let s = scheda.value();
      <div class="container section">
        <p class="card-kicker">{{ tipi[s.tipo] }}</p>
        <h1 tabindex="-1">{{ s.file ? 'Sostituisci o togli un documento' : 'Oscura un passaggio' }}</h1>
        <p class="lead">
          <a [routerLink]="s.percorso">{{ s.titolo }}</a>
        </p>
        @for (o of s.oscuramenti; track o.id) {
          <p class="alert alert-info">Già oscurato {{ o.at | dataOra: 'il' }} da {{ o.da }}. Motivo: {{ o.motivazione }}</p>
        }
        <app-che-cosa-succede [scheda]="s" />
        @if (s.file) {
          <app-oscura-file-form [ambito]="ambito()" [scheda]="s" (fatto)="fatto($event)" />
        } @else {
          <app-oscura-testo-form [ambito]="ambito()" [scheda]="s" (fatto)="fatto($event)" (superata)="scheda.reload()" />
        }
        <p class="mt-4"><a [routerLink]="['/', ambito(), 'area', 'oscuramenti']">Torna a «Dati personali pubblicati»</a></p>
      </div>
    } @else {
      <app-resource-state [of]="scheda" />
    }
  `,
})
export class OscuraPage {
  readonly ambito = input.required<string>();
  readonly tipo = input.required<TipoOscurabile>();
  readonly oggetto = input.required<string>();
  protected readonly tipi = TIPI_IN_PAROLE;
  protected readonly scheda = schedaResource(this.ambito, this.tipo, this.oggetto);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected async fatto(o: OscuramentoView): Promise<void> {
    this.#annunci.notify(
      o.stato === 'compiuto'
        ? 'Fatto: quelle parole non si leggono più.'
        : 'Fatto: quelle parole non si leggono più. Il dossier si sta rifacendo.',
    );
    await this.#router.navigate(['/', this.ambito(), 'area', 'oscuramenti']);
  }
}
