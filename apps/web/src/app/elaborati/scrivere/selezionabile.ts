import { Component, ElementRef, inject } from '@angular/core';
import { ultimaSelezione } from '../../scrittura/selezione';

/** Text of which a passage may be selected: `selezione()` is the last one, also after a click elsewhere. */
@Component({ selector: 'app-selezionabile', template: '<ng-content />', host: { class: 'd-block' }, exportAs: 'selezionabile' })
export class Selezionabile {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly selezione = ultimaSelezione(() => this.#host.nativeElement);
}
