import { Component, input } from '@angular/core';
import type { FieldBase } from './field-base';
import { Icon } from '../icon';

/** The frame around one control: label above, then help, then error, then the control itself (projected). */
@Component({
  selector: 'app-field-frame',
  imports: [Icon],
  host: { class: 'd-block' },
  template: `
    <div class="field" [class.field-invalid]="field().message()">
      <label class="field-label" [attr.for]="field().id()">
        {{ field().label() }}
        @if (field().isMandatory()) {
          <span class="field-mandatory" aria-hidden="true"> *</span>
        }
      </label>
      @if (field().hint(); as hint) {
        <p class="field-hint" [id]="field().hintId()">{{ hint }}</p>
      }
      @if (field().message(); as message) {
        <p class="field-error" [id]="field().errorId()">
          <app-icon name="error" size="xs" /><span><span class="visually-hidden">Errore: </span>{{ message }}</span>
        </p>
      }
      <ng-content />
    </div>
  `,
})
export class FieldFrame {
  readonly field = input.required<FieldBase>();
}
