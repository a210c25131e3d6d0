import { Component, type ElementRef, model, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

interface Written {
  readonly text: string;
  /** Something is typed that is no day. */
  readonly broken: boolean;
}

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
        [value]="raw().text"
        [disabled]="disabled()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="read(control)"
        (blur)="read(control); leave()"
      />
    </app-field-frame>
  `,
})
export class DateField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly raw = transformedValue<string, Written>(this.value, {
    parse: ({ text, broken }) =>
      broken ? { error: { kind: 'data', message: 'Scrivi una data intera: giorno, mese e anno.' } } : { value: text },
    format: text => ({ text, broken: false }),
  });

  /** Of half a date the browser tells nothing but that it is broken; what is bound stays, so that nothing typed is wiped out. */
  protected read({ value, validity: { badInput: broken } }: HTMLInputElement): void {
    const now = this.raw();
    const text = broken ? now.text : value;
    if (text !== now.text || broken !== now.broken) this.raw.set({ text, broken });
  }

  protected override typed() {
    return this.raw.parseErrors();
  }

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
