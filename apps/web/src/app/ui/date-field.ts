import { Component, type ElementRef, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** A day, `YYYY-MM-DD`, or '' while empty; for an instant: DateTimeField. */
@Component({
  selector: 'app-date-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <input
        #control
        type="date"
        class="form-control w-auto"
        [id]="id()"
        [value]="value()"
        [disabled]="disabled()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(control.value)"
        (blur)="touch.emit()"
      />
    </app-field-frame>
  `,
})
export class DateField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
