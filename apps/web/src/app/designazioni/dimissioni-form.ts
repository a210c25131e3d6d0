import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { DimissioniInput, type DesignazioneView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { RadioGroup } from '../ui/fields/radio-group';
import { TextArea } from '../ui/fields/text-area';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { designazioniCommands } from './designazioni.api';

/** The office records that somebody has resigned, as it has it on paper or by PEC. Closed until it is needed. */
@Component({
  selector: 'app-dimissioni-form',
  imports: [Busy, ConfirmDialog, DateField, ErrorSummary, FormField, RadioGroup, TextArea],
  host: { class: 'd-block mb-4' },
  template: `
    @if (!aperto()) {
      <button type="button" class="btn btn-outline-primary" (click)="aperto.set(true)">Registra le dimissioni di una persona</button>
    } @else {
      <section aria-labelledby="titolo-dimissioni">
        <h3 class="h5" id="titolo-dimissioni">Registra le dimissioni</h3>
        <p>
          Se la persona può, usi il collegamento che ha ricevuto: lì trova «Mi dimetto». Altrimenti scrivi qui che cosa è arrivato su carta
          o alla PEC.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-radio-group [formField]="f.rappresentanteId" label="Chi si dimette" [options]="persone()" mandatory />
          <app-date-field [formField]="f.giorno" label="Da quale giorno" mandatory />
          <app-text-area
            [formField]="f.testo"
            label="Che cosa ha scritto"
            hint="Per esempio il protocollo della lettera e le parole usate. Lo leggono l’ente e gli uffici."
            [limit]="2000"
            [rows]="4"
          />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Registra</button>
            <button type="button" class="btn btn-outline-primary" (click)="aperto.set(false)">Torna indietro</button>
          </p>
        </form>
      </section>
    }
    <app-confirm-dialog #conferma titolo="Registrare le dimissioni?" conferma="Registra" tone="danger">
      <p>La persona non siede più al tavolo e riceve la disdetta degli incontri. L’ente riceve un messaggio e indica un’altra persona.</p>
    </app-confirm-dialog>
  `,
})
export class DimissioniForm {
  readonly ambito = input.required<string>();
  readonly designazione = input.required<DesignazioneView>();
  readonly registrate = output();
  protected readonly aperto = signal(false);
  protected readonly persone = computed(() =>
    this.designazione()
      .rappresentanti.filter(r => r.consenso === 'dato')
      .map(r => ({ value: r.id, label: `${r.nome} ${r.cognome}, ${r.ruolo}` })),
  );
  protected readonly model = signal({ rappresentanteId: '', giorno: '', testo: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, DimissioniInput));
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');
  readonly #commands = designazioniCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    const input = DimissioniInput.parse(this.model());
    if (!(await this.conferma().ask(() => this.#commands.registraDimissioni(this.ambito(), this.designazione(), input)))) return;
    this.model.set({ rappresentanteId: '', giorno: '', testo: '' });
    this.aperto.set(false);
    this.#annunci.notify('Dimissioni registrate. L’ente e la persona ricevono un messaggio.');
    this.registrate.emit();
  });
}
