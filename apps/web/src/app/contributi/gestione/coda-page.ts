import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ETICHETTE_STATO_CONTRIBUTO, ETICHETTE_TIPO_CONTRIBUTO, STATI_CONTRIBUTO, TIPI_CONTRIBUTO } from '@tavoli/shared';
import { liveReload } from '../../live/live-reload';
import { Permissions } from '../../session/permissions';
import { tavoliResource } from '../../tavoli/tavoli.api';
import { FoglioPipe } from '../../ui/words/foglio';
import { DataPipe } from '../../ui/words/dates';
import { EmptyState } from '../../ui/empty-state';
import { Pager } from '../../page/pager';
import { ResourceState } from '../../page/resource-state';
import { SelectField } from '../../ui/fields/select-field';
import { StatoContributoBadge } from '../stato-contributo';
import { codaCsv, codaList } from './gestione.api';
import { scadenza } from './gestione.labels';

const plain = (value: string | undefined): string => value ?? '';

/** The queue of who moderates and answers: what is due first comes first. */
@Component({
  selector: 'app-coda-page',
  imports: [FoglioPipe, DataPipe, EmptyState, Pager, ResourceState, RouterLink, SelectField, StatoContributoBadge],
  templateUrl: './coda-page.html',
})
export class CodaPage {
  readonly ambito = input.required<string>();
  readonly tavolo = input('', { transform: plain });
  readonly stato = input('', { transform: plain });
  readonly tipo = input('', { transform: plain });
  /** Without a state chosen, only what still waits for staff: 'tutti' shows the rest too. */
  readonly quali = input('', { transform: plain });

  readonly #filtro = computed(() => ({
    tavolo: this.tavolo(),
    stato: this.stato(),
    tipo: this.tipo(),
    aperti: this.stato() === '' && this.quali() !== 'tutti' ? 'true' : '',
  }));
  protected readonly coda = codaList(this.ambito, this.#filtro);
  protected readonly csv = computed(() => codaCsv(this.ambito(), this.#filtro()));
  protected readonly stati = STATI_CONTRIBUTO.filter(s => s !== 'da_confermare').map(value => ({
    value,
    label: ETICHETTE_STATO_CONTRIBUTO[value],
  }));
  protected readonly tipi = TIPI_CONTRIBUTO.map(value => ({ value, label: ETICHETTE_TIPO_CONTRIBUTO[value] }));
  protected readonly opzioniQuali = [{ value: 'tutti', label: 'Anche quelli già conclusi' }];
  readonly #permissions = inject(Permissions);
  readonly #tavoli = tavoliResource(this.ambito);
  /** Those whose queue one works on. */
  protected readonly tavoli = computed(() =>
    (this.#tavoli.value()?.items ?? []).filter(t => this.#permissions.can('contributo.coda', this.ambito(), { tavoloId: t.id })),
  );
  protected readonly opzioniTavoli = computed(() => this.tavoli().map(t => ({ value: t.id, label: t.nome })));
  protected readonly puoRegolareTempi = computed(() => this.#permissions.can('contributo.regola_tempi', this.ambito()));
  protected readonly tipoDi = ETICHETTE_TIPO_CONTRIBUTO;
  readonly #now = new Date();
  protected readonly scadenza = (c: Parameters<typeof scadenza>[0]) => scadenza(c, this.#now);
  readonly #router = inject(Router);

  constructor() {
    liveReload('contributo', () => this.coda.reload());
  }

  protected scegli(name: 'tavolo' | 'stato' | 'tipo' | 'quali', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null }, queryParamsHandling: 'merge' });
  }
}
