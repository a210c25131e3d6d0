import { Component, input } from '@angular/core';
import type { FieldBase } from './field-base';
import { Icon } from '../icon';

/** The frame around a group of choices: a fieldset named by its legend, with help and error tied to it. */
@Component({
  selector: 'app-group-frame',
  imports: [Icon],
  host: { class: 'd-block' },
  template: `
    <fieldset class="field" [class.field-invalid]="field().message()" [attr.aria-describedby]="field().describedBy()">
      <legend class="field-label">
        {{ field().label() }}
        @if (field().isMandatory()) {
          <span class="field-mandatory" aria-hidden="true"> *</span>
        }
      </legend>
      @if (field().hint(); as hint) {
        <p class="field-hint" [id]="field().hintId()">{{ hint }}</p>
      }
      @if (field().message(); as message) {
        <p class="field-error" [id]="field().errorId()">
          <app-icon name="error" size="xs" /><span><span class="visually-hidden">Errore: </span>{{ message }}</span>
        </p>
      }
      <ng-content />
    </fieldset>
  `,
})
export class GroupFrame {
  readonly field = input.required<FieldBase>();
}
