import { Component, input } from '@angular/core';

/** How the saving of a part stands, and who else is in it. */
@Component({
  selector: 'app-stato-scrittura',
  host: { class: 'd-block' },
  template: `
    <p class="save-state" [class.save-state-trouble]="!salvo()">{{ stato() }}</p>
    @if (altri(); as parole) {
      <p class="writer-note"><strong>{{ parole }}</strong>{{ bloccata() ? ' Puoi leggere; quando avrà finito potrai scrivere tu.' : ' Quello che hai scritto resta qui.' }}</p>
    }
  `,
})
export class StatoScrittura {
  readonly stato = input.required<string>();
  readonly salvo = input.required<boolean>();
  readonly altri = input.required<string | null>();
  readonly bloccata = input.required<boolean>();
}
