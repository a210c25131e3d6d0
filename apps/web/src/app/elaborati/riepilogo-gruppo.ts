import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { anniDi, type GruppoSchede, nomeAnno, nomeChiPaga, type RiepilogoElaboratiView } from '@tavoli/shared';
import { EuroPipe } from '../ui/fields/euro-field';
import { IdGenerator } from '../ui/id-generator';
import { StatoElaboratoBadge } from './stato-elaborato';

interface Divisione {
  readonly titolo: string;
  readonly cosa: string;
  readonly nota?: string;
  /** Whether each row says how many schede it adds up. */
  readonly schede: boolean;
  readonly righe: readonly { readonly nome: string; readonly schede?: number; readonly totale: number }[];
}

/** Some schede added up: by source and year, by payer, tavolo and area, and one by one. */
@Component({
  selector: 'app-riepilogo-gruppo',
  imports: [EuroPipe, RouterLink, StatoElaboratoBadge],
  host: { class: 'd-block mb-5', role: 'region', '[attr.aria-labelledby]': 'id' },
  templateUrl: './riepilogo-gruppo.html',
})
export class RiepilogoGruppo {
  readonly ambito = input.required<string>();
  readonly titolo = input.required<string>();
  readonly spiegazione = input.required<string>();
  readonly gruppo = input.required<GruppoSchede>();
  readonly elenchi = input.required<Pick<RiepilogoElaboratiView, 'fondi' | 'comuni'>>();
  protected readonly id = inject(IdGenerator).next('schede');
  protected readonly nomeAnno = nomeAnno;
  protected readonly anni = computed(() => anniDi(this.gruppo().totale.perAnno));
  /** Only the sources that somebody pays from: all of them do not fit a page. */
  protected readonly fonti = computed(() => this.elenchi().fondi.filter(f => (this.gruppo().totale.perFonte[f.codice] ?? 0) > 0));
  protected readonly divisioni = computed<readonly Divisione[]>(() => {
    const { tavoli, aree, totale } = this.gruppo();
    const doppie = aree.reduce((somma, a) => somma + a.schede, 0) > this.gruppo().schede.length;
    return [
      { titolo: 'Per chi paga', cosa: 'Chi paga', schede: false, righe: this.#pagano(totale.perChi) },
      { titolo: 'Per tavolo', cosa: 'Tavolo', schede: true, righe: tavoli.map(({ tavolo, ...t }) => ({ nome: tavolo.nome, ...t })) },
      {
        titolo: 'Per area',
        cosa: 'Area',
        ...(doppie && { nota: 'Un tavolo di più aree conta in ognuna: la somma delle aree supera il totale.' }),
        schede: true,
        righe: aree.map(({ area, ...a }) => ({ nome: area?.nome ?? 'Senza area', ...a })),
      },
    ];
  });

  /** Comuni in the order of their names, then the others, then what nobody said. */
  #pagano(perChi: GruppoSchede['totale']['perChi']): Divisione['righe'] {
    const { comuni } = this.elenchi();
    const posto = (chi: string): number => {
      const comune = comuni.findIndex(c => c.istat === chi);
      return comune >= 0 ? comune : comuni.length + ['ambito', 'altro', ''].indexOf(chi);
    };
    return Object.entries(perChi)
      .sort(([a], [b]) => posto(a) - posto(b))
      .map(([chi, totale]) => ({ nome: chi === 'altro' ? 'Altri soggetti' : nomeChiPaga(chi, comuni), totale }));
  }
}
