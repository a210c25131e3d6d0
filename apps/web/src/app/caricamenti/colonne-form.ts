import { Component, computed, input, output } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { TIPI, type CaricamentoView } from '@tavoli/shared';
import { Busy } from '../ui/busy';
import { SelectField } from '../ui/fields/select-field';
import { ErrorSummary } from '../ui/forms/error-summary';
import { formModel } from '../ui/forms/form-model';
import { submission } from '../ui/forms/submission';
import { problemOf } from '../ui/problem';
import { caricamentiCommands } from './caricamenti.api';

/** Which field each column of the file is. */
@Component({
  selector: 'app-colonne-form',
  imports: [Busy, ErrorSummary, FormField, SelectField],
  template: `
    @let k = caricamento();
    <section class="mb-5" aria-labelledby="titolo-colonne">
      <h2 class="h4" id="titolo-colonne">Le colonne del file</h2>
      @if (k.mancano.length > 0) {
        <p class="alert alert-warning">
          Nel file non abbiamo riconosciuto: <strong>{{ k.mancano.join(', ') }}</strong>. Indica qui sotto in quali colonne si trovano;
          servono per le righe nuove.
        </p>
      }
      <details [open]="k.mancano.length > 0">
        <summary>{{ riconosciute() }}</summary>
        <form class="mt-3" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <div class="colonne-griglia">
            @for (colonna of f.colonne; track $index) {
              <app-select-field
                [formField]="colonna"
                [label]="k.intestazioni[$index] || 'Colonna ' + ($index + 1) + ' (senza nome)'"
                [hint]="esempio($index)"
                [options]="campi()"
                empty="Da non importare"
              />
            }
          </div>
          <button type="submit" class="btn btn-outline-primary" [appBusy]="invio.busy()">Ripeti la simulazione</button>
        </form>
      </details>
    </section>
  `,
})
export class ColonneForm {
  readonly caricamento = input.required<CaricamentoView>();
  readonly ambito = input.required<string>();
  readonly simulato = output();
  /** It was another by now: to be read again. */
  readonly cambiato = output();
  protected readonly campi = computed(() =>
    TIPI[this.caricamento().tipo].campi.map(c => ({ value: c.percorso, label: c.nome + (c.obbligatorio ? ' *' : '') })),
  );
  protected readonly riconosciute = computed(() => {
    const { colonne } = this.caricamento();
    return `${colonne.filter(c => c !== null).length} di ${colonne.length} colonne riconosciute: controlla o cambia`;
  });
  protected readonly model = formModel(this.caricamento, ({ colonne }) => ({ colonne: colonne.map(c => c ?? '') }));
  protected readonly f = form(this.model);
  readonly #commands = caricamentiCommands();
  protected readonly invio = submission(this.f, async () => {
    const colonne = this.model().colonne.map(c => c || null);
    try {
      await this.#commands.simula(this.ambito(), this.caricamento(), { colonne });
      this.simulato.emit();
    } catch (error) {
      if (problemOf(error).status === 412) this.cambiato.emit();
      throw error;
    }
  });

  protected esempio(i: number): string {
    const valori = this.caricamento().esempi.flatMap(riga => riga[i] || []);
    return valori.length === 0 ? 'Vuota nelle prime righe.' : `Per esempio: ${valori.join('; ').slice(0, 80)}`;
  }
}
