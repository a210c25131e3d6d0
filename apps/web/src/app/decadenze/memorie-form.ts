import { Component, inject, Injector, input, type OnInit, output, runInInjectionContext, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { DecadenzaAzioneInput, type DecadenzaView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DraftNotice } from '../ui/drafts/draft-notice';
import { type LocalDraft, localDraft } from '../ui/drafts/local-draft';
import { TextArea } from '../ui/fields/text-area';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { decadenzeCommands } from './decadenze.api';
import { AZIONI } from './decadenze.passi';

/** What the ente writes in a procedimento before the office decides: more than once, and never changed. */
@Component({
  selector: 'app-memorie-form',
  imports: [Busy, ConfirmDialog, DraftNotice, ErrorSummary, FormField, TextArea],
  template: `
    <form class="form-narrow" novalidate (submit)="invio.submit($event)">
      @if (draft(); as d) {
        <app-draft-notice [draft]="d" />
      }
      <app-error-summary [form]="f" [submission]="invio" />
      <app-text-area
        [formField]="f.memorie"
        label="Che cosa vuoi far valere"
        hint="Le leggono gli uffici, prima di decidere. Dopo l’invio non si cambiano: puoi aggiungerne altre."
        [limit]="10000"
        [rows]="8"
        mandatory
      />
      <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Presenta le memorie</button></p>
    </form>
    <app-confirm-dialog #presenta titolo="Presentare le memorie?" conferma="Presenta"
      ><p>Chi decide riceve subito un messaggio. Dopo l’invio non si cambiano: puoi aggiungerne altre.</p></app-confirm-dialog
    >
  `,
})
export class MemorieForm implements OnInit {
  readonly ambito = input.required<string>();
  readonly decadenza = input.required<DecadenzaView>();
  readonly presentate = output();
  readonly #commands = decadenzeCommands();
  readonly #annunci = inject(Annunci);
  readonly #injector = inject(Injector);
  private readonly conferma = viewChild.required<ConfirmDialog>('presenta');
  protected readonly model = signal({ memorie: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, DecadenzaAzioneInput.required({ memorie: true })));
  protected readonly draft = signal<LocalDraft | null>(null);
  protected readonly invio = submission(this.f, async () => {
    const invia = () => this.#commands.esegui(this.ambito(), this.decadenza(), 'presenta_memorie', this.model());
    if (!(await this.conferma().ask(invia))) return;
    this.draft()?.discard();
    this.#annunci.notify(AZIONI.presenta_memorie.fatto);
    this.presentate.emit();
  });

  ngOnInit(): void {
    this.draft.set(runInInjectionContext(this.#injector, () => localDraft(`decadenza:memorie:${this.decadenza().id}`, this.model)));
  }
}
