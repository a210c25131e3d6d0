import { Component, computed, input } from '@angular/core';
import { STATI_ITER } from './iter.labels';

/** The state of something of the iter, in words and colour. */
@Component({
  selector: 'app-stato-iter',
  template: `<span [attr.class]="'stato stato-' + shown()[1]">{{ shown()[0] }}</span>`,
})
export class StatoIter {
  readonly stato = input.required<keyof typeof STATI_ITER>();
  protected readonly shown = computed(() => STATI_ITER[this.stato()]);
}
