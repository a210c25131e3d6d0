import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output } from '@angular/core';
import { type DecisioneInput, MODI_DECISIONE, type ModoDecisione } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { IdGenerator } from '../ui/id-generator';
import { NumberField } from '../ui/number-field';
import { RadioGroup } from '../ui/radio-group';
import { TextArea } from '../ui/text-area';
import { MODI } from './verbali.labels';

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
      @for (decisione of righe(); track $index) {
        <li>
          <fieldset class="fieldset-card" [disabled]="bloccata()">
            <legend class="h6">Decisione {{ $index + 1 }}</legend>
            <app-text-area label="Che cosa è stato deciso" [rows]="3" [limit]="4000" [readonly]="bloccata()" [value]="decisione.testo" (valueChange)="cambia($index, { testo: $event })" />
            <app-radio-group label="Come" [options]="modi" [disabled]="bloccata()" [value]="decisione.modo" (valueChange)="come($index, $event)" />
            @if (decisione.modo === 'maggioranza') {
              <div class="fields-grid">
                <app-number-field label="Favorevoli" mandatory [value]="decisione.favorevoli" (valueChange)="cambia($index, { favorevoli: $event })" />
                <app-number-field label="Contrari" mandatory [value]="decisione.contrari" (valueChange)="cambia($index, { contrari: $event })" />
                <app-number-field label="Astenuti" [value]="decisione.astenuti" (valueChange)="cambia($index, { astenuti: $event })" />
              </div>
            }
            <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli<span class="visually-hidden"> la decisione {{ $index + 1 }}</span></button>
          </fieldset>
        </li>
      }
    </ol>
    @if (!bloccata()) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" [disabled]="piene()" (click)="aggiungi()">Aggiungi una decisione</button></p>
    }
  `,
})
export class DecisioniForm {
  readonly decisioni = input.required<readonly DecisioneInput[]>();
  readonly bloccata = input(false);
  readonly cambiate = output<readonly DecisioneInput[]>();
  /** At once as it is typed: what comes from outside comes a little later. */
  protected readonly righe = linkedSignal(() => this.decisioni());
  protected readonly id = inject(IdGenerator).next('decisioni');
  protected readonly modi = MODI_DECISIONE.map(value => ({ value, label: MODI[value] }));
  protected readonly piene = computed(() => this.righe().length >= MASSIMO);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected cambia(index: number, parte: Partial<DecisioneInput>): void {
    this.#set(this.righe().map((d, i) => (i === index ? { ...d, ...parte } : d)));
  }

  protected come(index: number, modo: ModoDecisione | ''): void {
    if (modo !== '') this.cambia(index, modo === 'maggioranza' ? { modo } : { modo, ...SENZA_VOTI });
  }

  protected aggiungi(): void {
    this.#set([...this.righe(), VUOTA]);
    afterNextRender(() => [...this.#host.nativeElement.querySelectorAll('textarea')].at(-1)?.focus(), { injector: this.#injector });
  }

  protected togli(index: number): void {
    this.#set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Decisione ${index + 1} tolta.`);
    this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}`)?.focus();
  }

  #set(righe: readonly DecisioneInput[]): void {
    this.righe.set(righe);
    this.cambiate.emit(righe);
  }
}
