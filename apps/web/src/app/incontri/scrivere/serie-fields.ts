import { Component, computed, effect, input, untracked } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type DataSerieView, dateSerie, formatDataOra, instantToRomeWall, SERIE_MASSIMA, SerieInput } from '@tavoli/shared';
import { DateField } from '../../ui/fields/date-field';
import { NumberField } from '../../ui/fields/number-field';
import { optionsOf } from '../../ui/fields/option';
import { RadioGroup } from '../../ui/fields/radio-group';
import { type Cadenza, type IncontroModel, serieInput } from './incontro.model';

const CADENZE: Readonly<Record<Cadenza, string>> = {
  nessuna: 'Non si ripete',
  settimane: 'Ogni una o più settimane',
  mese: 'Ogni mese, nello stesso giorno della settimana',
};

/** How the incontro repeats, with the dates that would be made, before they are. */
@Component({
  selector: 'app-serie-fields',
  imports: [DateField, FormField, NumberField, RadioGroup],
  template: `
    @let f = serie();
    <app-radio-group
      [formField]="f.cadenza"
      label="Si ripete?"
      hint="Ogni incontro della serie resta poi libero di cambiare."
      [options]="cadenze"
    />
    @if (f.cadenza().value() !== 'nessuna') {
      <div class="fields-grid">
        @if (f.cadenza().value() === 'settimane') {
          <app-number-field [formField]="f.ogni" label="Ogni quante settimane" hint="2 vuol dire una settimana sì e una no." mandatory />
        }
        <app-date-field [formField]="f.finoAl" label="Fino al" mandatory />
      </div>
      <div role="status">
        @if (date(); as date) {
          <p>{{ riassunto() }} {{ quante() }}</p>
          <details class="details">
            <summary>Vedi le date</summary>
            <ol>
              @for (data of date; track data.wall) {
                <li>
                  {{ data.instant ? formatta(data.instant) : giorno(data.wall) + ': saltata, perché quella notte l’ora non esiste' }}
                  @for (conflitto of contro(data.wall); track $index) {
                    <span class="d-block"><strong>Attenzione.</strong> {{ conflitto.testo }}</span>
                  }
                </li>
              }
            </ol>
          </details>
        }
      </div>
    }
  `,
})
export class SerieFields {
  readonly serie = input.required<FieldTree<IncontroModel['serie']>>();
  readonly inizioAt = input.required<string>();
  /** What speaks against each date, once it is known. */
  readonly conflitti = input<readonly DataSerieView[]>([]);
  protected readonly cadenze = optionsOf(CADENZE);
  protected readonly formatta = formatDataOra;

  /** Null while the series is not told in full. */
  protected readonly date = computed(() => {
    const serie = SerieInput.safeParse(serieInput(this.serie()().value()));
    return serie.success && this.inizioAt() !== '' ? dateSerie(new Date(this.inizioAt()), serie.data) : null;
  });

  protected readonly riassunto = computed(() => {
    const made = (this.date() ?? []).filter(data => data.instant !== null);
    const last = made.at(-1)?.instant;
    if (!last) return 'La serie finisce prima di cominciare: controlla la data finale.';
    if (made.length === 1) return 'Con queste date l’incontro è uno solo.';
    const text = `Prepariamo ${made.length} bozze: l’ultima ${formatDataOra(last)}.`;
    return made.length >= SERIE_MASSIMA ? `${text} È il massimo per una serie.` : text;
  });

  constructor() {
    // Until the end of the year, as plans are made.
    effect(() => {
      const { cadenza, finoAl } = this.serie()().value();
      if (cadenza === 'nessuna' || finoAl !== '') return;
      const year = untracked(this.inizioAt).slice(0, 4) || instantToRomeWall(new Date()).slice(0, 4);
      this.serie().finoAl().value.set(`${year}-12-31`);
    });
  }

  protected readonly quante = computed(() => {
    const n = (this.date() ?? []).filter(({ wall }) => this.contro(wall).length > 0).length;
    if (n === 0) return '';
    return n === 1 ? 'Su una data c’è qualcosa da guardare.' : `Su ${n} date c’è qualcosa da guardare.`;
  });

  protected contro(wall: string): DataSerieView['conflitti'] {
    return this.conflitti().find(data => data.wall === wall)?.conflitti ?? [];
  }

  protected giorno(wall: string): string {
    return wall.slice(0, 10).split('-').reverse().join('/');
  }
}
