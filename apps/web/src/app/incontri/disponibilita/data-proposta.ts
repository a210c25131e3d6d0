import { Component, debounced, effect, input, linkedSignal, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { DateTimeField } from '../../ui/fields/date-time-field';
import { ConflittiAvviso } from '../conflitti-avviso';
import { conflittiResource } from '../incontri.api';
import { conInizio, type DisponibilitaModel } from './disponibilita.model';

const PAUSE_MS = 500;

/** One of the days that are proposed, with what speaks against it. */
@Component({
  selector: 'app-data-proposta',
  imports: [ConflittiAvviso, DateTimeField, FormField],
  host: { class: 'd-block' },
  template: `
    <div class="fields-grid">
      <app-date-time-field [formField]="data().inizioAt" label="Inizio" mandatory />
      <app-date-time-field [formField]="data().fineAt" label="Fine" mandatory />
    </div>
    <div role="status"><app-conflitti-avviso [conflitti]="conflitti.value()?.items ?? []" /></div>
  `,
})
export class DataProposta {
  readonly ambito = input.required<string>();
  readonly tavolo = input.required<string>();
  readonly data = input.required<FieldTree<DisponibilitaModel['date'][number]>>();
  readonly #before = linkedSignal(() => untracked(() => this.data()().value()));
  /** As text: asked again only when it differs, and once the writer pauses. */
  readonly #tempo = debounced(() => {
    const { inizioAt, fineAt } = this.data()().value();
    return Date.parse(fineAt) > Date.parse(inizioAt) ? JSON.stringify({ inizioAt, fineAt }) : undefined;
  }, PAUSE_MS);
  protected readonly conflitti = conflittiResource(this.ambito, this.tavolo, () => {
    const question = this.#tempo.value();
    return question ? (JSON.parse(question) as { inizioAt: string; fineAt: string }) : undefined;
  });

  constructor() {
    effect(() => {
      const inizioAt = this.data().inizioAt().value();
      untracked(() => {
        const fine = this.data().fineAt();
        const before = this.#before();
        if (inizioAt !== before.inizioAt && !fine.dirty()) fine.value.set(conInizio(before, inizioAt).fineAt);
        this.#before.set(this.data()().value());
      });
    });
  }
}
