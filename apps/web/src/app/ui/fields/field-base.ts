import { booleanAttribute, computed, DestroyRef, Directive, ElementRef, inject, input, type OnInit, output, signal } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { errorMessage, standing } from '../error-message';
import { IdGenerator } from '../id-generator';
import { TypedFields } from './typed-fields';

/**
 * What every field of the kit has. The inputs after `mandatory` are fed by `[formField]`; errors show once the field was left or a
 * submit was tried. Extended by the fields, which add `value` (or `checked`) and a template; a field that parses text says in
 * `typed` what it could not read, and shows it by itself, also where it is bound by hand.
 */
@Directive()
export abstract class FieldBase implements OnInit {
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
  readonly #fields = inject(TypedFields);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #destroy = inject(DestroyRef);
  readonly #left = signal(false);
  readonly id = computed(() => this.name() || this.#fallbackId);
  readonly isMandatory = computed(() => this.mandatory() || this.required());
  readonly #typed = computed(() => {
    const [first] = this.typed();
    return first ? errorMessage(first) : null;
  });
  readonly #told = computed(() => this.#typed() !== null && (this.touched() || this.#left()));
  readonly message = computed(() => {
    if (this.#told()) return this.#typed();
    const [first] = standing(this.errors());
    return this.touched() && first ? errorMessage(first) : null;
  });
  readonly hintId = computed(() => (this.hint() ? `${this.id()}-aiuto` : null));
  readonly errorId = computed(() => (this.message() ? `${this.id()}-errore` : null));
  readonly describedBy = computed(() => [this.errorId(), this.hintId()].filter(Boolean).join(' ') || null);
  readonly ariaInvalid = computed(() => (this.message() ? 'true' : null));

  abstract focus(options?: FocusOptions): void;

  ngOnInit(): void {
    const [element, id, label, wrong, told] = [this.#element, this.id, this.label, this.#typed, this.#told];
    this.#destroy.onDestroy(this.#fields.add({ element, id, label, wrong, told, reveal: () => this.leave(), focus: () => this.focus() }));
  }

  /** The focus has left the field, or something was chosen: what is wrong with it by now is shown, until it is put right. */
  leave(): void {
    this.#left.set(this.#typed() !== null);
    this.touch.emit();
  }

  /** What stands in the control and is no value. */
  protected typed(): readonly ValidationError[] {
    return [];
  }
}
