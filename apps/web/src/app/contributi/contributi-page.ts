import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ETICHETTE_STATO_CONTRIBUTO, ETICHETTE_TIPO_CONTRIBUTO, STATI_PUBBLICI, TIPI_CONTRIBUTO } from '@tavoli/shared';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { pageMeta } from '../page/page-meta';
import { tavoliResource } from '../tavoli/tavoli.api';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { contributiList } from './contributi-pubblici.api';
import { ContributoRiga } from './contributo-riga';

const plain = (value: string | undefined): string => value ?? '';

/** What people have sent to the tavoli, with what became of it. The choices stand in the address. */
@Component({
  selector: 'app-contributi-page',
  imports: [ContributoRiga, EmptyState, Pager, ResourceState, RouterLink, SelectField],
  templateUrl: './contributi-page.html',
})
export class ContributiPage {
  readonly ambito = input.required<string>();
  readonly tavolo = input('', { transform: plain });
  readonly stato = input('', { transform: plain });
  readonly tipo = input('', { transform: plain });
  readonly comune = input('', { transform: plain });
  readonly ordine = input('', { transform: plain });

  protected readonly contributi = contributiList(this.ambito, () => ({
    tavolo: this.tavolo(),
    stato: this.stato(),
    tipo: this.tipo(),
    comune: this.comune(),
    ordine: this.ordine(),
  }));
  protected readonly filtrata = computed(() => [this.tavolo(), this.stato(), this.tipo(), this.comune()].some(v => v !== ''));
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly opzioni = {
    stati: STATI_PUBBLICI.map(value => ({ value, label: ETICHETTE_STATO_CONTRIBUTO[value] })),
    tipi: TIPI_CONTRIBUTO.map(value => ({ value, label: ETICHETTE_TIPO_CONTRIBUTO[value] })),
    ordini: [{ value: 'stato', label: 'Prima quelli senza risposta' }],
  };
  protected readonly opzioniTavoli = computed(() => (this.tavoli.value()?.items ?? []).map(t => ({ value: t.id, label: t.nome })));
  readonly #corrente = inject(AmbitoCorrente);
  protected readonly comuni = computed(() => (this.#corrente.ambito()?.comuni ?? []).map(c => ({ value: c.istat, label: c.nome })));
  readonly #router = inject(Router);

  constructor() {
    pageMeta(() => ({
      title: 'Contributi',
      description: 'Che cosa hanno scritto cittadini ed enti ai Tavoli Tematici, e che cosa hanno risposto i tavoli.',
    }));
  }

  protected scegli(name: 'tavolo' | 'stato' | 'tipo' | 'comune' | 'ordine', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null }, queryParamsHandling: 'merge' });
  }
}
