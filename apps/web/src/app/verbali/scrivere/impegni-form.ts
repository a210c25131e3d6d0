import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, output } from '@angular/core';
import { ImpegnoInput } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { DateField } from '../../ui/fields/date-field';
import { fieldErrors } from '../../ui/forms/field-errors';
import { IdGenerator } from '../../ui/id-generator';
import { type Row, rowsOf } from '../../ui/rows';
import { TextField } from '../../ui/fields/text-field';

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
      @for (riga of righe.all(); track riga.key) {
        @let impegno = riga.value;
        @let errori = problemi(riga);
        <li>
          <fieldset class="fieldset-card" [disabled]="bloccata()" (focusout)="righe.left(riga, $event)">
            <legend class="h6">Impegno {{ $index + 1 }}</legend>
            <app-text-field
              label="Che cosa si farà"
              [errors]="errori['testo'] ?? []"
              [touched]="righe.seen(riga)"
              [value]="impegno.testo"
              (valueChange)="cambia(riga, { testo: $event })"
            />
            <div class="fields-grid">
              <app-text-field
                label="Chi se ne occupa"
                hint="Un ente o una funzione; un nome solo se serve."
                [errors]="errori['chi'] ?? []"
                [touched]="righe.seen(riga)"
                [value]="impegno.chi"
                (valueChange)="cambia(riga, { chi: $event })"
              />
              <app-date-field
                label="Entro il (facoltativo)"
                [errors]="errori['entro'] ?? []"
                [touched]="righe.seen(riga)"
                [value]="impegno.entro ?? ''"
                (valueChange)="cambia(riga, { entro: $event || null })"
              />
            </div>
            <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli(riga, $index)">
              Togli<span class="visually-hidden"> l’impegno {{ $index + 1 }}</span>
            </button>
          </fieldset>
        </li>
      }
    </ol>
    @if (!bloccata()) {
      <p>
        <button type="button" class="btn btn-outline-primary btn-sm" [disabled]="pieni()" (click)="aggiungi()">Aggiungi un impegno</button>
      </p>
    }
  `,
})
export class ImpegniForm {
  readonly impegni = input.required<readonly ImpegnoInput[]>();
  readonly bloccata = input(false);
  readonly cambiati = output<readonly ImpegnoInput[]>();
  protected readonly righe = rowsOf(
    () => this.impegni(),
    impegni => this.cambiati.emit(impegni),
  );
  protected readonly id = inject(IdGenerator).next('impegni');
  protected readonly pieni = computed(() => this.righe.all().length >= MASSIMO);
  readonly #annunci = inject(Annunci);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #injector = inject(Injector);

  protected problemi({ value }: Row<ImpegnoInput>) {
    return fieldErrors(ImpegnoInput, value);
  }

  protected cambia(riga: Row<ImpegnoInput>, parte: Partial<ImpegnoInput>): void {
    this.righe.change(riga, parte);
  }

  protected aggiungi(): void {
    this.righe.add(VUOTO);
    afterNextRender(() => this.#host.nativeElement.querySelector<HTMLInputElement>('li:last-child input')?.focus(), {
      injector: this.#injector,
    });
  }

  protected togli(riga: Row<ImpegnoInput>, index: number): void {
    this.righe.remove(riga);
    this.#annunci.announce(`Impegno ${index + 1} tolto.`);
    this.#host.nativeElement.querySelector<HTMLElement>(`#${this.id}`)?.focus();
  }
}
