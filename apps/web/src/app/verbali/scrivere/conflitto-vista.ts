import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { formatDataOra, type Scelta, testoDi } from '@tavoli/shared';
import { Documento } from '../../ui/editor/documento';
import { IdGenerator } from '../../ui/id-generator';
import { RadioGroup } from '../../ui/fields/radio-group';
import { DiffTesto } from '../../scrittura/diff-testo';
import { EsitiSezione } from '../esiti-sezione';
import { componi, type ConflittoSezione, daScegliere, SCELTE_INIZIALI, type Stesura, stesuraDi, unisciStesure } from './stesura';

const OPZIONI: readonly { readonly value: Scelta; readonly label: string }[] = [
  { value: 'entrambi', label: 'Tutti e due' },
  { value: 'mio', label: 'Il mio' },
  { value: 'loro', label: 'Quello salvato' },
];

/** Two texts grown from one, side by side, with what they would be together: the person decides, and what is left out is kept. */
@Component({
  selector: 'app-conflitto-vista',
  imports: [DiffTesto, Documento, EsitiSezione, RadioGroup],
  host: { class: 'd-block' },
  templateUrl: './conflitto-vista.html',
})
export class ConflittoVista {
  readonly conflitto = input.required<ConflittoSezione>();
  readonly titolo = input.required<string>();
  readonly deciso = output<Stesura>();
  protected readonly id = inject(IdGenerator).next('conflitto');
  protected readonly opzioni = OPZIONI;
  protected readonly stesuraDi = stesuraDi;
  protected readonly unione = computed(() => unisciStesure(this.conflitto().base, this.conflitto().mia, stesuraDi(this.conflitto().loro)));
  /** Made anew when somebody saves again meanwhile: the choices were about another text. */
  protected readonly scelte = linkedSignal({ source: this.unione, computation: () => SCELTE_INIZIALI });
  protected readonly unito = computed(() => componi(this.unione(), this.scelte()));
  protected readonly daScegliere = computed(() => daScegliere(this.unione()));
  protected readonly passaggi = computed(() =>
    this.unione().documento.conflitti.map(({ mio, loro }) => ({ mio: mio.map(testoDi).join('\n'), loro: loro.map(testoDi).join('\n') })),
  );
  protected readonly mio = computed(() => testoDi(this.conflitto().mia.documento));
  protected readonly loro = computed(() => testoDi(this.conflitto().loro.documento));
  protected readonly chi = computed(() => {
    const { aggiornataDa, aggiornataAt } = this.conflitto().loro;
    return [aggiornataDa, aggiornataAt === null ? null : formatDataOra(new Date(aggiornataAt))].filter(Boolean).join(', ');
  });

  protected sceltaDi(index: number): Scelta {
    return this.scelte().documento[index] ?? 'entrambi';
  }

  protected scegli(index: number, scelta: Scelta | ''): void {
    if (scelta === '') return;
    const tutte = this.passaggi().map((_, i) => (i === index ? scelta : this.sceltaDi(i)));
    this.scelte.update(s => ({ ...s, documento: tutte }));
  }

  protected scegliElenco(quale: 'decisioni' | 'impegni', scelta: Scelta | ''): void {
    if (scelta !== '') this.scelte.update(s => ({ ...s, [quale]: scelta }));
  }
}
