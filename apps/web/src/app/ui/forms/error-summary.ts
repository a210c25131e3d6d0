import { Component, computed, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { errorMessage, standing } from '../error-message';
import { Icon } from '../icon';
import { IdGenerator } from '../id-generator';
import type { Submission } from './submission';
import { type TypedField, TypedFields } from '../fields/typed-fields';

interface Line {
  readonly text: string;
  /** The field; absent for what belongs to none. */
  readonly go?: { readonly id: string; readonly focus: () => void };
}

/**
 * After a failed submit: what is wrong, in one place, with links to the fields. Takes the focus at each failure, so that it is read
 * out and the page scrolls to it. Stands first in the form: `<app-error-summary [form]="f" [submission]="invio" />`.
 */
@Component({
  selector: 'app-error-summary',
  imports: [Icon],
  host: { class: 'd-block' },
  template: `
    @if (lines().length > 0) {
      <section #box class="error-summary" tabindex="-1" [attr.aria-labelledby]="titleId">
        <h2 class="h5" [id]="titleId">
          <app-icon name="error" />{{ lines().length === 1 ? 'C’è un problema' : 'Ci sono ' + lines().length + ' problemi' }}
        </h2>
        <ul>
          @for (line of lines(); track line.go?.id ?? line.text) {
            <li>
              @if (line.go) {
                <a [href]="'#' + line.go.id" (click)="$event.preventDefault(); line.go.focus()">{{ line.text }}</a>
              } @else {
                {{ line.text }}
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class ErrorSummary {
  readonly form = input.required<FieldTree<unknown>>();
  readonly submission = input.required<Pick<Submission, 'failures'>>();
  protected readonly titleId = inject(IdGenerator).next('errori');
  readonly #fields = inject(TypedFields);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly boxRef = viewChild<ElementRef<HTMLElement>>('box');

  protected readonly lines = computed<Line[]>(() => {
    if (this.submission().failures() === 0) return [];
    const lines = new Map<string, Line>();
    for (const error of standing(this.form()().errorSummary())) {
      const line = this.#lineOf(error);
      // One line a field, as beside the field itself: the first thing to put right.
      const key = line.go?.id ?? line.text;
      if (!lines.has(key)) lines.set(key, line);
    }
    for (const field of this.#fields.wrongIn(this.#host.closest('form')))
      if (!lines.has(field.id())) lines.set(field.id(), typedLine(field));
    return [...lines.values()];
  });

  constructor() {
    effect(() => {
      if (this.submission().failures() > 0)
        setTimeout(() => {
          for (const wrong of this.#host.closest('form')?.querySelectorAll('.field-invalid') ?? []) scopri(wrong);
          this.boxRef()?.nativeElement.focus();
        });
    });
  }

  /** Names the field, and leads to it. */
  #lineOf(error: ValidationError.WithFieldTree): Line {
    const text = errorMessage(error);
    const field = error.fieldTree();
    if (field.formFieldBindings().length === 0) return { text };
    return {
      text: named(this.#fields.labelOf(field.name()), text),
      go: { id: field.name(), focus: () => (scopri(document.getElementById(field.name())), field.focusBoundControl()) },
    };
  }
}

/** Opens the parts of a form that an element stands in: what is closed cannot be gone to. */
function scopri(element: Element | null): void {
  for (let part = element?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true;
}

const named = (label: string | null, text: string): string => (label === null ? text : `${label.replace(/[:?.]$/, '')}: ${text}`);

const typedLine = (field: TypedField): Line => ({
  text: named(field.label(), field.wrong() ?? ''),
  go: { id: field.id(), focus: () => (scopri(field.element), field.focus()) },
});
