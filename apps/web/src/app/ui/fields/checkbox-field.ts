import { Component, type ElementRef, model, viewChild } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { Icon } from '../icon';

/** A single yes: a declaration, a consent, a setting. A link may be projected after the label. */
@Component({
  selector: 'app-checkbox-field',
  imports: [Icon],
  host: { class: 'd-block' },
  template: `
    <div class="field" [class.field-invalid]="message()">
      @if (message(); as text) {
        <p class="field-error" [id]="errorId()">
          <app-icon name="error" size="xs" /><span><span class="visually-hidden">Errore: </span>{{ text }}</span>
        </p>
      }
      <div class="choice">
        <input
          #control
          type="checkbox"
          [id]="id()"
          [checked]="checked()"
          [disabled]="disabled()"
          [attr.aria-required]="isMandatory() ? 'true' : null"
          [attr.aria-invalid]="ariaInvalid()"
          [attr.aria-describedby]="describedBy()"
          (change)="checked.set(control.checked)"
          (blur)="leave()"
        />
        <label [attr.for]="id()"
          >{{ label() }}
          @if (isMandatory()) {
            <span class="field-mandatory" aria-hidden="true"> *</span>
          }
        </label>
        @if (hint(); as text) {
          <p class="choice-hint" [id]="hintId()">{{ text }}</p>
        }
        <div class="choice-hint"><ng-content /></div>
      </div>
    </div>
  `,
})
export class CheckboxField extends FieldBase implements FormCheckboxControl {
  readonly checked = model(false);
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
