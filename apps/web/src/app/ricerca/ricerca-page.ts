import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { RISULTATI_PER_PAGINA } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { ComponenteRiga } from '../componenti/componente-riga';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { type Cercato, ricercaResource } from './ricerca.api';
import { TIPI } from './ricerca.labels';
import { Risultato } from './risultato';

const plain = (value: string | undefined): string => value ?? '';

/** Looks for words in what the ambito has published. What is looked for stands in the address: it can be kept and sent. */
@Component({
  selector: 'app-ricerca-page',
  imports: [ComponenteRiga, EmptyState, Icon, ResourceState, Risultato, RouterLink, SelectField],
  templateUrl: './ricerca-page.html',
})
export class RicercaPage {
  readonly ambito = input.required<string>();
  readonly q = input('', { transform: plain });
  readonly tipo = input('', { transform: plain });
  readonly tavolo = input('', { transform: plain });
  readonly anno = input('', { transform: plain });
  readonly pagina = input('', { transform: plain });

  protected readonly cercato = computed<Cercato>(() => ({
    q: this.q().trim().slice(0, 100),
    tipo: this.tipo(),
    tavolo: this.tavolo(),
    anno: this.anno(),
    pagina: this.pagina(),
  }));
  protected readonly ricerca = ricercaResource(this.ambito, this.cercato);
  protected readonly scritto = linkedSignal(() => this.q());
  /** Too short to look for: said at once, and also to whom the form was sent by a browser that runs no script yet. */
  protected readonly corta = linkedSignal(() => this.q().trim().length === 1);
  protected readonly filtrata = computed(() => this.tipo() !== '' || this.tavolo() !== '' || this.anno() !== '');
  readonly #faccette = computed(() => this.ricerca.value()?.faccette);
  protected readonly tipi = computed(() =>
    (this.#faccette()?.tipi ?? []).map(f => ({ value: f.tipo, label: `${TIPI[f.tipo].tanti} (${f.quanti})` })),
  );
  protected readonly tavoli = computed(() =>
    (this.#faccette()?.tavoli ?? []).map(f => ({ value: f.tavolo.id, label: `${f.tavolo.nome} (${f.quanti})` })),
  );
  protected readonly anni = computed(() =>
    (this.#faccette()?.anni ?? []).map(f => ({ value: String(f.anno), label: `${f.anno} (${f.quanti})` })),
  );
  protected readonly quanti = computed(() => {
    const { quanti = 0, altri = false } = this.ricerca.value() ?? {};
    if (altri) return `Più di ${quanti} risultati: qui ci sono i ${quanti} più recenti.`;
    return quanti === 1 ? '1 risultato' : `${quanti} risultati`;
  });
  protected readonly pagine = computed(() => Math.max(1, Math.ceil((this.ricerca.value()?.quanti ?? 0) / RISULTATI_PER_PAGINA)));
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => ({
      title: this.q() === '' ? 'Cerca' : `Cerca: ${this.q()}`,
      description: 'Cerca nei tavoli, fra chi vi siede, negli incontri, nei verbali, nelle decisioni e negli avvisi dell’ambito.',
    }));
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    const q = this.scritto().trim();
    this.corta.set(q.length < 2);
    if (!this.corta()) void this.#router.navigate([], { queryParams: { q } });
  }

  protected scegli(name: 'tipo' | 'tavolo' | 'anno', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null, pagina: null }, queryParamsHandling: 'merge' });
  }
}
