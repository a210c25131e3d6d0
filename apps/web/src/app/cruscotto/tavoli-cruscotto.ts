import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CruscottoTavoloView } from '@tavoli/shared';
import { presentiSuPosti } from '../incontri/incontri.labels';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { StatoBadge } from '../ui/stato-badge';
import { via } from './percorso';

/** Each tavolo with what waits there, its last and its next incontro: those with something to do come first. */
@Component({
  selector: 'app-tavoli-cruscotto',
  imports: [DataOraPipe, DataPipe, RouterLink, StatoBadge],
  host: { class: 'd-block' },
  templateUrl: './tavoli-cruscotto.html',
})
export class TavoliCruscotto {
  readonly ambito = input.required<string>();
  readonly items = input.required<readonly CruscottoTavoloView[]>();
  protected readonly presenti = presentiSuPosti;
  protected readonly tavoli = computed(() =>
    [...this.items()].sort(
      (a, b) => b.daFare.length - a.daFare.length || a.tavolo.codice.localeCompare(b.tavolo.codice, 'it', { numeric: true }),
    ),
  );

  protected via(percorso: string): ReturnType<typeof via> {
    return via(this.ambito(), percorso);
  }

  protected designazioni({ designazioni: d }: CruscottoTavoloView): string {
    const parts = [
      d.daEsaminare > 0 ? `${d.daEsaminare} da esaminare` : '',
      d.accettate === 0 ? 'nessuna accettata' : d.accettate === 1 ? '1 accettata' : `${d.accettate} accettate`,
      d.consensiInAttesa === 0 ? '' : d.consensiInAttesa === 1 ? '1 consenso in attesa' : `${d.consensiInAttesa} consensi in attesa`,
    ];
    return parts.filter(part => part !== '').join(', ');
  }
}
