import { Component, computed, input } from '@angular/core';
import { nomeFestivita, type IncontroRigaView, type Patrono } from '@tavoli/shared';
import { nomeGiorno, perGiorno } from './calendario';
import type { Giorno } from '../../ui/words/giorni';
import { IncontroRiga } from '../incontro-riga';
import { maiuscola } from '../../ui/words/parole';

/** Incontri as a list, grouped by day. */
@Component({
  selector: 'app-calendario-elenco',
  imports: [IncontroRiga],
  host: { class: 'd-block' },
  template: `
    @for (giorno of giorni(); track giorno.giorno) {
      <section class="calendar-day" [attr.aria-labelledby]="prefisso() + giorno.giorno">
        <h3 class="h5 calendar-day-title" [id]="prefisso() + giorno.giorno">
          <time [attr.datetime]="giorno.giorno">{{ giorno.nome }}</time>
          @if (giorno.giorno === oggi()) {
            <span class="calendar-note">Oggi</span>
          }
          @if (giorno.festa) {
            <span class="calendar-note">{{ giorno.festa }}</span>
          }
        </h3>
        <ul class="list-rows">
          @for (incontro of giorno.incontri; track incontro.id) {
            <li><app-incontro-riga [incontro]="incontro" [ambito]="ambito()" [level]="4" soloOrario /></li>
          }
        </ul>
      </section>
    }
  `,
})
export class CalendarioElenco {
  readonly incontri = input.required<readonly IncontroRigaView[]>();
  readonly ambito = input.required<string>();
  /** Whose day is festivo here. */
  readonly patrono = input<Patrono | null>(null);
  readonly oggi = input.required<Giorno>();
  /** Of the ids of its headings. */
  readonly prefisso = input('giorno-');
  protected readonly giorni = computed(() =>
    perGiorno(this.incontri()).map(day => ({
      ...day,
      nome: maiuscola(nomeGiorno(day.giorno)),
      festa: nomeFestivita(day.giorno, this.patrono()),
    })),
  );
}
