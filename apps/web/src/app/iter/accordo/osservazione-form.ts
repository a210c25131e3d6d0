import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { OsservazioneInput, type TipoOsservante } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateField } from '../../ui/fields/date-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { FileField } from '../../ui/fields/file-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { submission } from '../../ui/forms/submission';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { accordoCommands, type Esito } from '../iter.api';
import { OSSERVANTI } from '../iter.labels';

/** Records an observation as it arrived; its PDF goes along. */
@Component({
  selector: 'app-osservazione-form',
  imports: [Busy, DateField, ErrorSummary, FileField, FormField, RadioGroup, TextArea, TextField],
  host: { class: 'd-block' },
  template: `
    <form class="fieldset-card form-narrow" novalidate aria-label="Nuova osservazione" (submit)="invio.submit($event)">
      <app-error-summary [form]="f" [submission]="invio" />
      <app-radio-group [formField]="f.tipo" label="Da chi arriva" [options]="tipi" mandatory />
      <app-text-field [formField]="f.da" label="Chi l’ha presentata" mandatory />
      <app-date-field [formField]="f.ricevutaIl" label="Quando è arrivata" mandatory />
      <app-text-area [formField]="f.testo" label="Che cosa dice" [limit]="10000" mandatory />
      <app-file-field
        label="PDF dell’osservazione"
        hint="Anche firmato (.p7m). Al massimo 10 MB. Lo leggono solo gli uffici."
        firmato
        [(value)]="file"
        [progress]="progress()"
      />
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Registra</button>
        <button type="button" class="btn btn-outline-primary" (click)="chiudi.emit()">Torna indietro</button>
      </p>
    </form>
  `,
})
export class OsservazioneForm {
  readonly ambito = input.required<string>();
  readonly chiudi = output();
  protected readonly tipi = optionsOf(OSSERVANTI);
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly model = signal({ tipo: '' as TipoOsservante | '', da: '', ricevutaIl: '', testo: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => OsservazioneInput));
  readonly #commands = accordoCommands();
  readonly #annunci = inject(Annunci);
  /** Stored already, where only its file did not arrive. */
  #salvata: Esito | null = null;

  protected readonly invio = submission(
    this.f,
    async ({ idempotencyKey }) => {
      this.#salvata ??= await this.#commands.creaOsservazione(this.ambito(), OsservazioneInput.parse(this.model()), idempotencyKey);
      const file = this.file();
      if (file !== null) {
        this.progress.set(0);
        await this.#commands
          .allegaOsservazione(this.ambito(), this.#salvata, file, part => this.progress.set(part))
          .finally(() => this.progress.set(null));
      }
      this.#annunci.notify('Osservazione registrata.');
      this.chiudi.emit();
    },
    { beside: () => this.file() !== null },
  );
}
