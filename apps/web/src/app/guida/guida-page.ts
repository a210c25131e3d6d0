import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { indiceGuidaResource, ricercaGuidaResource } from './guida.api';
import { GuidaBlocchi } from './guida-blocchi';
import { parole, rimanda, sezioni } from './testo';

/** The index of the guide, by who reads it; and a search in it, whose words stand in the address. */
@Component({
  selector: 'app-guida-page',
  imports: [EmptyState, GuidaBlocchi, Icon, ResourceState, RouterLink],
  templateUrl: './guida-page.html',
})
export class GuidaPage {
  readonly q = input('', { transform: (value: string | undefined) => value ?? '' });
  protected readonly cercato = computed(() => this.q().trim().slice(0, 100));
  protected readonly scritto = linkedSignal(() => this.q());
  /** Too short to look for: said at once, and also to whom the form was sent by a browser that runs no script yet. */
  protected readonly corta = linkedSignal(() => this.cercato().length === 1);
  protected readonly indice = indiceGuidaResource();
  protected readonly ricerca = ricercaGuidaResource(this.cercato);
  protected readonly quanti = computed(() => {
    const { items = [], altri = false } = this.ricerca.value() ?? {};
    if (altri) return `Le parole sono in molti punti della guida: ecco i primi ${items.length}.`;
    return items.length === 1 ? '1 punto della guida' : `${items.length} punti della guida`;
  });
  readonly #sezioni = computed(() => sezioni(this.indice.value()?.blocchi ?? []));
  protected readonly inizio = computed(() => (this.#sezioni()[0] ?? []).filter(b => b.tipo !== 'figura'));
  protected readonly perChi = computed(() => this.#sezioni().filter(rimanda));
  protected readonly altro = computed(() =>
    this.#sezioni()
      .slice(1)
      .filter(s => !rimanda(s))
      .flat(),
  );
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => {
      const indice = this.indice.value();
      const title = this.cercato() === '' ? 'Guida' : `Guida, cerca: ${this.cercato()}`;
      return indice && { title, description: parole(indice.blocchi) };
    });
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    const q = this.scritto().trim();
    this.corta.set(q.length < 2);
    if (!this.corta()) void this.#router.navigate([], { queryParams: { q } });
  }
}
