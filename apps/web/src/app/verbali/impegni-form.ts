import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output } from '@angular/core';
import type { ImpegnoInput } from '@tavoli/shared';
import { Annunci } from '../ui/annunci';
import { DateField } from '../ui/date-field';
import { IdGenerator } from '../ui/id-generator';
import { TextField } from '../ui/text-field';

const VUOTO: ImpegnoInput = { testo: '', chi: '', entro: null };
const MASSIMO = 50;

/** The tasks taken on in a section: what, who, by when. */
@Component({
  selector: 'app-impegni-form',
  imports: [DateField, TextField],
  host: { class: 'd-block' },
  template: `
    <h3 class="h5 mt-4" [id]="id" tabindex="-1">Impegni</h3>
    <ol class="list-plain" [attr.aria-labelledby]="id">
      @for (impegno of righe(); track $index) {
        <li>
          <fieldset class="fieldset-card" [disabled]="bloccata()">
            <legend class="h6">Impegno {{ $index + 1 }}</legend>
            <app-text-field label="Che cosa si farà" [value]="impegno.testo" (valueChange)="cambia($index, { testo: $event })" />
            <div class="fields-grid">
              <app-text-field label="Chi se ne occupa" hint="Un ente o una funzione; un nome solo se serve." [value]="impegno.chi" (valueChange)="cambia($index, { chi: $event })" />
              <app-date-field label="Entro il (facoltativo)" [value]="impegno.entro ?? ''" (valueChange)="cambia($index, { entro: $event || null })" />
            </div>
            <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli<span class="visually-hidden"> l’impegno {{ $index + 1 }}</span></button>
          </fieldset>
        </li>
      }
    </ol>
    @if (!bloccata()) {
      <p><button type="button" class="btn btn-outline-primary btn-sm" [disabled]="pieni()" (click)="aggiungi()">Aggiungi un impegno</button></p>
    }
  `,
})
export class ImpegniForm {
  readonly impegni = input.required<readonly ImpegnoInput[]>();
  readonly bloccata = input(false);
  readonly cambiati = output<readonly ImpegnoInput[]>();
  /** At once as it is typed: what comes from outside comes a little later. */
  protected readonly righe = linkedSignal(() => this.impegni());
  protected readonly id = inject(IdGenerator).next('impegni');
  protected readonly pieni = computed(() => this.righe().length >= MASSIMO);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected cambia(index: number, parte: Partial<ImpegnoInput>): void {
    this.#set(this.righe().map((impegno, i) => (i === index ? { ...impegno, ...parte } : impegno)));
  }

  protected aggiungi(): void {
    this.#set([...this.righe(), VUOTO]);
    afterNextRender(() => this.#host.nativeElement.querySelector<HTMLInputElement>('li:last-child input')?.focus(), { injector: this.#injector });
  }

  protected togli(index: number): void {
    this.#set(this.righe().filter((_, i) => i !== index));
    this.#annunci.announce(`Impegno ${index + 1} tolto.`);
    this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}`)?.focus();
  }

  #set(righe: readonly ImpegnoInput[]): void {
    this.righe.set(righe);
    this.cambiati.emit(righe);
  }
}
