import { Component, type ElementRef, input, model, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** A password, which can be shown while it is typed; pasting and password managers work. */
@Component({
  selector: 'app-password-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <div class="field-with-button">
        <input
          #control
          class="form-control"
          [id]="id()"
          [type]="shown() ? 'text' : 'password'"
          [value]="value()"
          [disabled]="disabled()"
          [attr.autocomplete]="autocomplete()"
          autocapitalize="none"
          spellcheck="false"
          [attr.aria-required]="isMandatory() ? 'true' : null"
          [attr.aria-invalid]="ariaInvalid()"
          [attr.aria-describedby]="describedBy()"
          (input)="value.set(control.value)"
          (blur)="leave()"
        />
        <button
          type="button"
          class="btn btn-outline-primary btn-sm"
          [attr.aria-controls]="id()"
          [attr.aria-pressed]="shown()"
          (click)="shown.set(!shown())"
        >
          {{ shown() ? 'Nascondi' : 'Mostra' }}<span class="visually-hidden"> la password</span>
        </button>
      </div>
    </app-field-frame>
  `,
})
export class PasswordField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  protected readonly shown = signal(false);
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
