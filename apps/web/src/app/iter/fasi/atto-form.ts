import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { AttoInput, type AttoView, type FaseView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { CheckboxField } from '../../ui/fields/checkbox-field';
import { DateField } from '../../ui/fields/date-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { FileField } from '../../ui/fields/file-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { SelectField } from '../../ui/fields/select-field';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { type Esito, iterCommands } from '../iter.api';
import { DIREZIONI, TIPI_ATTO_LABEL } from '../iter.labels';

/** Adds an act to a phase, or changes one; its PDF goes along. */
@Component({
  selector: 'app-atto-form',
  imports: [Busy, CheckboxField, DateField, ErrorSummary, FileField, FormField, RadioGroup, SelectField, TextField],
  host: { class: 'd-block' },
  template: `
    <form
      class="fieldset-card form-narrow"
      novalidate
      [attr.aria-label]="atto() ? 'Modifica l’atto' : 'Nuovo atto'"
      (submit)="invio.submit($event)"
    >
      <app-error-summary [form]="f" [submission]="invio" />
      <app-radio-group [formField]="f.direzione" label="Che cosa fa" [options]="direzioni" mandatory />
      <app-select-field [formField]="f.tipo" label="Tipo di atto" [options]="tipi" mandatory />
      <app-text-field [formField]="f.titolo" label="Titolo" mandatory />
      <app-text-field [formField]="f.numero" label="Numero" hint="Come è scritto sull’atto." />
      <app-date-field [formField]="f.data" label="Data dell’atto" />
      <app-text-field [formField]="f.albo" label="Indirizzo all’albo" type="url" hint="Comincia con https://" />
      <app-file-field
        [label]="atto()?.file ? 'Sostituisci il PDF' : 'PDF dell’atto'"
        hint="Anche firmato (.p7m). Al massimo 10 MB."
        firmato
        [(value)]="file"
        [progress]="progress()"
      />
      <app-checkbox-field [formField]="f.pubblico" label="È pubblico" hint="Chiunque lo trova nella pagina dell’iter." />
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva l’atto</button>
        <button type="button" class="btn btn-outline-primary" (click)="chiudi.emit()">Torna indietro</button>
      </p>
    </form>
  `,
})
export class AttoForm {
  readonly ambito = input.required<string>();
  readonly fase = input.required<FaseView>();
  /** Null: a new one. */
  readonly atto = input.required<AttoView | null>();
  readonly chiudi = output();
  protected readonly direzioni = optionsOf(DIREZIONI);
  protected readonly tipi = optionsOf(TIPI_ATTO_LABEL);
  protected readonly file = signal<File | null>(null);
  protected readonly progress = signal<number | null>(null);
  /** A new act begins as the first that is still expected. */
  readonly #iniziale = computed(() => {
    const a = this.atto();
    const [atteso] = this.fase().mancanti;
    return {
      direzione: a?.direzione ?? 'uscita',
      tipo: a?.tipo ?? atteso?.tipo ?? '',
      titolo: a?.titolo ?? atteso?.titolo ?? '',
      numero: a?.numero ?? '',
      data: a?.data ?? '',
      albo: a?.albo ?? '',
      pubblico: a?.pubblico ?? true,
    };
  });
  protected readonly model = formModel(this.#iniziale, iniziale => iniziale);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => AttoInput));
  readonly #commands = iterCommands();
  readonly #annunci = inject(Annunci);
  /** What was stored before a file that did not arrive: only the file is sent again. */
  #salvato: Esito | null = null;

  protected readonly invio = submission(
    this.f,
    async ({ idempotencyKey }) => {
      const input = AttoInput.parse(this.model());
      const before = this.#salvato ?? this.atto();
      this.#salvato = before
        ? await this.#commands.modificaAtto(this.ambito(), before, input)
        : await this.#commands.creaAtto(this.ambito(), this.fase().id, input, idempotencyKey);
      const file = this.file();
      if (file !== null) {
        this.progress.set(0);
        this.#salvato = await this.#commands
          .allega(this.ambito(), this.#salvato, file, part => this.progress.set(part))
          .finally(() => this.progress.set(null));
      }
      this.#annunci.notify('Atto salvato.');
      this.chiudi.emit();
    },
    { beside: () => this.file() !== null },
  );
}
