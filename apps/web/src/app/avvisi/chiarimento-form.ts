import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ChiarimentoInput } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { TextArea } from '../ui/fields/text-area';
import { ErrorSummary } from '../ui/forms/error-summary';
import { submission } from '../ui/forms/submission';
import { avvisiCommands } from './avvisi.api';

/** The office answers a question for everybody. Closed until it is needed. */
@Component({
  selector: 'app-chiarimento-form',
  imports: [Busy, ErrorSummary, FormField, TextArea],
  host: { class: 'd-block mb-4' },
  template: `
    @if (!aperto()) {
      <button type="button" class="btn btn-outline-primary" (click)="aperto.set(true)">Pubblica un chiarimento</button>
    } @else {
      <section aria-labelledby="titolo-chiarimento">
        <h3 class="h5" id="titolo-chiarimento">Nuovo chiarimento</h3>
        <p>Lo leggono tutti, non si può cambiare, e arriva agli enti che stanno rispondendo.</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          <app-text-area
            [formField]="f.domanda"
            label="Domanda"
            hint="Scrivila senza dire chi l’ha fatta."
            [rows]="3"
            [limit]="2000"
            mandatory
          />
          <app-text-area [formField]="f.risposta" label="Risposta" [rows]="5" [limit]="6000" mandatory />
          <p class="form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Pubblica il chiarimento</button>
            <button type="button" class="btn btn-outline-primary" (click)="aperto.set(false)">Torna indietro</button>
          </p>
        </form>
      </section>
    }
  `,
})
export class ChiarimentoForm {
  readonly ambito = input.required<string>();
  readonly avviso = input.required<string>();
  readonly pubblicato = output();
  protected readonly aperto = signal(false);
  protected readonly model = signal({ domanda: '', risposta: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, ChiarimentoInput));
  readonly #commands = avvisiCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async ({ idempotencyKey }) => {
    await this.#commands.chiarisci(this.ambito(), this.avviso(), this.model(), idempotencyKey);
    this.model.set({ domanda: '', risposta: '' });
    this.aperto.set(false);
    this.#annunci.notify('Chiarimento pubblicato. Gli enti che stanno rispondendo ricevono un messaggio.');
    this.pubblicato.emit();
  });
}
