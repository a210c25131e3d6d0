import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { ETICHETTE_STATO_ELABORATO, formatValore, STATI_ELABORATO } from '@tavoli/shared';
import { tavoliResource } from '../tavoli/tavoli.api';
import { FoglioPipe } from '../ui/words/foglio';
import { EmptyState } from '../ui/empty-state';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { riepilogoCsv, riepilogoResource } from './elaborati-pubblici.api';
import { RiepilogoGruppo } from './riepilogo-gruppo';

const plain = (value: string | undefined): string => value ?? '';

/** Budget and indicators of the schede of all the tavoli, added up. */
@Component({
  selector: 'app-riepilogo-page',
  imports: [FoglioPipe, EmptyState, ResourceState, RiepilogoGruppo, SelectField],
  templateUrl: './riepilogo-page.html',
})
export class RiepilogoPage {
  readonly ambito = input.required<string>();
  readonly tavolo = input('', { transform: plain });
  readonly stato = input('', { transform: plain });
  readonly #filtro = computed(() => ({ tavolo: this.tavolo(), stato: this.stato() }));
  protected readonly riepilogo = riepilogoResource(this.ambito, this.#filtro);
  protected readonly tavoli = tavoliResource(this.ambito);
  protected readonly opzioniTavoli = computed(() => (this.tavoli.value()?.items ?? []).map(t => ({ value: t.id, label: t.nome })));
  protected readonly stati = STATI_ELABORATO.map(value => ({ value, label: ETICHETTE_STATO_ELABORATO[value] }));
  protected readonly gruppi = computed(() => {
    const r = this.riepilogo.value();
    if (!r) return [];
    return [
      { titolo: 'Schede accolte nel Piano', spiegazione: 'Le versioni fissate, che non cambiano più.', gruppo: r.accolte },
      {
        titolo: 'Schede in lavorazione',
        spiegazione: 'Bozze e schede non ancora accolte: gli importi possono cambiare.',
        gruppo: r.inLavorazione,
      },
    ].filter(({ gruppo }) => gruppo.schede.length > 0);
  });
  protected readonly csv = (nome: 'risorse' | 'importi' | 'indicatori'): string =>
    riepilogoCsv(this.ambito(), `${nome}.csv`, this.#filtro());
  protected readonly valore = (v: string | null): string => (v === null ? '' : formatValore(v));
  readonly #router = inject(Router);

  protected scegli(name: 'tavolo' | 'stato', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null }, queryParamsHandling: 'merge' });
  }
}
