import { Component, ElementRef, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { GroupFrame } from './group-frame';
import type { Option } from './option';

/** Any number of choices; the value holds those made, in the order of the options. */
@Component({
  selector: 'app-checkbox-group',
  imports: [GroupFrame],
  host: { class: 'd-block' },
  template: `
    <app-group-frame [field]="this">
      @for (option of options(); track option.value) {
        <div class="choice">
          <input
            #box
            type="checkbox"
            [id]="id() + '-' + option.value"
            [checked]="value().includes(option.value)"
            [disabled]="disabled()"
            [attr.aria-describedby]="option.hint ? id() + '-' + option.value + '-aiuto' : null"
            (change)="toggle(option.value, box.checked)"
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
export class CheckboxGroup<V extends string = string> extends FieldBase implements FormValueControl<V[]> {
  readonly value = model<V[]>([]);
  readonly options = input.required<readonly Option<V>[]>();
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected toggle(changed: V, checked: boolean): void {
    const chosen = new Set(this.value());
    if (checked) chosen.add(changed);
    else chosen.delete(changed);
    this.value.set(
      this.options()
        .map(option => option.value)
        .filter(value => chosen.has(value)),
    );
  }

  focus(options?: FocusOptions): void {
    this.#host.nativeElement.querySelector('input')?.focus(options);
  }
}
