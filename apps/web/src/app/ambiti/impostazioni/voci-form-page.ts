import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { ELENCHI_AMBITO, ElencoAmbitoInput, type ElencoAmbito } from '@tavoli/shared';
import { pageMeta } from '../../page/page-meta';
import { ResourceState } from '../../page/resource-state';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { NumberField } from '../../ui/fields/number-field';
import { TextField } from '../../ui/fields/text-field';
import { ErrorSummary } from '../../ui/forms/error-summary';
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

/** A list of the ambito, each entry with its code and where it comes from. */
@Component({
  selector: 'app-voci-form-page',
  imports: [Busy, ErrorSummary, FormField, NumberField, ResourceState, TextField],
  template: `
    <div class="container section">
      <h1>{{ parole().titolo }}</h1>
      @if (impostazioni.hasValue()) {
        <p class="lead">{{ parole().testo }} Ogni voce ha un codice e dice da dove viene: si legge nella pagina «L’ufficio».</p>
        <form class="form-narrow" novalidate (submit)="invio.submit($event)">
          <app-error-summary [form]="f" [submission]="invio" />
          @for (voce of f.voci; track voce) {
            <fieldset class="fieldset-card">
              <legend class="h5">{{ parole().voce }} {{ $index + 1 }}</legend>
              <app-text-field [formField]="voce.codice" label="Codice" mandatory />
              <app-text-field [formField]="voce.titolo" label="Titolo" mandatory />
              <app-text-field [formField]="voce.fonte" label="Fonte" hint="L’atto o il documento che lo prevede." mandatory />
              <app-number-field [formField]="voce.anno" label="Anno della fonte" mandatory />
              <button type="button" class="btn btn-outline-danger btn-sm" (click)="togli($index)">Togli la voce {{ $index + 1 }}</button>
            </fieldset>
          } @empty {
            <p>Non c’è ancora nessuna voce.</p>
          }
          <p class="actions form-actions">
            <button type="submit" class="btn btn-primary" [appBusy]="invio.busy()">Salva l’elenco</button>
            <button type="button" class="btn btn-outline-primary" (click)="aggiungi()">Aggiungi una voce</button>
          </p>
        </form>
      } @else {
        <app-resource-state [of]="impostazioni" />
      }
    </div>
  `,
})
export class VociFormPage {
  readonly ambito = input.required<string>();
  readonly elenco = input.required<string>({ alias: 'quale' });
  protected readonly impostazioni = impostazioniResource(this.ambito);
  protected readonly quale = computed(() => ELENCHI_AMBITO.find(e => e === this.elenco()) ?? 'fondi');
  protected readonly parole = computed(() => PAROLE[this.quale()]);
  protected readonly model = linkedSignal<ElencoAmbitoInput>(() => ({
    voci: (this.impostazioni.value()?.elenchi[this.quale()] ?? []).map(v => ({ ...v })),
  }));
  protected readonly f = form(this.model, path => validateStandardSchema(path, ElencoAmbitoInput));
  readonly #commands = impostazioniCommands(this.ambito, this.impostazioni);
  readonly #annunci = inject(Annunci);

  protected readonly invio = submission(this.f, async () => {
    await this.#commands.salva(this.quale(), this.model());
    this.#annunci.notify('Elenco salvato.');
  });

  constructor() {
    pageMeta(() => ({ title: this.parole().titolo }));
  }

  protected aggiungi(): void {
    this.#voci(all => [...all, { codice: '', titolo: '', fonte: '', anno: new Date().getFullYear() }]);
    this.#annunci.announce('Voce aggiunta.');
  }

  protected togli(posto: number): void {
    this.#voci(all => all.filter((_, i) => i !== posto));
  }

  #voci(change: (all: ElencoAmbitoInput['voci']) => ElencoAmbitoInput['voci']): void {
    this.f.voci().value.set(change(this.model().voci));
    this.f.voci().markAsDirty();
  }
}
