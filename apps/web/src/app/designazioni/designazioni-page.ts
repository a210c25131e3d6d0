import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { STATI_DESIGNAZIONE, type DesignazioneRigaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { SessionStore } from '../session/session-store';
import { tavoliResource } from '../tavoli/tavoli.api';
import { ETICHETTE_VESTE } from '../tavoli/tavoli.labels';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { SelectField } from '../ui/fields/select-field';
import { STATI } from '../ui/stati';
import { StatoBadge } from '../ui/stato-badge';
import { designazioniCommands, designazioniCsv, designazioniList } from './designazioni.api';

/** The designazioni that the reader may see: filtered, exported, accepted several at once, kept up to date live. */
@Component({
  selector: 'app-designazioni-page',
  imports: [ConfirmDialog, DataPipe, EmptyState, Pager, ResourceState, RouterLink, SelectField, StatoBadge],
  templateUrl: './designazioni-page.html',
})
export class DesignazioniPage {
  readonly ambito = input.required<string>();
  // Filters live in the address, so that a list can be linked, and comes back with the browser's own button.
  readonly stato = input('', { transform: plain });
  readonly tavolo = input('', { transform: plain });
  readonly ente = input('', { transform: plain });
  readonly avviso = input('', { transform: plain });

  protected readonly filtri = computed(() => ({ stato: this.stato(), tavolo: this.tavolo(), ente: this.ente(), avviso: this.avviso() }));
  protected readonly designazioni = designazioniList(this.ambito, this.filtri);
  protected readonly csv = computed(() => designazioniCsv(this.ambito(), this.filtri()));
  protected readonly filtrato = computed(() => Object.values(this.filtri()).some(value => value !== ''));
  protected readonly stati = STATI_DESIGNAZIONE.map(stato => ({ value: stato, label: STATI[stato].label }));
  readonly #tavoli = tavoliResource(this.ambito);
  protected readonly tavoli = computed(() => (this.#tavoli.value()?.items ?? []).map(t => ({ value: t.id, label: t.nome })));
  protected readonly vesti = ETICHETTE_VESTE;
  /** The enti met so far in these lists: filtering by one must not take the others away. */
  protected readonly enti = linkedSignal<readonly DesignazioneRigaView[], ReadonlyMap<string, string>>({
    source: () => this.designazioni.items(),
    computation: (items, before) => new Map([...(before?.value ?? []), ...items.map(d => [d.ente.id, d.ente.denominazione] as const)]),
  });
  protected readonly opzioniEnti = computed(() =>
    [...this.enti()].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'it')),
  );
  readonly #session = inject(SessionStore);
  protected readonly miei = computed(() => this.#session.sessione().enti.filter(e => e.ambito.slug === this.ambito()));

  readonly #scelte = signal<ReadonlySet<string>>(new Set());
  protected readonly accettabili = computed(() => this.designazioni.items().filter(d => d.azioni.includes('accetta')));
  protected readonly scelte = computed(() => this.accettabili().filter(d => this.#scelte().has(d.id)));
  /** Those that the question is about: what changes meanwhile does not change it. */
  protected readonly daAccettare = signal<readonly DesignazioneRigaView[]>([]);
  readonly #commands = designazioniCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  constructor() {
    liveReload('designazione', () => this.designazioni.reload());
  }

  protected filtra(name: 'stato' | 'tavolo' | 'ente', value: string): void {
    void this.#router.navigate([], { queryParams: { [name]: value || null }, queryParamsHandling: 'merge' });
  }

  protected scegli(id: string, checked: boolean): void {
    this.#scelte.update(now => {
      const next = new Set(now);
      if (checked) next.add(id);
      else next.delete(id);
      return next;
    });
  }

  protected scegliTutte(checked: boolean): void {
    this.#scelte.set(new Set(checked ? this.accettabili().map(d => d.id) : []));
  }

  /** After a question that names them. The rows stay where they are, with what became of each. */
  protected async accetta(dialog: ConfirmDialog): Promise<void> {
    const scelte = this.scelte();
    if (scelte.length === 0) return;
    this.daAccettare.set(scelte);
    await dialog.ask(async () => {
      const { items } = await this.#commands.accettaInsieme(this.ambito(), scelte);
      for (const { id, esito } of items) if (esito === 'accettata') this.designazioni.patch(id, { stato: 'accettata', azioni: [] });
      const accettate = items.filter(i => i.esito === 'accettata').length;
      const altre = items.length - accettate;
      const coda = altre === 0 ? '' : ` ${altre === 1 ? 'Una era già cambiata' : `${altre} erano già cambiate`}: controlla l’elenco.`;
      this.#annunci.notify(
        `${accettate === 1 ? '1 designazione accettata' : `${accettate} designazioni accettate`}.${coda}`,
        altre === 0 ? 'success' : 'warning',
      );
      this.#scelte.set(new Set());
    });
    this.designazioni.reload();
  }

  protected readonly nomi = (d: DesignazioneRigaView): string => d.rappresentanti.map(r => `${r.nome} ${r.cognome}`).join(', ');
  protected readonly isScelta = (id: string): boolean => this.#scelte().has(id);
}

function plain(value: string | undefined): string {
  return value ?? '';
}
