import { Component, inject, input, output } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { OrariVerbaleInput, type VerbaleView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { DateTimeField } from '../../ui/fields/date-time-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { verbaliCommands } from '../verbali.api';

/** When the incontro really began and ended: asked, with nothing written in advance. */
@Component({
  selector: 'app-orari-form',
  imports: [Busy, DateTimeField, ErrorSummary, FormField],
  host: { class: 'd-block' },
  template: `
    <details class="details" [open]="verbale().orari === null">
      <summary>
        {{ verbale().orari === null ? 'Scrivi quando è cominciato e finito davvero' : 'Correggi l’ora di inizio e di fine' }}
      </summary>
      <form class="fieldset-card" novalidate aria-label="Ora effettiva" (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <p>L’ora della convocazione è solo quella prevista. Finché non scrivi questa, il verbale dice che non è stata annotata.</p>
        <div class="fields-grid">
          <app-date-time-field [formField]="f.inizioAt" label="È cominciato" mandatory />
          <app-date-time-field [formField]="f.fineAt" label="È finito" mandatory />
        </div>
        <p class="actions">
          <button type="submit" class="btn btn-outline-primary btn-sm" [appBusy]="invio.busy()">Salva l’ora effettiva</button>
        </p>
      </form>
    </details>
  `,
})
export class OrariForm {
  readonly ambito = input.required<string>();
  readonly verbale = input.required<VerbaleView>();
  readonly scritti = output();
  readonly #model = formModel(this.verbale, ({ orari }) => orari ?? { inizioAt: '', fineAt: '' });
  protected readonly f = form(this.#model, path => validateStandardSchema(path, OrariVerbaleInput));
  readonly #commands = verbaliCommands();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.orari(this.ambito(), this.verbale(), this.#model());
    this.#annunci.notify('Ora effettiva salvata.');
    this.scritti.emit();
  });
}
