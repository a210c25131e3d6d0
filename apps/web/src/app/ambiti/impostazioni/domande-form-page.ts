import { Component, inject, input } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { DomandeInput, type ImpostazioniView } from '@tavoli/shared';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { TextArea } from '../../ui/fields/text-area';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const model = (i?: ImpostazioniView) => ({ domande: (i?.domande ?? []).map(d => ({ ...d })) });
type Domande = ReturnType<typeof model>['domande'];

/** What people often ask, in the order in which it is read. */
@Component({
  selector: 'app-domande-form-page',
  imports: [Busy, ErrorSummary, FormField, ResourceState, RouterLink, TextArea, TextField],
  template: `
    <div class="container section">
      <h1>Domande frequenti</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">
          Quello che vi chiedono più spesso, con la risposta. Si legge nella pagina pubblica
          <a [routerLink]="['/', ambito(), 'domande-frequenti']">Domande frequenti</a>, in questo ordine.
        </p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @for (d of f.domande; track d) {
            <fieldset class="fieldset-card">
              <legend class="h5">Domanda {{ $index + 1 }}</legend>
              <app-text-field [formField]="d.domanda" label="Domanda" hint="Con le parole di chi la fa." mandatory />
              <app-text-area [formField]="d.risposta" label="Risposta" [rows]="5" [limit]="2000" mandatory />
              <p class="actions">
                @if (!$first) {
                  <button type="button" class="link-button" (click)="sposta($index)">
                    Porta in su<span class="visually-hidden"> la domanda {{ $index + 1 }}</span>
                  </button>
                }
                <button type="button" class="link-button" (click)="togli($index)">
                  Togli<span class="visually-hidden"> la domanda {{ $index + 1 }}</span>
                </button>
              </p>
            </fieldset>
          } @empty {
            <p>Non c’è ancora nessuna domanda.</p>
          }
          <p class="actions form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva le domande</button>
            <button type="button" class="btn btn-outline-primary" (click)="aggiungi()">Aggiungi una domanda</button>
          </p>
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class DomandeFormPage {
  readonly ambito = input.required<string>();
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly model = formModel(this.impostazioni.value, model);
  protected readonly f = form(this.model, path => validateStandardSchema(path, DomandeInput as never));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva('domande', DomandeInput.parse(this.model()));
    this.#annunci.notify('Domande salvate: si leggono subito nella pagina pubblica.');
  });

  protected aggiungi(): void {
    this.#domande(all => [...all, { domanda: '', risposta: '' }]);
    this.#annunci.announce('Domanda aggiunta in fondo.');
  }

  protected togli(posto: number): void {
    this.#domande(all => all.filter((_, i) => i !== posto));
  }

  protected sposta(posto: number): void {
    this.#domande(all => all.map((d, i) => (i === posto - 1 ? (all[posto] ?? d) : i === posto ? (all[posto - 1] ?? d) : d)));
    this.#annunci.announce(`Ora è la domanda ${posto}.`);
  }

  #domande(change: (all: Domande) => Domande): void {
    this.f.domande().value.set(change(this.model().domande));
    this.f.domande().markAsDirty();
  }
}
