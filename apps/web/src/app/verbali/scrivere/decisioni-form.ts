import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output } from '@angular/core';
import { DecisioneInput, MODI_DECISIONE, type ModoDecisione } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { IdGenerator } from '../../ui/id-generator';
import { NumberField } from '../../ui/fields/number-field';
import { fieldErrors } from '../../ui/forms/field-errors';
import { RadioGroup } from '../../ui/fields/radio-group';
import { type Row, rowsOf } from '../../ui/rows';
import { TextArea } from '../../ui/fields/text-area';
import { MODI } from '../verbali.labels';

const VUOTA: DecisioneInput = { testo: '', modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null };
const SENZA_VOTI = { favorevoli: null, contrari: null, astenuti: null };
const MASSIMO = 30;

/** The decisions of a section: what, how, and the votes where there was a majority. */
@Component({
  selector: 'app-decisioni-form',
  imports: [NumberField, RadioGroup, TextArea],
  host: { class: 'd-block' },
  template: `
    <h3 class="h5 mt-4" [id]="id" tabindex="-1">Decisioni</h3>
    <ol class="list-plain" [attr.aria-labelledby]="id">
      @for (riga of righe.all(); track riga.key) {
        @let decisione = riga.value;
        @let errori = problemi(riga);
        <li>
          <fieldset class="fieldset-card" [disabled]="bloccata()" (focusout)="righe.left(riga, $event)">
            <legend class="h6">Decisione {{ $index + 1 }}</legend>
            <app-text-area
              label="Che cosa è stato deciso"
              [rows]="3"
              [limit]="4000"
              [readonly]="bloccata()"
              [errors]="errori['testo'] ?? []"
              [touched]="righe.seen(riga)"
              [value]="decisione.testo"
              (valueChange)="cambia(riga, { testo: $event })"
            />
            <app-radio-group
              label="Come"
              [options]="modi"
              [disabled]="bloccata()"
              [value]="decisione.modo"
              (valueChange)="come(riga, $event)"
            />
            @if (decisione.modo === 'maggioranza') {
              <div class="fields-grid">
                <app-number-field
                  label="Favorevoli"
                  mandatory
                  [errors]="errori['favorevoli'] ?? []"
                  [touched]="righe.seen(riga)"
                  [value]="decisione.favorevoli"
                  (valueChange)="cambia(riga, { favorevoli: $event })"
                />
                <app-number-field
                  label="Contrari"
                  mandatory
                  [errors]="errori['contrari'] ?? []"
                  [touched]="righe.seen(riga)"
                  [value]="decisione.contrari"
                  (valueChange)="cambia(riga, { contrari: $event })"
                />
                <app-number-field
                  label="Astenuti"
                  [errors]="errori['astenuti'] ?? []"
                  [touched]="righe.seen(riga)"
                  [value]="decisione.astenuti"
                  (valueChange)="cambia(riga, { astenuti: $event })"
                />
              </div>
            }
            <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli(riga, $index)">
              Togli<span class="visually-hidden"> la decisione {{ $index + 1 }}</span>
            </button>
          </fieldset>
        </li>
      }
    </ol>
    @if (!bloccata()) {
      <p>
        <button type="button" class="btn btn-outline-primary btn-sm" [disabled]="piene()" (click)="aggiungi()">
          Aggiungi una decisione
        </button>
      </p>
    }
  `,
})
export class DecisioniForm {
  readonly decisioni = input.required<readonly DecisioneInput[]>();
  readonly bloccata = input(false);
  readonly cambiate = output<readonly DecisioneInput[]>();
  protected readonly righe = rowsOf(
    () => this.decisioni(),
    decisioni => this.cambiate.emit(decisioni),
  );
  protected readonly id = inject(IdGenerator).next('decisioni');
  protected readonly modi = MODI_DECISIONE.map(value => ({ value, label: MODI[value] }));
  protected readonly piene = computed(() => this.righe.all().length >= MASSIMO);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected problemi({ value }: Row<DecisioneInput>) {
    return fieldErrors(DecisioneInput, value);
  }

  protected cambia(riga: Row<DecisioneInput>, parte: Partial<DecisioneInput>): void {
    this.righe.change(riga, parte);
  }

  protected come(riga: Row<DecisioneInput>, modo: ModoDecisione | ''): void {
    if (modo !== '') this.cambia(riga, modo === 'maggioranza' ? { modo } : { modo, ...SENZA_VOTI });
  }

  protected aggiungi(): void {
    this.righe.add(VUOTA);
    afterNextRender(() => [...this.#host.nativeElement.querySelectorAll('textarea')].at(-1)?.focus(), { injector: this.#injector });
  }

  protected togli(riga: Row<DecisioneInput>, index: number): void {
    this.righe.remove(riga);
    this.#annunci.announce(`Decisione ${index + 1} tolta.`);
    this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}`)?.focus();
  }
}
