import { Component, input } from '@angular/core';
import type { Tone } from './annunci';

/** A remark inside the page, e.g. `<app-alert tone="warning">L’avviso chiude domani alle 12:00.</app-alert>`. Not announced. */
@Component({
  selector: 'app-alert',
  host: { class: 'd-block' },
  template: `<div [attr.class]="'alert alert-' + tone()"><ng-content /></div>`,
})
export class AlertBox {
  readonly tone = input<Tone>('info');
}
