import { Component, ElementRef, inject, model } from '@angular/core';
import { type FormValueControl, transformedValue, type ValidationError } from '@angular/forms/signals';
import { instantToRomeWall, romeWallToInstant } from '@tavoli/shared';
import { FieldBase } from './field-base';
import { GroupFrame } from './group-frame';

interface Wall {
  readonly date: string;
  readonly time: string;
}

/**
 * A day and an hour on Italy's clock, wherever the reader's is. The value is the instant in RFC 3339 (UTC), or '' while empty.
 * The hour that spring skips is refused with the reason; of the hour that autumn repeats the first is meant.
 */
@Component({
  selector: 'app-date-time-field',
  imports: [GroupFrame],
  host: { class: 'd-block', '(focusout)': 'left($event)' },
  template: `
    <app-group-frame [field]="this">
      <div class="field-pair">
        <div>
          <label [attr.for]="id() + '-data'">Data</label>
          <input
            #date
            type="date"
            class="form-control"
            [id]="id() + '-data'"
            [value]="raw().date"
            [disabled]="disabled()"
            [attr.aria-required]="isMandatory() ? 'true' : null"
            [attr.aria-invalid]="ariaInvalid()"
            [attr.aria-describedby]="describedBy()"
            (input)="raw.set({ date: date.value, time: time.value })"
          />
        </div>
        <div>
          <label [attr.for]="id() + '-ora'">Ora</label>
          <input
            #time
            type="time"
            class="form-control"
            [id]="id() + '-ora'"
            [value]="raw().time"
            [disabled]="disabled()"
            [attr.aria-required]="isMandatory() ? 'true' : null"
            [attr.aria-invalid]="ariaInvalid()"
            [attr.aria-describedby]="describedBy()"
            (input)="raw.set({ date: date.value, time: time.value })"
          />
        </div>
      </div>
    </app-group-frame>
  `,
})
export class DateTimeField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly raw = transformedValue<string, Wall>(this.value, { parse, format });

  /** Touched once the focus has left both halves: not between the one and the other. */
  protected left({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && this.#host.nativeElement.contains(relatedTarget))) this.touch.emit();
  }

  focus(options?: FocusOptions): void {
    this.#host.nativeElement.querySelector('input')?.focus(options);
  }
}

function parse({ date, time }: Wall): { value?: string; error?: ValidationError.WithoutFieldTree } {
  if (date === '' && time === '') return { value: '' };
  if (date === '' || time === '') return { error: { kind: 'data', message: 'Indica sia la data sia l’ora.' } };
  const rome = romeWallToInstant(`${date}T${time}`);
  if (rome.ok) return { value: rome.instant.toISOString() };
  return rome.reason === 'ora_inesistente'
    ? {
        error: {
          kind: 'data',
          message: 'Quest’ora non esiste: quella notte, con l’ora legale, si passa dalle 2:00 alle 3:00. Scegline un’altra.',
        },
      }
    : { error: { kind: 'data', message: 'Scrivi una data e un’ora valide.' } };
}

function format(instant: string): Wall {
  if (instant === '') return { date: '', time: '' };
  const [date = '', time = ''] = instantToRomeWall(new Date(instant)).split('T');
  return { date, time };
}
