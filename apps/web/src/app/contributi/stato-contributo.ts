import { Component, input } from '@angular/core';
import { ETICHETTE_STATO_CONTRIBUTO, type StatoContributo } from '@tavoli/shared';
import { TONI } from './contributi.labels';

/** The state of a contributo, in words and colour. */
@Component({
  selector: 'app-stato-contributo',
  template: `<span [attr.class]="'stato stato-' + toni[stato()]">{{ etichette[stato()] }}</span>`,
})
export class StatoContributoBadge {
  readonly stato = input.required<StatoContributo>();
  protected readonly toni = TONI;
  protected readonly etichette = ETICHETTE_STATO_CONTRIBUTO;
}
