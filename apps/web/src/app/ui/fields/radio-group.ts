import { Component, ElementRef, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { GroupFrame } from './group-frame';
import type { Option } from './option';

/** One choice among at most five, all visible. Empty string while nothing is chosen. */
@Component({
  selector: 'app-radio-group',
  imports: [GroupFrame],
  host: { class: 'd-block' },
  template: `
    <app-group-frame [field]="this">
      @for (option of options(); track option.value) {
        <div class="choice">
          <input
            type="radio"
            [name]="id()"
            [id]="id() + '-' + option.value"
            [value]="option.value"
            [checked]="value() === option.value"
            [disabled]="disabled()"
            [attr.aria-describedby]="option.hint ? id() + '-' + option.value + '-aiuto' : null"
            (change)="value.set(option.value)"
            (blur)="leave()"
          />
          <label [attr.for]="id() + '-' + option.value">{{ option.label }}</label>
          @if (option.hint) {
            <p class="choice-hint" [id]="id() + '-' + option.value + '-aiuto'">{{ option.hint }}</p>
          }
        </div>
      }
    </app-group-frame>
  `,
})
export class RadioGroup<V extends string = string> extends FieldBase implements FormValueControl<V | ''> {
  readonly value = model<V | ''>('');
  readonly options = input.required<readonly Option<V>[]>();
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  focus(options?: FocusOptions): void {
    const chosen =
      this.#host.nativeElement.querySelector<HTMLInputElement>('input:checked') ?? this.#host.nativeElement.querySelector('input');
    chosen?.focus(options);
  }
}
