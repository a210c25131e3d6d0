import { Component, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { EnteIdentitaInput, ETICHETTE_NATURA, type EnteView, type NaturaGiuridica } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { optionsOf } from '../ui/fields/option';
import { SelectField } from '../ui/fields/select-field';
import { TextArea } from '../ui/fields/text-area';
import { TextField } from '../ui/fields/text-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { ResourceState } from '../page/resource-state';
import { enteResource, entiCommands } from './enti.api';

interface Model {
  denominazione: string;
  naturaGiuridica: NaturaGiuridica | '';
  codiceFiscale: string;
  motivazione: string;
}

/** The office corrects what an ente was verified by, and says why. */
@Component({
  selector: 'app-ente-identita-form-page',
  imports: [Busy, ErrorSummary, FormField, ResourceState, RouterLink, SelectField, TextArea, TextField],
  template: `
    <div class="container section">
      @if (prima(); as e) {
        <h1>Correggi l’identità</h1>
        <p class="lead">{{ e.denominazione }}</p>
        <p>
          Sono i dati con cui l’ente è stato verificato. I valori di prima restano nella sua storia, insieme al motivo; i documenti già
          pubblicati restano con i dati che avevano. L’ente riceve un messaggio.
        </p>
        <form class="form-narrow" novalidate (submit)="salva.submit($event)">
          <app-error-summary [form]="f" [submission]="salva" />
          <app-text-field [formField]="f.denominazione" label="Denominazione" hint="Come sta nello statuto." mandatory />
          <app-select-field [formField]="f.naturaGiuridica" label="Natura giuridica" [options]="nature" mandatory />
          <app-text-field [formField]="f.codiceFiscale" label="Codice fiscale dell’ente" mandatory />
          <app-text-area
            [formField]="f.motivazione"
            label="Motivo"
            hint="Per esempio: l’ente ha cambiato nome con l’assemblea del 3 marzo. Lo legge anche l’ente."
            [rows]="4"
            [limit]="2000"
            mandatory
          />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="salva.busy()">Correggi</button>
            <a class="btn btn-outline-primary" [routerLink]="['/', ambito(), 'area', 'enti', e.id]">Torna indietro</a>
          </p>
        </form>
      } @else {
        <app-resource-state [of]="ente" />
      }
    </div>
  `,
})
export class EnteIdentitaFormPage {
  readonly ambito = input.required<string>();
  readonly id = input.required<string>({ alias: 'ente' });
  protected readonly ente = enteResource(this.ambito, this.id);
  /** The version being corrected: read once, so that nothing is replaced under the writer's hands. */
  protected readonly prima = signal<EnteView | null>(null);
  protected readonly nature = optionsOf(ETICHETTE_NATURA);
  protected readonly model = signal<Model>({ denominazione: '', naturaGiuridica: '', codiceFiscale: '', motivazione: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => EnteIdentitaInput));
  readonly #commands = entiCommands();
  readonly #router = inject(Router);
  readonly #annunci = inject(Annunci);

  protected readonly salva = submission(this.f, async () => {
    const prima = this.prima();
    if (prima === null) return;
    await this.#commands.correggiIdentita(this.ambito(), prima, EnteIdentitaInput.parse(this.model()));
    this.#annunci.notify('Identità corretta. L’ente riceve un messaggio.');
    await this.#router.navigate(['/', this.ambito(), 'area', 'enti', prima.id]);
  });

  constructor() {
    effect(() => {
      const ente = this.ente.value();
      if (ente) untracked(() => this.prima() === null && this.#open(ente));
    });
  }

  #open(ente: EnteView): void {
    const { denominazione, naturaGiuridica, codiceFiscale } = ente;
    this.prima.set(ente);
    this.model.set({ denominazione, naturaGiuridica, codiceFiscale, motivazione: '' });
  }
}
