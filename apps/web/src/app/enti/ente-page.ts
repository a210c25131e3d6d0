import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EnteView } from '@tavoli/shared';
import { Parole, ParolePipe } from '../page/parole';
import { liveReload } from '../live/live-reload';
import { SessionStore } from '../session/session-store';
import { Storia } from '../registro/storia';
import { pageMeta } from '../page/page-meta';
import { AppPassi } from '../ui/forms/app-passi';
import { conMotivo, passi } from '../ui/forms/passi';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { EnteDati } from './ente-dati';
import { EnteOperatori } from './ente-operatori';
import { EnteStatuto } from './ente-statuto';
import { enteResource, entiCommands, statutoPdf } from './enti.api';
import { E_ADESSO } from './enti.labels';
import { AZIONI } from './enti.passi';
import { Permissions } from '../session/permissions';

/** One ente, for its operatori and for the offices: where it stands, its data and people, and the steps that may be taken now. */
@Component({
  selector: 'app-ente-page',
  imports: [AppPassi, DataOraPipe, EnteDati, EnteOperatori, EnteStatuto, ParolePipe, ResourceState, RouterLink, StatoBadge, Storia],
  templateUrl: './ente-page.html',
})
export class EntePage {
  readonly ambito = input.required<string>();
  protected readonly permissions = inject(Permissions);
  readonly id = input.required<string>({ alias: 'ente' });
  protected readonly ente = enteResource(this.ambito, this.id);
  protected readonly eAdesso = computed(() => {
    const ente = this.ente.value();
    return ente ? E_ADESSO[ente.stato][ente.puoModificare ? 'ente' : 'uffici'] : '';
  });
  protected readonly statutoUrl = computed(() => statutoPdf(this.ambito(), this.id()));
  readonly #commands = entiCommands();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #parole = inject(Parole);
  protected readonly passi = passi(
    AZIONI,
    (ente: EnteView, azione, motivazione) => this.#commands.esegui(this.ambito(), ente, azione, conMotivo(motivazione)),
    () => this.#read(),
    testo => this.#parole.di(testo),
  );
  protected readonly perPrimi = ['verifica', 'chiedi_integrazione', 'respingi', 'ripresenta', 'riattiva'] as const;
  protected readonly perUltimo = ['sospendi'] as const;

  constructor() {
    pageMeta(() => (this.ente.hasValue() ? { title: this.ente.value().denominazione } : null));
    liveReload('ente', () => this.ente.reload(), this.id);
  }

  protected async uscito(): Promise<void> {
    await this.#session.reload();
    await this.#router.navigate(['/', this.ambito(), 'area']);
  }

  /** The session too: the personal area shows the state of one's enti. */
  async #read(): Promise<void> {
    this.ente.reload();
    if (this.ente.value()?.puoModificare) await this.#session.reload();
  }
}
