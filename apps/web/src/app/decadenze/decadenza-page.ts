import { Component, inject, input, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { conGiorno, DecadenzaAzioneInput, ETICHETTE_MOTIVO_DECADENZA, type DecadenzaView } from '@tavoli/shared';
import { liveReload } from '../live/live-reload';
import { pageMeta } from '../page/page-meta';
import { ResourceState } from '../page/resource-state';
import { Storia } from '../registro/storia';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { localDraft } from '../ui/drafts/local-draft';
import { TextArea } from '../ui/fields/text-area';
import { AppPassi } from '../ui/forms/app-passi';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { conMotivo, passi } from '../ui/forms/passi';
import { submission } from '../ui/forms/submission';
import { DataOraPipe, DataPipe } from '../ui/words/dates';
import { decadenzaResource, decadenzeCommands } from './decadenze.api';
import { REGISTRATO, STATI } from './decadenze.labels';
import { AZIONI } from './decadenze.passi';

/** One procedimento: the evidence, what the ente writes, the decision. For the ente and the offices. */
@Component({
  selector: 'app-decadenza-page',
  imports: [
    AppPassi,
    Busy,
    ConfirmDialog,
    DataOraPipe,
    DataPipe,
    DraftNotice,
    ErrorSummary,
    FormField,
    ResourceState,
    RouterLink,
    Storia,
    TextArea,
  ],
  templateUrl: './decadenza-page.html',
})
export class DecadenzaPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'decadenza' });
  protected readonly decadenza = decadenzaResource(this.ambito, this.id);
  protected readonly stati = STATI;
  protected readonly motivi = ETICHETTE_MOTIVO_DECADENZA;
  protected readonly registrato = REGISTRATO;
  readonly #commands = decadenzeCommands();
  readonly #annunci = inject(Annunci);
  protected readonly passi = passi(
    AZIONI,
    (k: DecadenzaView, azione, motivazione) => this.#commands.esegui(this.ambito(), k, azione, conMotivo(motivazione)),
    () => this.decadenza.reload(),
  );
  private readonly conferma = viewChild.required<ConfirmDialog>('presenta');
  protected readonly model = signal({ memorie: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, DecadenzaAzioneInput.required({ memorie: true })));
  protected readonly draft = localDraft('decadenza:memorie', this.model);
  protected readonly invio = submission(this.f, async () => {
    const k = this.decadenza.value();
    if (k === undefined) return;
    if (!(await this.conferma().ask(() => this.#commands.esegui(this.ambito(), k, 'presenta_memorie', this.model())))) return;
    this.draft.clear();
    this.model.set({ memorie: '' });
    this.#annunci.notify(AZIONI.presenta_memorie.fatto);
    this.decadenza.reload();
  });

  constructor() {
    pageMeta(() => (this.decadenza.hasValue() ? { title: `Decadenza di ${this.decadenza.value().ente.denominazione}` } : null));
    liveReload('decadenza', () => this.decadenza.reload(), this.id);
  }

  protected readonly finoAl = (termine: string): string => conGiorno('fino al', termine);
}
