import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { type ContributoGestioneView, type Omissis, OmissisInput } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxGroup } from '../../ui/fields/checkbox-group';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { fileSize } from '../../ui/words/file-size';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { gestioneCommands } from './gestione.api';
import { OmissisEditor } from './omissis-editor';

/** Changes what the public does not read of a contributo that is public already. */
@Component({
  selector: 'app-omissis-form',
  imports: [Busy, CheckboxGroup, ErrorSummary, FormField, OmissisEditor, TextField],
  template: `
    <form class="fieldset-card" novalidate (submit)="invio.submit($event)">
      <h2 class="h4" tabindex="-1">Cambia le parti omesse</h2>
      <p>La pagina pubblica cambia subito. Chi lo ha scritto riceve un messaggio.</p>
      <app-error-summary [form]="f" [submission]="invio" />
      <app-omissis-editor
        [testi]="contributo().testi"
        [value]="model().omissis"
        (valueChange)="f.omissis().value.set([...$event]); f.omissis().markAsDirty()"
      />
      @if (model().omissis.length > 0) {
        <app-text-field [formField]="f.motivoOmissis" label="Perché alcune parti non si pubblicano" hint="Lo leggono tutti." mandatory />
      }
      @if (contributo().files.length > 0) {
        <app-checkbox-group [formField]="f.filesPubblici" label="Allegati che tutti possono scaricare" [options]="files" />
      }
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva</button>
        <button type="button" class="btn btn-outline-primary" (click)="lascia.emit()">Lascia stare</button>
      </p>
    </form>
  `,
})
export class OmissisForm implements OnInit {
  readonly ambito = input.required<string>();
  readonly contributo = input.required<ContributoGestioneView>();
  readonly fatto = output<ContributoGestioneView>();
  readonly lascia = output();
  protected readonly model = signal<{ omissis: Omissis[]; motivoOmissis: string; filesPubblici: string[] }>({
    omissis: [],
    motivoOmissis: '',
    filesPubblici: [],
  });
  protected readonly f = form(this.model, path => validateStandardSchema(path, OmissisInput));
  protected files: { value: string; label: string }[] = [];
  readonly #commands = gestioneCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const dopo = await this.#commands.ometti(this.ambito(), this.contributo(), OmissisInput.parse(this.model()));
    this.#annunci.notify('La pagina pubblica è cambiata.');
    this.fatto.emit(dopo);
  });

  ngOnInit(): void {
    const { omissis, motivoOmissis, files } = this.contributo();
    this.files = files.map(f => ({ value: f.id, label: `${f.nome} (${fileSize(f.bytes)})` }));
    this.model.set({
      omissis: [...omissis],
      motivoOmissis: motivoOmissis ?? '',
      filesPubblici: files.filter(f => f.pubblico).map(f => f.id),
    });
  }
}
