import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImpegnoView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { tavoloResource } from '../tavoli/tavoli.api';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { problemOf, problemText } from '../ui/problem';
import { ResourceState } from '../page/resource-state';
import { impegniCommands, impegniResource } from './impegni.api';

/** What a tavolo has taken on at its incontri: its members read it, its referente says what was done. */
@Component({
  selector: 'app-impegni-page',
  imports: [Busy, ConfirmDialog, DataPipe, EmptyState, ResourceState, RouterLink],
  templateUrl: './impegni-page.html',
})
export class ImpegniPage {
  readonly ambito = input.required<string>();
  readonly slug = input.required<string>({ alias: 'tavolo' });
  protected readonly impegni = impegniResource(this.ambito, this.slug);
  protected readonly tavolo = tavoloResource(this.ambito, this.slug);
  readonly #tutti = computed(() => this.impegni.value()?.items ?? []);
  /** Whether each was open when it was first seen: a row stays in its list, with what became of it, so that none slides under the pointer. */
  readonly #apertiPrima = linkedSignal<readonly ImpegnoView[], ReadonlyMap<string, boolean>>({
    source: this.#tutti,
    computation: (items, before) => new Map(items.map(i => [i.id, before?.value.get(i.id) ?? i.stato === 'aperto'])),
  });
  protected readonly aperti = computed(() => this.#tutti().filter(i => this.#apertiPrima().get(i.id)));
  protected readonly chiusi = computed(() => this.#tutti().filter(i => !this.#apertiPrima().get(i.id)));
  protected readonly restano = computed(() => this.#tutti().filter(i => i.stato === 'aperto').length);
  /** Id of the one that is being changed. */
  protected readonly occupato = signal<string | null>(null);
  readonly #annunci = inject(Annunci);
  readonly #commands = impegniCommands();

  constructor() {
    liveReload('impegno', () => this.impegni.reload());
  }

  protected async segna(impegno: ImpegnoView, stato: 'fatto' | 'aperto'): Promise<void> {
    if (this.occupato() !== null) return;
    this.occupato.set(impegno.id);
    try {
      await this.#commands.aggiorna(this.ambito(), this.slug(), impegno.id, { stato });
      this.#annunci.notify(stato === 'fatto' ? 'Segnato come fatto.' : 'L’impegno è di nuovo aperto.');
      this.impegni.reload();
    } catch (error) {
      this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.occupato.set(null);
    }
  }

  protected async annulla(impegno: ImpegnoView, dialogo: ConfirmDialog): Promise<void> {
    if (
      await dialogo.ask(motivazione => this.#commands.aggiorna(this.ambito(), this.slug(), impegno.id, { stato: 'annullato', motivazione }))
    ) {
      this.#annunci.notify('Impegno annullato.');
      this.impegni.reload();
    }
  }
}
