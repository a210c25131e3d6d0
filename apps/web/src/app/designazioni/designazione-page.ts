import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatProtocollo, type AzioneDesignazione, type DesignazioneView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { MessaggioRiga } from '../messaggi/messaggio-riga';
import { Storia } from '../registro/storia';
import { pageMeta } from '../page/page-meta';
import { ETICHETTE_VESTE } from '../tavoli/tavoli.labels';
import { Annunci } from '../ui/annunci';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { DataOraPipe } from '../ui/words/dates';
import { ResourceState } from '../page/resource-state';
import { StatoBadge } from '../ui/stato-badge';
import { designazioneResource, designazioniCommands, ricevutaPdf } from './designazioni.api';
import { AZIONI, E_ADESSO } from './designazioni.labels';
import { PersoneForm } from './persone-form';

/** One designazione, for its ente and for the staff: people, consents, acts, mails, and the steps that may be taken now. */
@Component({
  selector: 'app-designazione-page',
  imports: [ConfirmDialog, DataOraPipe, MessaggioRiga, PersoneForm, ResourceState, RouterLink, StatoBadge, Storia],
  templateUrl: './designazione-page.html',
})
export class DesignazionePage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'designazione' });
  protected readonly designazione = designazioneResource(this.ambito, this.id);
  protected readonly azioni = AZIONI;
  protected readonly eAdesso = E_ADESSO;
  protected readonly vesti = ETICHETTE_VESTE;
  protected readonly protocollo = formatProtocollo;
  protected readonly ricevuta = computed(() => ricevutaPdf(this.ambito(), this.id()));
  readonly #commands = designazioniCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  constructor() {
    pageMeta(() =>
      this.designazione.hasValue()
        ? { title: `${this.designazione.value().ente.denominazione} · ${this.designazione.value().tavolo.nome}` }
        : null,
    );
    // While a draft is being written nothing is read again under the writer's hands.
    liveReload('designazione', () => !this.designazione.value()?.puoModificare && this.designazione.reload(), this.id);
  }

  protected async esegui(dialog: ConfirmDialog, d: DesignazioneView, azione: AzioneDesignazione): Promise<void> {
    let after: DesignazioneView | null = null;
    const done = await dialog.ask(async motivazione => {
      after = await this.#commands.esegui(this.ambito(), d, azione, motivazione === '' ? {} : { motivazione });
    });
    if (done) this.#annunci.notify(AZIONI[azione].fatto);
    const next = after as DesignazioneView | null;
    if (next && next.id !== d.id) await this.#router.navigate(['/', this.ambito(), 'area', 'designazioni', next.id]);
    else this.designazione.reload();
  }

  protected async elimina(dialog: ConfirmDialog, d: DesignazioneView): Promise<void> {
    if (!(await dialog.ask(() => this.#commands.elimina(this.ambito(), d)))) return;
    this.#annunci.notify('Bozza eliminata.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'designazioni']);
  }
}
