import { booleanAttribute, computed, Directive, inject, input, output } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { errorMessage, standing } from './error-message';
import { IdGenerator } from './id-generator';

/**
 * What every field of the kit has. The inputs after `mandatory` are fed by `[formField]`; errors show once the field was left or a
 * submit was tried. Extended by the fields, which add `value` (or `checked`) and a template.
 */
@Directive()
export abstract class FieldBase {
  /** The question or name of the field, always visible. */
  readonly label = input.required<string>();
  /** Help that stays visible below the label. */
  readonly hint = input<string>();
  /** Shows the field as compulsory; the rule itself belongs to the schema of the form. */
  readonly mandatory = input(false, { transform: booleanAttribute });

  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly disabled = input(false);
  readonly readonly = input(false);
  readonly required = input(false);
  readonly name = input('');
  readonly touch = output<void>();

  readonly #fallbackId = inject(IdGenerator).next('field');
  readonly id = computed(() => this.name() || this.#fallbackId);
  readonly isMandatory = computed(() => this.mandatory() || this.required());
  readonly message = computed(() => {
    const [first] = standing(this.errors());
    return this.touched() && first ? errorMessage(first) : null;
  });
  readonly hintId = computed(() => (this.hint() ? `${this.id()}-aiuto` : null));
  readonly errorId = computed(() => (this.message() ? `${this.id()}-errore` : null));
  readonly describedBy = computed(() => [this.errorId(), this.hintId()].filter(Boolean).join(' ') || null);
  readonly ariaInvalid = computed(() => (this.message() ? 'true' : null));
}
