import { Component, computed, input } from '@angular/core';
import type { StatoElaborato } from '@tavoli/shared';
import { STATI } from './elaborati.labels';

/** The state of an elaborato, in words and colour. */
@Component({
  selector: 'app-stato-elaborato',
  template: `<span [attr.class]="'stato stato-' + shown()[1]">{{ shown()[0] }}</span>`,
})
export class StatoElaboratoBadge {
  readonly stato = input.required<StatoElaborato>();
  protected readonly shown = computed(() => STATI[this.stato()]);
}
