import { Component, computed, input } from '@angular/core';
import type { StatoContributo } from '@tavoli/shared';
import { STATI } from './contributi.labels';

/** The state of a contributo, in words and colour. */
@Component({
  selector: 'app-stato-contributo',
  template: `<span [attr.class]="'stato stato-' + shown()[1]">{{ shown()[0] }}</span>`,
})
export class StatoContributoBadge {
  readonly stato = input.required<StatoContributo>();
  protected readonly shown = computed(() => STATI[this.stato()]);
}
