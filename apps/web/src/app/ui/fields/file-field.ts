import { afterRenderEffect, booleanAttribute, Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { FieldBase } from './field-base';
import { FieldFrame } from './field-frame';
import { fileSize } from '../words/file-size';
import { Icon } from '../icon';

interface Chosen {
  readonly file: File;
  readonly tipo: 'pdf' | 'firmato' | 'altro';
}

const FIRMATO =
  'Questo file è firmato (.p7m): qui serve il PDF che contiene. Aprilo con il programma con cui si firma, salva il PDF e carica quello.';
/** Readers look for the header of a PDF so far into a file. */
const TESTA = 1024 + 5;

/** By its first bytes; of an envelope only the API can tell more than its name does. */
function tipoDi(nome: string, testa: string): Chosen['tipo'] {
  if (testa.startsWith('%PDF-')) return 'pdf';
  if (nome.toLowerCase().endsWith('.p7m')) return 'firmato';
  return testa.includes('%PDF-') ? 'pdf' : 'altro';
}

/**
 * A PDF to send, or a table. Type (by content) and size are checked at once and told as errors of the field; the API checks them again.
 * `progress` (0 to 1) is what `uploader()` reports while it is being sent.
 */
@Component({
  selector: 'app-file-field',
  imports: [FieldFrame, Icon],
  host: { class: 'd-block' },
  template: `
    <app-field-frame [field]="this">
      <input
        #control
        type="file"
        [accept]="accept()"
        class="form-control field-file"
        [id]="id()"
        [disabled]="disabled()"
        [attr.aria-required]="isMandatory() ? 'true' : null"
        [attr.aria-invalid]="ariaInvalid()"
        [attr.aria-describedby]="describedBy()"
        (change)="choose(control.files?.item(0))"
        (blur)="leave()"
      />
      @if (raw(); as chosen) {
        <p class="field-file-chosen">
          <app-icon name="document" /><span>{{ chosen.file.name }} ({{ size(chosen.file.size) }})</span>
          <button type="button" class="link-button" (click)="choose(null)">
            Togli<span class="visually-hidden"> il file {{ chosen.file.name }}</span>
          </button>
        </p>
      }
      @if (progress() !== null) {
        <progress class="field-progress" max="1" [value]="progress()" aria-label="Avanzamento dell’invio"></progress>
      }
    </app-field-frame>
  `,
})
export class FileField extends FieldBase implements FormValueControl<File | null> {
  readonly value = model<File | null>(null);
  /** Largest size in bytes that the API takes. */
  readonly maxBytes = input(10 * 1024 * 1024);
  /** A table instead: the API says what it could not read of it. */
  readonly tabella = input(false, { transform: booleanAttribute });
  /** A PDF in a signed envelope is taken too. */
  readonly firmato = input(false, { transform: booleanAttribute });
  protected readonly accept = computed(() =>
    this.tabella() ? '.csv,.txt,.xlsx,.ods,text/csv' : `application/pdf,.pdf${this.firmato() ? ',.p7m' : ''}`,
  );
  readonly progress = input<number | null>(null);
  protected readonly size = fileSize;
  private readonly controlRef = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly raw = transformedValue<File | null, Chosen | null>(this.value, {
    parse: chosen => {
      if (chosen === null) return { value: null };
      if (chosen.file.size === 0) return { value: null, error: { kind: 'file.vuoto', message: 'Il file è vuoto: scegline un altro.' } };
      if (chosen.tipo === 'firmato' && !this.firmato() && !this.tabella())
        return { value: null, error: { kind: 'file.firmato', message: FIRMATO } };
      if (chosen.tipo === 'altro' && !this.tabella())
        return {
          value: null,
          error: {
            kind: 'file.non_pdf',
            message: 'Il file non è un PDF valido. Salva o scandisci di nuovo il documento come PDF: una fotografia non va bene.',
          },
        };
      const max = this.maxBytes();
      if (chosen.file.size > max)
        return {
          value: null,
          error: {
            kind: 'file.troppo_grande',
            message: `Il file supera la dimensione massima: pesa ${fileSize(chosen.file.size)}, il massimo è ${fileSize(max)}.`,
          },
        };
      return { value: chosen.file };
    },
    format: file => (file === null ? null : { file, tipo: 'pdf' }),
  });

  constructor() {
    super();
    // Emptied from outside, once sent: the browser's control must let go of the file too, or the same one could not be chosen again.
    afterRenderEffect(() => {
      if (this.value() === null && this.raw() === null) this.controlRef().nativeElement.value = '';
    });
  }

  protected async choose(file: File | null | undefined): Promise<void> {
    if (!file) {
      this.raw.set(null);
      this.controlRef().nativeElement.value = '';
      return;
    }
    const testa = await file.slice(0, TESTA).text();
    this.raw.set({ file, tipo: tipoDi(file.name, testa) });
    this.leave();
  }

  protected override typed() {
    return this.raw.parseErrors();
  }

  focus(options?: FocusOptions): void {
    this.controlRef().nativeElement.focus(options);
  }
}
