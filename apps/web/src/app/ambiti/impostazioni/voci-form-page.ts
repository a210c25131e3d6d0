import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ELENCHI_AMBITO, ElencoAmbitoInput, type ElencoAmbito, type ImpostazioniView } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { NumberField } from '../../ui/fields/number-field';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
import { formModel } from '../../ui/forms/form-model';
import { submission } from '../../ui/forms/submission';
import { impostazioniCommands, impostazioniResource } from './impostazioni.api';

const PAROLE: Readonly<Record<ElencoAmbito, { readonly titolo: string; readonly testo: string; readonly voce: string }>> = {
  fondi: { titolo: 'Fondi', testo: 'Da dove vengono le risorse del Piano.', voce: 'Fondo' },
  leps: {
    titolo: 'Livelli essenziali (LEPS)',
    testo: 'I livelli essenziali delle prestazioni sociali, con la fonte che li elenca.',
    voce: 'Livello',
  },
  obiettivi: {
    titolo: 'Obiettivi della Regione',
    testo: 'Che cosa la programmazione della Regione chiede a ogni ambito.',
    voce: 'Obiettivo',
  },
};

type Voce = Omit<ElencoAmbitoInput['voci'][number], 'fonte'> & { fonte: string };
interface Model {
  voci: Voce[];
}

/** A list of the ambito, each voce with its code and where it comes from: one that is taken away is withdrawn, and stays where it was used. */
@Component({
  selector: 'app-voci-form-page',
  imports: [Busy, ErrorSummary, FormField, NumberField, ResourceState, TextField],
  templateUrl: './voci-form-page.html',
})
export class VociFormPage {
  readonly ambito = input.required<string>();
  readonly elenco = input.required<string>({ alias: 'quale' });
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly quale = computed(() => ELENCHI_AMBITO.find(e => e === this.elenco()) ?? 'fondi');
  protected readonly parole = computed(() => PAROLE[this.quale()]);
  readonly #salvate = computed(() => this.impostazioni.value()?.elenchi[this.quale()] ?? []);
  protected readonly model = formModel(
    () => ({ id: this.quale(), salvate: this.#salvate() }),
    ({ salvate }): Model => ({ voci: salvate.filter(v => !v.ritirata).map(diModulo) }),
  );
  protected readonly f = form(this.model, path => validateStandardSchema(path, () => ElencoAmbitoInput as never));
  /** How many at the end have no code yet: those before keep theirs, which is what the schede remember. */
  protected readonly nuove = linkedSignal({ source: this.#salvate, computation: () => 0 });
  protected readonly ritirate = computed(() =>
    this.#salvate()
      .filter(v => v.ritirata && !this.#tenute().some(m => m.codice === v.codice))
      .map(diModulo),
  );
  readonly #tenute = computed(() => this.model().voci.slice(0, this.model().voci.length - this.nuove()));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva(this.quale(), ElencoAmbitoInput.parse(this.model()));
    this.#annunci.notify('Elenco salvato.');
  });

  constructor() {
    pageMeta(() => ({ title: this.parole().titolo }));
  }

  protected nuova(posto: number): boolean {
    return posto >= this.#tenute().length;
  }

  protected aggiungi(): void {
    this.#voci(all => [...all, { codice: '', titolo: '', fonte: '', anno: null }]);
    this.nuove.update(n => n + 1);
    this.#annunci.announce('Voce aggiunta in fondo all’elenco.');
  }

  protected togli(posto: number): void {
    if (this.nuova(posto)) this.nuove.update(n => n - 1);
    this.#voci(all => all.filter((_, i) => i !== posto));
  }

  protected riprendi(voce: Voce): void {
    const tenute = this.#tenute().length;
    this.#voci(all => [...all.slice(0, tenute), voce, ...all.slice(tenute)]);
    this.#annunci.announce(`${voce.titolo}: di nuovo nell’elenco.`);
  }

  protected sposta(posto: number): void {
    this.#voci(all => all.map((voce, i) => (i === posto - 1 ? (all[posto] ?? voce) : i === posto ? (all[posto - 1] ?? voce) : voce)));
  }

  #voci(change: (all: Voce[]) => Voce[]): void {
    this.f.voci().value.set(change(this.model().voci));
    this.f.voci().markAsDirty();
  }
}

const diModulo = ({ codice, titolo, fonte, anno }: ImpostazioniView['elenchi'][ElencoAmbito][number]): Voce => ({
  codice,
  titolo,
  fonte: fonte ?? '',
  anno,
});
