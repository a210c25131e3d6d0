import { Component, computed, inject, input, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { FirmatarioInput, type FirmatarioView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { TextField } from '../../ui/fields/text-field';
import { accordoCommands } from '../iter.api';
import { FIRMATARI } from '../iter.labels';

/** Adds a signatory, or changes one. */
@Component({
  selector: 'app-firmatario-form',
  imports: [Busy, ErrorSummary, FormField, RadioGroup, TextField],
  host: { class: 'd-block' },
  template: `
    <form
      class="fieldset-card form-narrow"
      novalidate
      [attr.aria-label]="firmatario() ? 'Modifica il firmatario' : 'Nuovo firmatario'"
      (submit)="invio.submit($event)"
    >
      <app-error-summary [form]="f" [submission]="invio" />
      <app-radio-group [formField]="f.tipo" label="Di chi si tratta" [options]="tipi" mandatory />
      <app-text-field [formField]="f.ente" label="Ente" hint="Per esempio: Comune di Crosia." mandatory />
      <app-text-field [formField]="f.carica" label="Carica" hint="Per esempio: Sindaco." mandatory />
      <app-text-field [formField]="f.persona" label="Nome e cognome" hint="Lo leggono solo gli uffici." />
      <app-text-field [formField]="f.email" label="E-mail" type="email" hint="Serve solo per i solleciti: non si pubblica." />
      <p class="form-actions">
        <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva il firmatario</button>
        <button type="button" class="btn btn-outline-primary" (click)="chiudi.emit()">Torna indietro</button>
      </p>
    </form>
  `,
})
export class FirmatarioForm {
  readonly ambito = input.required<string>();
  /** Null: a new one. */
  readonly firmatario = input.required<FirmatarioView | null>();
  readonly chiudi = output();
  protected readonly tipi = optionsOf(FIRMATARI);
  readonly #iniziale = computed(() => {
    const s = this.firmatario();
    return {
      tipo: s?.tipo ?? ('comune' as const),
      ente: s?.ente ?? '',
      carica: s?.carica ?? 'Sindaco',
      persona: s?.persona ?? '',
      email: s?.email ?? '',
    };
  });
  protected readonly model = formModel(this.#iniziale, iniziale => iniziale);
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => FirmatarioInput));
  readonly #commands = accordoCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = FirmatarioInput.parse(this.model());
    const before = this.firmatario();
    await (before
      ? this.#commands.modificaFirmatario(this.ambito(), before, input)
      : this.#commands.creaFirmatario(this.ambito(), input, idempotencyKey));
    this.#annunci.notify('Firmatario salvato.');
    this.chiudi.emit();
  });
}
