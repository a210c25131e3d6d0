import { Component, computed, input } from '@angular/core';
import { VerbaleRiga } from './verbale-riga';
import { VERBALE_ATTESO } from './verbale-atteso';
import { verbaliDellIncontroResource } from './verbali-pubblici.api';

/** The published verbale of an incontro that is over, with those that corrected it; or that it is to come. A section of another page. */
@Component({
  selector: 'app-verbale-dell-incontro',
  imports: [VerbaleRiga],
  host: { class: 'd-block' },
  template: `
    @if (verbali.hasValue()) {
      @if (pubblicati().length > 0) {
        <section class="highlight" aria-labelledby="titolo-verbale">
          <h2 class="h5" id="titolo-verbale">Il verbale</h2>
          @for (verbale of pubblicati(); track verbale.id) {
            <app-verbale-riga [verbale]="verbale" [ambito]="ambito()" [level]="3" [conTavoli]="false" />
          }
        </section>
      } @else {
        <p>{{ atteso }}</p>
      }
    }
  `,
})
export class VerbaleDellIncontro {
  readonly ambito = input.required<string>();
  /** Id of the incontro. */
  readonly incontro = input.required<string>();
  protected readonly atteso = VERBALE_ATTESO;
  protected readonly verbali = verbaliDellIncontroResource(this.ambito, this.incontro);
  protected readonly pubblicati = computed(() => (this.verbali.value()?.items ?? []).filter(({ stato }) => stato === 'pubblicato'));
}
