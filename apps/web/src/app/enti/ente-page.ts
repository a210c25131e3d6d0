import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AzioneEnte, EnteView } from '@tavoli/shared';
import { Parole, ParolePipe } from '../ambiti/parole';
import { liveReload } from '../live/live-reload';
import { SessionStore } from '../session/session-store';
import { Storia } from '../registro/storia';
import { pageMeta } from '../page/page-meta';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { EnteDati } from './ente-dati';
import { EnteOperatori } from './ente-operatori';
import { EnteStatuto } from './ente-statuto';
import { enteResource, entiCommands } from './enti.api';
import { AZIONI, E_ADESSO } from './enti.labels';

/** One ente, for its operatori and for the offices: where it stands, its data and people, and the steps that may be taken now. */
@Component({
  selector: 'app-ente-page',
  imports: [ConfirmDialog, DataOraPipe, EnteDati, EnteOperatori, EnteStatuto, ParolePipe, ResourceState, RouterLink, StatoBadge, Storia],
  templateUrl: './ente-page.html',
})
export class EntePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'ente' });
  protected readonly ente = enteResource(this.ambito, this.id);
  protected readonly azioni = AZIONI;
  protected readonly eAdesso = computed(() => {
    const ente = this.ente.value();
    return ente ? E_ADESSO[ente.stato][ente.puoModificare ? 'ente' : 'uffici'] : '';
  });
  readonly #commands = entiCommands();
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);
  readonly #parole = inject(Parole);

  constructor() {
    pageMeta(() => (this.ente.hasValue() ? { title: this.ente.value().denominazione } : null));
    liveReload('ente', () => this.ente.reload(), this.id);
  }

  /** After a question, and with a reason where the step needs one. */
  protected async chiedi(dialog: ConfirmDialog, ente: EnteView, azione: AzioneEnte): Promise<void> {
    const done = await dialog.ask(motivazione =>
      this.#commands.esegui(this.ambito(), ente, azione, motivazione === '' ? {} : { motivazione }),
    );
    if (done) this.#annunci.notify(this.#parole.di(AZIONI[azione].fatto));
    await this.#read();
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
