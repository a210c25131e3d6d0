import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ETICHETTE_VERSO, type OggettoProtocollato, ProtocolloCorrezione, ProtocolloDati, type ProtocolloView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { optionsOf } from '../ui/fields/option';
import { RadioGroup } from '../ui/fields/radio-group';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { protocolliCommands } from './protocolli.api';

/** Writes the number that an office gave, or corrects it with a reason. */
@Component({
  selector: 'app-protocollo-form',
  imports: [Busy, DateField, ErrorSummary, FormField, RadioGroup, TextArea, TextField],
  host: { class: 'd-block' },
  template: `
    <form
      class="fieldset-card form-narrow"
      novalidate
      [attr.aria-label]="protocollo() ? 'Correggi il protocollo' : 'Nuovo protocollo'"
      (submit)="invio.submit($event)"
    >
      <app-error-summary [form]="f" [submission]="invio" />
      <app-radio-group [formField]="f.verso" label="Verso" [options]="versi" mandatory />
      <app-text-field
        [formField]="f.amministrazione"
        label="Amministrazione che ha protocollato"
        hint="Il nome, o il codice IPA: per esempio c_d122."
        mandatory
      />
      <app-text-field
        [formField]="f.numero"
        label="Numero di protocollo"
        hint="Solo le cifre, senza anno: per esempio 12345."
        inputmode="numeric"
        mandatory
      />
      <app-date-field [formField]="f.data" label="Data della registrazione" mandatory />
      <app-text-field [formField]="f.aoo" label="Area organizzativa (AOO)" hint="Se l’amministrazione ne ha più di una." />
      <app-text-field [formField]="f.registro" label="Registro" hint="Se non è quello generale." />
      @if (protocollo()) {
        <app-text-area
          [formField]="f.motivazione"
          label="Motivo della correzione"
          hint="Resta nel registro degli atti, con com’era prima."
          mandatory
        />
      }
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva il protocollo</button>
        <button type="button" class="btn btn-outline-primary" (click)="chiudi.emit()">Torna indietro</button>
      </p>
    </form>
  `,
})
export class ProtocolloForm {
  readonly ambito = input.required<string>();
  readonly tipo = input.required<OggettoProtocollato>();
  readonly oggetto = input.required<string>();
  /** Null: a new one. */
  readonly protocollo = input.required<ProtocolloView | null>();
  /** Who protocols as a rule. */
  readonly amministrazione = input.required<string>();
  readonly chiudi = output();
  protected readonly versi = optionsOf(ETICHETTE_VERSO);
  readonly #iniziale = computed(() => {
    const p = this.protocollo();
    return {
      verso: p?.verso ?? ('entrata' as const),
      amministrazione: p?.amministrazione ?? this.amministrazione(),
      aoo: p?.aoo ?? '',
      registro: p?.registro ?? '',
      numero: p?.numero ?? '',
      data: p?.data ?? '',
      motivazione: '',
    };
  });
  protected readonly model = formModel(this.#iniziale, iniziale => iniziale);
  /** Without a reason where it is written for the first time. */
  protected readonly f = form(this.model, path =>
    validateStandardSchema(path, () => (this.protocollo() ? ProtocolloCorrezione : ProtocolloDati.loose())),
  );
  readonly #commands = protocolliCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const { motivazione, ...dati } = this.model();
    const before = this.protocollo();
    if (before) await this.#commands.correggi(this.ambito(), before, ProtocolloCorrezione.parse({ ...dati, motivazione }));
    else
      await this.#commands.scrivi(
        this.ambito(),
        { ...ProtocolloDati.parse(dati), tipo: this.tipo(), oggettoId: this.oggetto() },
        idempotencyKey,
      );
    this.#annunci.notify('Protocollo salvato.');
    this.chiudi.emit();
  });
}
