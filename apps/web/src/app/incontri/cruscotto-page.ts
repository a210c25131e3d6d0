import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CruscottoTavoloView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { DataOraPipe, DataPipe } from '../ui/dates';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../ui/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { cruscottoResource } from './incontri.api';
import { presentiSuPosti } from './incontri.labels';

/** All the tavoli at a glance: those with something to do come first, each thing with the page where it is solved. */
@Component({
  selector: 'app-cruscotto-page',
  imports: [DataOraPipe, DataPipe, EmptyState, ResourceState, RouterLink, StatoBadge],
  templateUrl: './cruscotto-page.html',
})
export class CruscottoPage {
  readonly ambito = input.required<string>();
  protected readonly presenti = presentiSuPosti;
  protected readonly cruscotto = cruscottoResource(this.ambito);
  protected readonly tavoli = computed(() =>
    [...(this.cruscotto.value()?.items ?? [])].sort((a, b) => b.daFare.length - a.daFare.length || a.tavolo.codice.localeCompare(b.tavolo.codice, 'it', { numeric: true })),
  );
  protected readonly daFare = computed(() => this.tavoli().reduce((sum, t) => sum + t.daFare.length, 0));

  constructor() {
    for (const tipo of ['incontro', 'designazione'] as const) liveReload(tipo, () => this.cruscotto.reload());
  }

  /** Where a path within the ambito, with its query string, leads. */
  protected via(percorso: string): { link: string; query: Record<string, string> } {
    const [path = '', query = ''] = percorso.replace(/^\//, '').split('?');
    return { link: `/${this.ambito()}/${path}`, query: Object.fromEntries(new URLSearchParams(query)) };
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
