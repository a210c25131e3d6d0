import { booleanAttribute, Directive, input } from '@angular/core';

/**
 * For the button of an act that is under way: `<button class="btn btn-primary" [appBusy]="invio.busy()">Invia</button>`.
 * It stays focusable, does nothing meanwhile, and shows a spinner once a second has passed (in CSS).
 */
@Directive({
  selector: 'button[appBusy]',
  host: {
    '[attr.aria-disabled]': 'appBusy() ? "true" : null',
    '[attr.aria-busy]': 'appBusy() ? "true" : null',
    '[class.is-busy]': 'appBusy()',
    '(click)': 'hold($event)',
  },
})
export class Busy {
  readonly appBusy = input.required({ transform: booleanAttribute });

  protected hold(event: Event): void {
    if (!this.appBusy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
