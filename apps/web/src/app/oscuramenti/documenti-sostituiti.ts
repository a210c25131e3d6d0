import { Component, computed, input } from '@angular/core';
import { DataPipe } from '../ui/words/dates';
import { sostituitiResource } from './sostituiti.api';

/** On the page where a file stood that held personal data: that it was replaced, or taken away. Never which words it held. */
@Component({
  selector: 'app-documenti-sostituiti',
  imports: [DataPipe],
  host: { class: 'd-block' },
  template: `
    @for (s of segni(); track $index) {
      <p class="alert alert-info">
        Un documento che era qui è stato {{ s.sostituito ? 'sostituito' : 'tolto' }} il
        <time [attr.datetime]="s.at">{{ s.at | data }}</time> perché conteneva dati personali.
      </p>
    }
  `,
})
export class DocumentiSostituiti {
  readonly ambito = input.required<string>();
  /** Of the page, within the ambito: `/incontri/…`. */
  readonly percorso = input.required<string>();
  readonly #sostituiti = sostituitiResource(this.ambito, this.percorso);
  protected readonly segni = computed(() => this.#sostituiti.value()?.items ?? []);
}
