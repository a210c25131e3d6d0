import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { CodiceInput, type StatoPerCodiceView } from '@tavoli/shared';
import { pageMeta } from '../page/page-meta';
import { Annunci } from '../ui/annunci';
import { Busy } from '../ui/busy';
import { DataPipe } from '../ui/words/dates';
import { ErrorSummary } from '../ui/forms/error-summary';
import { NIENTE_DA_PERDERE, submission } from '../ui/forms/submission';
import { TextField } from '../ui/fields/text-field';
import { codiceApi } from './contributi-pubblici.api';
import { SPIEGAZIONI } from './contributi.labels';
import { StatoContributoBadge } from './stato-contributo';

/** Where a contributo stands, by the short code of its receipt: state and dates, no text and no name. */
@Component({
  selector: 'app-codice-page',
  imports: [Busy, DataPipe, ErrorSummary, FormField, RouterLink, StatoContributoBadge, TextField],
  template: `
    <div class="container section">
      <h1>A che punto è il tuo contributo</h1>
      <form class="form-narrow" novalidate (submit)="invio.submit($event)">
        <app-error-summary [form]="f" [submission]="invio" />
        <app-text-field
          [formField]="f.codice"
          label="Codice della ricevuta"
          hint="È fatto così: CON-7K3M-9QXT."
          autocomplete="off"
          mandatory
        />
        <p class="form-actions"><button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Cerca</button></p>
      </form>
      @if (trovato(); as c) {
        <section class="highlight" aria-labelledby="titolo-trovato">
          <p class="highlight-kicker"><app-stato-contributo [stato]="c.stato" /></p>
          <h2 class="h4" id="titolo-trovato">Contributo {{ c.codice }}</h2>
          <p>{{ spiegazioni[c.stato] }}</p>
          <p>
            Inviato {{ c.inviatoAt | data: 'il' }} al tavolo {{ c.tavolo.nome }}.
            @if (c.moderareEntroAt; as entro) {
              Il referente decide se pubblicarlo {{ entro | data: 'entro il' }}.
            }
            @if (c.rispondereEntroAt; as entro) {
              Il tavolo risponde {{ entro | data: 'entro il' }}.
            }
          </p>
          @if (c.percorsoPubblico; as percorso) {
            <p><a [routerLink]="percorso">Leggi la pagina del contributo</a></p>
          }
        </section>
      }
      <p class="text-muted">
        Per leggere la risposta, riscriverlo o ritirarlo usa «Segui il contributo», in uno dei messaggi che hai ricevuto.
      </p>
    </div>
  `,
})
export class CodicePage {
  readonly ambito = input.required<string>();
  protected readonly model = signal({ codice: '' });
  protected readonly f = form(this.model, path => validateStandardSchema(path, CodiceInput));
  protected readonly trovato = signal<StatoPerCodiceView | null>(null);
  protected readonly spiegazioni = SPIEGAZIONI;
  readonly #api = codiceApi();
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(
    this.f,
    async () => {
      this.trovato.set(null);
      const trovato = await this.#api.cerca(this.ambito(), CodiceInput.parse(this.model()).codice);
      this.trovato.set(trovato);
      this.#annunci.announce(`Trovato. ${SPIEGAZIONI[trovato.stato]}`);
    },
    NIENTE_DA_PERDERE,
  );

  constructor() {
    pageMeta(() => ({ title: 'A che punto è il tuo contributo', description: 'Cerca un contributo con il codice della ricevuta.' }));
  }
}
