import { Component, ElementRef, inject, input, type OnInit, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { IndirizzoCorrettoInput, type DesignazioneView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { designazioniCommands } from './designazioni.api';

/** The right address of a person who was named and has not answered: they are asked again there, and nothing is revoked. */
@Component({
  selector: 'app-indirizzo-form',
  imports: [Busy, ErrorSummary, FormField, TextField],
  template: `
    <form class="fieldset-card" novalidate (submit)="invio.submit($event)">
      <h3 class="h5" tabindex="-1">Correggi l’indirizzo di {{ persona().nome }} {{ persona().cognome }}</h3>
      <p>
        Mandiamo di nuovo la richiesta di consenso all’indirizzo giusto. Il collegamento arrivato a quello sbagliato non vale più. La
        designazione resta com’è, e nella sua storia si legge la correzione.
      </p>
      <app-error-summary [form]="f" [submission]="invio" />
      <app-text-field [formField]="f.email" label="E-mail giusta" type="email" mandatory />
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Correggi e chiedi il consenso</button>
        <button type="button" class="btn btn-outline-primary" (click)="lascia.emit()">Lascia stare</button>
      </p>
    </form>
  `,
})
export class IndirizzoForm implements OnInit {
  readonly ambito = input.required<string>();
  readonly designazione = input.required<DesignazioneView>();
  readonly persona = input.required<DesignazioneView['rappresentanti'][number]>();
  readonly fatto = output();
  readonly lascia = output();
  protected readonly model = formModel(this.persona, ({ email }) => ({ email }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, IndirizzoCorrettoInput));
  readonly #commands = designazioniCommands();
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.correggiIndirizzo(
      this.ambito(),
      this.designazione(),
      this.persona().id,
      IndirizzoCorrettoInput.parse(this.model()),
    );
    this.#annunci.notify('Indirizzo corretto: abbiamo chiesto di nuovo il consenso.');
    this.fatto.emit();
  });

  ngOnInit(): void {
    setTimeout(() => this.#host.nativeElement.querySelector<HTMLElement>('h3')?.focus());
  }
}
