import { Component, input } from '@angular/core';
import { ETICHETTE_STATO_ELABORATO, type StatoElaborato } from '@tavoli/shared';
import { TONI } from './elaborati.labels';

/** The state of an elaborato, in words and colour. */
@Component({
  selector: 'app-stato-elaborato',
  template: `<span [attr.class]="'stato stato-' + toni[stato()]">{{ etichette[stato()] }}</span>`,
})
export class StatoElaboratoBadge {
  readonly stato = input.required<StatoElaborato>();
  protected readonly toni = TONI;
  protected readonly etichette = ETICHETTE_STATO_ELABORATO;
}
