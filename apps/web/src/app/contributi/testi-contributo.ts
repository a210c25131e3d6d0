import { Component, input } from '@angular/core';
import { SEGNO_OMISSIS, type TestiContributo } from '@tavoli/shared';

interface Pezzo {
  readonly testo: string;
  readonly omissis: boolean;
}

/** The words of a contributo; what was left out is said, also to who hears the page. The title stands elsewhere. */
@Component({
  selector: 'app-testi-contributo',
  host: { class: 'd-block' },
  template: `
    <!-- prettier-ignore -->
    <p class="pre-line">@for (pezzo of pezzi(testi().testo); track $index) {@if (pezzo.omissis) {<abbr class="omissis" title="Parte non pubblicata">{{ pezzo.testo }}</abbr>} @else {{{ pezzo.testo }}}}</p>
    @if (testi().risposte.length > 0) {
      <dl class="answers">
        @for (r of testi().risposte; track $index) {
          <dt>{{ r.domanda }}</dt>
          <dd class="pre-line">{{ r.testo }}</dd>
        }
      </dl>
    }
  `,
})
export class TestiContributoVista {
  readonly testi = input.required<TestiContributo>();
  protected readonly pezzi = (testo: string): Pezzo[] =>
    testo
      .split(SEGNO_OMISSIS)
      .flatMap((parte, i) => [...(i === 0 ? [] : [{ testo: SEGNO_OMISSIS, omissis: true }]), { testo: parte, omissis: false }]);
}
