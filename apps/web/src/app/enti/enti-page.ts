import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ETICHETTE_NATURA, STATI_ENTE, type AzioneEnte, type EnteRigaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { Permissions } from '../session/permissions';
import { AppPassi, DomandaExtra } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { DataPipe } from '../ui/words/dates';
import { EmptyState } from '../ui/empty-state';
import { Pager } from '../page/pager';
import { ResourceState } from '../page/resource-state';
import { STATI } from '../ui/stati';
import { StatoBadge } from '../ui/stato-badge';
import { TextField } from '../ui/fields/text-field';
import { entiCommands, entiConteggi, entiList } from './enti.api';
import { AZIONI_IN_ELENCO } from './enti.passi';

const plain = (value: string | undefined): string => value ?? '';

/** The enti that the reader may see: all of the ambito for the offices, who verify them from here; one's own for everybody else. */
@Component({
  selector: 'app-enti-page',
  imports: [AppPassi, DataPipe, DomandaExtra, EmptyState, Pager, ResourceState, RouterLink, StatoBadge, TextField],
  templateUrl: './enti-page.html',
})
export class EntiPage {
  readonly ambito = input.required<string>();
  // Filters live in the address, so that a list can be linked, and comes back with the browser's own button.
  readonly stato = input('', { transform: plain });
  readonly q = input('', { transform: plain });

  protected readonly filtri = computed(() => ({ stato: this.stato(), q: this.q() }));
  protected readonly enti = entiList(this.ambito, this.filtri);
  readonly #conteggi = entiConteggi(this.ambito);
  protected readonly stati = computed(() => {
    const conteggi = this.#conteggi.value();
    const tutti = { value: '', label: 'Tutti', n: conteggi && STATI_ENTE.reduce((sum, stato) => sum + conteggi[stato], 0) };
    return [tutti, ...STATI_ENTE.map(stato => ({ value: stato, label: STATI[stato].label, n: conteggi?.[stato] }))];
  });
  protected readonly filtrato = computed(() => this.stato() !== '' || this.q() !== '');
  protected readonly parole = linkedSignal(this.q);
  protected readonly nature = ETICHETTE_NATURA;
  readonly #permissions = inject(Permissions);
  protected readonly ufficio = computed(() => this.#permissions.can('ente.verifica', this.ambito()));

  readonly #commands = entiCommands();
  protected readonly decisioni = ['verifica', 'respingi'] as const;
  /** The row stays where it is, with what became of it. */
  protected readonly passi = passi<AzioneEnte, EnteRigaView>(
    AZIONI_IN_ELENCO,
    async (ente, azione, motivazione) => {
      const { stato, azioni, version } = await this.#commands.esegui(this.ambito(), ente, azione, conMotivo(motivazione));
      this.enti.patch(ente.id, { stato, azioni, version });
    },
    () => this.#read(),
  );
  readonly #router = inject(Router);

  constructor() {
    liveReload('ente', () => this.#read());
  }

  protected cerca(event: Event): void {
    event.preventDefault();
    void this.#router.navigate([], { queryParams: { q: this.parole().trim() || null }, queryParamsHandling: 'merge' });
  }

  #read(): void {
    this.enti.reload();
    this.#conteggi.reload();
  }
}
