import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RisultatoView } from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { TIPI } from './ricerca.labels';

/** One thing found: what it is, its title, the words around what was looked for. */
@Component({
  selector: 'app-risultato',
  imports: [DataPipe, RouterLink],
  host: { class: 'd-block' },
  template: `
    <p class="card-kicker mb-1">
      {{ tipo() }}
      @if (risultato().quando; as quando) {
        · <time [attr.datetime]="quando">{{ quando | data }}</time>
      }
    </p>
    <h2 class="h5 mb-1">
      <a [routerLink]="'/' + ambito() + risultato().percorso">{{ risultato().titolo }}</a>
    </h2>
    @if (risultato().estratto.length > 0) {
      <!-- prettier-ignore -->
      <p class="mb-1">@for (pezzo of risultato().estratto; track $index) {@if (pezzo.trovato) {<mark>{{ pezzo.testo }}</mark>} @else {{{ pezzo.testo }}}}</p>
    }
    @if (tavoli(); as nomi) {
      <p class="mb-0 text-muted">{{ nomi }}</p>
    }
  `,
})
export class Risultato {
  readonly risultato = input.required<RisultatoView>();
  /** Slug of the ambito. */
  readonly ambito = input.required<string>();
  protected readonly tipo = computed(() => TIPI[this.risultato().tipo].uno);
  protected readonly tavoli = computed(() =>
    this.risultato().tipo === 'tavolo'
      ? ''
      : this.risultato()
          .tavoli.map(t => t.nome)
          .join(', '),
  );
}
