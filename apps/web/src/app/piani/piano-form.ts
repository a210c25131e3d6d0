import { Component, inject, input, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { PianoInput, type PianoView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { pianiCommands } from './piani.api';
import { NUMERAZIONI_IN_PAROLE } from './piani.labels';
import { annoLibero, ATTO_VUOTO, pianoInput, pianoModel, type PianoModel } from './piano.model';

/** Title, numbering, annual programmes with their acts. */
@Component({
  selector: 'app-piano-form',
  imports: [Busy, DateField, ErrorSummary, FormField, RadioGroup, TextField],
  templateUrl: './piano-form.html',
})
export class PianoForm {
  readonly ambito = input.required<string>();
  readonly piano = input.required<PianoView>();
  readonly salvato = output();
  protected readonly numerazioni = optionsOf(NUMERAZIONI_IN_PAROLE);
  protected readonly model = formModel(this.piano, pianoModel);
  protected readonly f = form(this.model, path => validateStandardSchema(path, PianoInput));
  readonly #commands = pianiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.modifica(this.ambito(), this.piano(), pianoInput(this.model()));
    this.#annunci.notify('Salvato.');
    this.salvato.emit();
  });

  protected aggiungiProgramma(): void {
    const anno = annoLibero(this.piano(), this.model().programmi);
    this.#programmi(all => [...all, { anno, titolo: `Programma annuale ${anno}`, atti: [] }]);
    this.#annunci.announce(`Programma del ${anno} aggiunto.`);
  }

  protected togliProgramma(posto: number): void {
    this.#programmi(all => all.filter((_, i) => i !== posto));
  }

  protected aggiungiAtto(posto: number): void {
    this.#atti(posto, atti => [...atti, { ...ATTO_VUOTO }]);
  }

  protected togliAtto(posto: number, atto: number): void {
    this.#atti(posto, atti => atti.filter((_, i) => i !== atto));
  }

  #atti(posto: number, change: (atti: PianoModel['programmi'][number]['atti']) => PianoModel['programmi'][number]['atti']): void {
    this.#programmi(all => all.map((p, i) => (i === posto ? { ...p, atti: change(p.atti) } : p)));
  }

  #programmi(change: (all: PianoModel['programmi']) => PianoModel['programmi']): void {
    this.f.programmi().value.set(change(this.model().programmi));
    this.f.programmi().markAsDirty();
  }
}
