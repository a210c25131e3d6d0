import { Component, computed, inject, Injector, input, type OnInit, output, runInInjectionContext, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { IncontroView, IntegrazioneView } from '@tavoli/shared';
import { Busy } from '../../ui/busy';
import { DraftNotice } from '../../ui/drafts/draft-notice';
import { type LocalDraft, localDraft } from '../../ui/drafts/local-draft';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { incontriCommands } from '../incontri.api';
import { integrazioneInParole } from '../incontri.labels';
import { OspitiForm } from '../scrivere/ospiti-form';
import { PuntiForm } from '../scrivere/punti-form';
import { CheCosaCambiaElenco } from './che-cosa-cambia';
import { cheCosaCambia, IntegrazioneFormSchema, integrazioneInput, integrazioneOf, senzaRigheVuote } from './integrazione.model';

/** Writes what is added to a convocation that has left, or corrected in it; shows the difference, and sends it once confirmed. */
@Component({
  selector: 'app-integrazione-form',
  imports: [
    Busy,
    CheCosaCambiaElenco,
    ConfirmDialog,
    DraftNotice,
    ErrorSummary,
    FormField,
    OspitiForm,
    PuntiForm,
    RouterLink,
    TextArea,
    TextField,
  ],
  templateUrl: './integrazione-form.html',
})
export class IntegrazioneForm implements OnInit {
  readonly ambito = input.required<string>();
  /** As it was called: what is written is told from this. */
  readonly incontro = input.required<IncontroView>();
  readonly integrazione = input.required<IntegrazioneView>();
  readonly mandata = output();

  protected readonly model = formModel(this.incontro, integrazioneOf);
  protected readonly f = form(this.model, path => validateStandardSchema(path, IntegrazioneFormSchema));
  protected readonly cambia = computed(() => cheCosaCambia(this.incontro(), this.model(), this.integrazione()));
  protected readonly durata = computed(() => (Date.parse(this.incontro().fineAt) - Date.parse(this.incontro().inizioAt)) / 60_000);
  protected readonly senzaPreavviso = computed(() => integrazioneInParole(this.integrazione().preavviso));
  protected draft: LocalDraft | null = null;
  readonly #commands = incontriCommands();
  readonly #injector = inject(Injector);
  private readonly riepilogo = viewChild.required<ConfirmDialog>('riepilogo');

  protected readonly invio = submission(this.f, async () => {
    const input = integrazioneInput(this.model(), this.integrazione().documenti);
    await this.#commands.esegui(this.ambito(), this.incontro(), 'integra', input);
    this.draft?.clear();
    this.mandata.emit();
  });

  ngOnInit(): void {
    const { id, version } = this.incontro();
    this.draft = runInInjectionContext(this.#injector, () => localDraft(`integrazione:${id}:${version}`, this.model));
  }

  /** The difference is shown once more before it leaves; what is wrong, or nothing at all, is told at once. */
  protected async invia(event: Event): Promise<void> {
    event.preventDefault();
    if (this.invio.busy()) return;
    this.model.update(senzaRigheVuote);
    const { tutti, ospiti } = this.cambia();
    if (this.f().valid() && tutti.length + ospiti.length > 0 && !(await this.riepilogo().ask(() => Promise.resolve()))) return;
    await this.invio.submit(event);
  }
}
