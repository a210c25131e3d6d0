import { Component, input } from '@angular/core';
import type { TypedField } from '../ui/fields/typed-fields';

/** How the saving of a part stands, what typed in it is not saved, and who else is in it. */
@Component({
  selector: 'app-stato-scrittura',
  host: { class: 'd-block' },
  template: `
    <p class="save-state" [class.save-state-trouble]="!salvo()">
      {{ stato() }}
      @for (campo of daCorreggere(); track campo.id()) {
        <button type="button" class="link-button ms-2" (click)="mostra(campo)">
          <span class="visually-hidden">Vai al campo </span>{{ campo.label() }}
        </button>
      }
    </p>
    @if (altri(); as parole) {
      <p class="writer-note">
        <strong>{{ parole }}</strong>{{
          bloccata() ? ' Puoi leggere; quando avrà finito potrai scrivere tu.' : ' Quello che hai scritto resta qui.'
        }}
      </p>
    }
  `,
})
export class StatoScrittura {
  readonly stato = input.required<string>();
  readonly salvo = input.required<boolean>();
  /** The fields with something typed that cannot be saved. */
  readonly daCorreggere = input<readonly TypedField[]>([]);
  readonly altri = input.required<string | null>();
  readonly bloccata = input.required<boolean>();

  protected mostra(campo: TypedField): void {
    campo.reveal();
    campo.focus();
  }
}
