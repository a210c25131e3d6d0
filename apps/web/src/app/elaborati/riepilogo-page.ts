import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ETICHETTE_STATO_ELABORATO, formatValore, STATI_ELABORATO } from '@tavoli/shared';
import { tavoliResource } from '../tavoli/tavoli.api';
import { FoglioPipe } from '../ui/words/foglio';
import { EmptyState } from '../ui/empty-state';
import { EuroPipe } from '../ui/fields/euro-field';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { riepilogoCsv, riepilogoResource } from './elaborati-pubblici.api';
import { StatoElaboratoBadge } from './stato-elaborato';

const plain = (value: string | undefined): string => value ?? '';

/** Budget and indicators of the schede of all the tavoli, added up. */
@Component({
  selector: 'app-riepilogo-page',
  imports: [FoglioPipe, EmptyState, EuroPipe, ResourceState, RouterLink, SelectField, StatoElaboratoBadge],
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
  /** Only the sources that somebody pays from: all of them do not fit a page. */
  protected readonly fonti = computed(() => {
    const { fondi = [], totale } = this.riepilogo.value() ?? {};
    return fondi.filter(f => (totale?.perFonte[f.codice] ?? 0) > 0);
  });
  protected readonly risorseCsv = computed(() => riepilogoCsv(this.ambito(), 'risorse.csv', this.#filtro()));
  protected readonly indicatoriCsv = computed(() => riepilogoCsv(this.ambito(), 'indicatori.csv', this.#filtro()));
  protected readonly valore = (v: string | null): string => (v === null ? '' : formatValore(v));
  readonly #router = inject(Router);

  protected scegli(name: 'tavolo' | 'stato', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null }, queryParamsHandling: 'merge' });
  }
}
