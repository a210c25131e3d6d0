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
        (change)="choose(control.value)"
        (blur)="leave()"
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
export class SelectField<V extends string = string> extends FieldBase implements FormValueControl<V | ''> {
  readonly value = model<V | ''>('');
  readonly options = input.required<readonly Option<V>[]>();
  /** The words of the empty choice; null for none. */
  readonly empty = input<string | null>('Scegli…');
  private readonly controlRef = viewChild.required<ElementRef<HTMLSelectElement>>('control');

  protected choose(value: string): void {
    this.value.set(this.options().find(option => option.value === value)?.value ?? '');
  }

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
