import { Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** Text on several lines. With `limit`, how many characters are left is said as the end comes near; typing is never cut. */
@Component({
  selector: 'app-text-area',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <textarea
        #control
        class="form-control"
        [id]="id()"
        [rows]="rows()"
        [value]="value()"
        [disabled]="disabled()"
        [readOnly]="readonly()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(control.value)"
        (blur)="leave()"
      ></textarea>
      <p class="field-count" aria-live="polite">{{ left() }}</p>
    </app-field-frame>
  `,
})
export class TextArea extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly rows = input(5);
  /** Characters allowed by the schema. */
  readonly limit = input<number>();
  private readonly controlRef = viewChild.required<ElementRef<HTMLTextAreaElement>>('control');

  /** Silent until a tenth of the room is left, so that a screen reader is not interrupted at every key. */
  protected readonly left = computed(() => {
    const limit = this.limit();
    if (limit === undefined) return '';
    const left = limit - this.value().length;
    if (left > limit / 10) return '';
    return left >= 0 ? `Restano ${left} caratteri.` : `Hai superato il limite di ${-left} caratteri.`;
  });

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
