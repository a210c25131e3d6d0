import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { conta, ElencoAmmessiInput, type ElenchiAmmessiView } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DateField } from '../ui/fields/date-field';
import { TextField } from '../ui/fields/text-field';
import { ConfirmDialog } from '../ui/forms/confirm-dialog';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { elenchiCommands } from './elenchi.api';

type Prossimo = NonNullable<ElenchiAmmessiView['prossimo']>;

/** The next elenco degli ammessi: what it would hold, and the act that publishes it. */
@Component({
  selector: 'app-elenco-form',
  imports: [Busy, ConfirmDialog, DateField, ErrorSummary, FormField, TextField],
  host: { class: 'd-block mb-4' },
  template: `
    <p>{{ cheCosa() }}</p>
    @if (prossimo().puoPubblicare) {
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field [formField]="f.determinaNumero" label="Numero della determina" mandatory />
        <app-date-field [formField]="f.determinaData" label="Data della determina" mandatory />
        <p class="form-actions">
          <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Pubblica l’elenco degli ammessi</button>
        </p>
      </form>
    }
    <app-confirm-dialog #conferma titolo="Pubblicare l’elenco degli ammessi?" conferma="Pubblica l’elenco">
      <p>{{ cheCosa() }} Lo leggono tutti, e non si può cambiare: quello che decidi dopo va in un elenco successivo.</p>
      <p>
        Ogni ente ammesso riceve un messaggio.
        @if (prossimo().inAttesa > 0) {
          Le persone che hanno dato il consenso siedono da oggi.
        }
      </p>
    </app-confirm-dialog>
  `,
})
export class ElencoForm {
  readonly ambito = input.required<string>();
  readonly avviso = input.required<string>();
  readonly prossimo = input.required<Prossimo>();
  readonly pubblicato = output();
  protected readonly cheCosa = computed(() => inParole(this.prossimo()));
  protected readonly model = signal({ determinaNumero: '', determinaData: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, ElencoAmmessiInput));
  private readonly conferma = viewChild.required<ConfirmDialog>('conferma');
  readonly #commands = elenchiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    const input = ElencoAmmessiInput.parse(this.model());
    if (!(await this.conferma().ask(() => this.#commands.pubblica(this.ambito(), this.avviso(), input, idempotencyKey)))) return;
    this.model.set({ determinaNumero: '', determinaData: '' });
    this.#annunci.notify('Elenco degli ammessi pubblicato.');
    this.pubblicato.emit();
  });
}

function inParole({ ammesse, nonAmmesse, daDecidere }: Prossimo): string {
  const nuove = `Da mettere nell’elenco: ${conta(ammesse, 'designazione ammessa', 'designazioni ammesse', 'nessuna designazione ammessa')}, ${conta(nonAmmesse, 'non ammessa', 'non ammesse', 'nessuna non ammessa')}.`;
  return daDecidere === 0 ? nuove : `${nuove} ${conta(daDecidere, 'è ancora da decidere', 'sono ancora da decidere')}.`;
}
