import { Component, ElementRef, inject, model } from '@angular/core';
import { type FormValueControl, transformedValue, type ValidationError } from '@angular/forms/signals';
import { instantToRomeWall, romeWallToInstant } from '@tavoli/shared';
import { FieldBase } from './field-base';
import { GroupFrame } from './group-frame';

interface Wall {
  readonly date: string;
  readonly time: string;
  /** Half a day or half an hour is typed. */
  readonly broken: boolean;
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
            (input)="read(date, time)"
            (blur)="read(date, time)"
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
            (input)="read(date, time)"
            (blur)="read(date, time)"
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

  /** Of a half that is half written the browser tells nothing but that it is broken; what is bound stays, so that nothing typed is wiped out. */
  protected read(date: HTMLInputElement, time: HTMLInputElement): void {
    const now = this.raw();
    const next = {
      date: date.validity.badInput ? now.date : date.value,
      time: time.validity.badInput ? now.time : time.value,
      broken: date.validity.badInput || time.validity.badInput,
    };
    if (next.date !== now.date || next.time !== now.time || next.broken !== now.broken) this.raw.set(next);
  }

  /** Touched once the focus has left both halves: not between the one and the other. */
  protected left({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && this.#host.nativeElement.contains(relatedTarget))) this.leave();
  }

  protected override typed() {
    return this.raw.parseErrors();
  }

  focus(options?: FocusOptions): void {
    this.#host.nativeElement.querySelector('input')?.focus(options);
  }
}

function parse({ date, time, broken }: Wall): { value?: string; error?: ValidationError.WithoutFieldTree } {
  if (broken) return { error: { kind: 'data', message: 'Scrivi per intero sia la data sia l’ora.' } };
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
  if (instant === '') return { date: '', time: '', broken: false };
  const [date = '', time = ''] = instantToRomeWall(new Date(instant)).split('T');
  return { date, time, broken: false };
}
