import { Component, type ElementRef, model, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** A whole number, written by hand (no spinner: it changes by mistake when the page scrolls). Empty is null. */
@Component({
  selector: 'app-number-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <input
        #control
        class="form-control field-short"
        inputmode="numeric"
        autocomplete="off"
        [id]="id()"
        [value]="raw()"
        [disabled]="disabled()"
        [readOnly]="readonly()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="raw.set(control.value)"
        (blur)="leave()"
      />
    </app-field-frame>
  `,
})
export class NumberField extends FieldBase implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly raw = transformedValue<number | null, string>(this.value, {
    parse: raw => {
      const text = raw.trim();
      if (text === '') return { value: null };
      return /^-?\d{1,9}$/.test(text) ? { value: Number(text) } : { error: { kind: 'numero', message: 'Scrivi un numero intero.' } };
    },
    format: value => (value === null ? '' : String(value)),
  });

  protected override typed() {
    return this.raw.parseErrors();
  }

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
