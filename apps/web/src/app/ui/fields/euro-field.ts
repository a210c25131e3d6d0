import { Component, type ElementRef, model, Pipe, type PipeTransform, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { formatEuro, leggiEuro, scriviEuro } from '@tavoli/shared';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';

/** An amount in euro, as Italians write it; its value is whole cents. Empty is null. */
@Component({
  selector: 'app-euro-field',
  imports: [FieldFrame],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <input
        #control
        class="form-control field-short"
        inputmode="decimal"
        autocomplete="off"
        [id]="id()"
        [value]="raw()"
        [disabled]="disabled()"
        [readOnly]="readonly()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (input)="raw.set(control.value)"
        (blur)="leave()"
      />
    </app-field-frame>
  `,
})
export class EuroField extends FieldBase implements FormValueControl<number | null> {
  readonly value = model<number | null>(null);
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly raw = transformedValue<number | null, string>(this.value, {
    parse: raw => {
      if (raw.trim() === '') return { value: null };
      const centesimi = leggiEuro(raw);
      return centesimi === null
        ? {
            error: {
              kind: 'euro',
              message: 'Scrivi l’importo in euro come 1.500,00: i centesimi dopo la virgola, al massimo due cifre, senza segno.',
            },
          }
        : { value: centesimi };
    },
    format: value => (value === null ? '' : scriviEuro(value)),
  });

  protected override typed() {
    return this.raw.parseErrors();
  }

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}

/** `{{ adesione.totale | euro }}`: `1.500,00 €`, from whole cents. */
@Pipe({ name: 'euro' })
export class EuroPipe implements PipeTransform {
  transform(centesimi: number): string {
    return formatEuro(centesimi);
  }
}
