import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pageMeta } from '../page/page-meta';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ComponenteRiga } from './componente-riga';
import { componentiList } from './componenti.api';

/** Public page: the enti that sit at the tavoli of the ambito, and who for them. What is looked for stands in the address. */
@Component({
  selector: 'app-componenti-page',
  imports: [ComponenteRiga, EmptyState, Icon, Pager, ResourceState, RouterLink],
  templateUrl: './componenti-page.html',
})
export class ComponentiPage {
  readonly ambito = input.required<string>();
  readonly q = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly cercato = computed(() => this.q().trim().slice(0, 100));
  protected readonly enti = componentiList(this.ambito, this.cercato);
  protected readonly scritto = linkedSignal(() => this.q());
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => ({
      title: 'Chi siede ai tavoli',
      description: 'Gli enti che partecipano ai Tavoli Tematici, e le persone che li rappresentano.',
    }));
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    void this.#router.navigate([], { queryParams: { q: this.scritto().trim() || null } });
  }
}
