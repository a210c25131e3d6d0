import { Component, type ElementRef, input, model, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** One line of text: `<app-text-field [formField]="f.nome" label="Nome" mandatory autocomplete="given-name" />`. */
@Component({
  selector: 'app-text-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <input
        #control
        class="form-control"
        [id]="id()"
        [type]="type()"
        [value]="value()"
        [disabled]="disabled()"
        [readOnly]="readonly()"
        [attr.autocomplete]="autocomplete()"
        [attr.inputmode]="inputmode()"
        [attr.spellcheck]="type() === 'text' ? null : 'false'"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(control.value)"
        (blur)="leave()"
      />
    </app-field-frame>
  `,
})
export class TextField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'tel' | 'search' | 'url'>('text');
  /** The HTML autofill token, wherever the field asks something about the person (WCAG 1.3.5). */
  readonly autocomplete = input<string>();
  readonly inputmode = input<string>();
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
