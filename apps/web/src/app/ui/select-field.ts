import { Component, type ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';
import type { Option } from './option';

/** One choice among six or more (fewer: RadioGroup). Empty string while nothing is chosen. */
@Component({
  selector: 'app-select-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <select
        #control
        class="form-control field-select"
        [id]="id()"
        [disabled]="disabled()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (change)="value.set(control.value)"
        (blur)="touch.emit()"
      >
        @if (empty() !== null) {
          <option value="" [selected]="value() === ''">{{ empty() }}</option>
        }
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="value() === option.value">{{ option.label }}</option>
        }
      </select>
    </app-field-frame>
  `,
})
export class SelectField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly options = input.required<readonly Option[]>();
  /** The words of the empty choice; null for none. */
  readonly empty = input<string | null>('Scegli…');
  private readonly controlRef = viewChild.required<ElementRef<HTMLSelectElement>>('control');

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
