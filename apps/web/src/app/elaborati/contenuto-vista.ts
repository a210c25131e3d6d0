import { Component, computed, input } from '@angular/core';
import {
  colonneRisorse,
  type ContenutoSezione,
  type ElencoAmbito,
  formatValore,
  nomeVoce,
  type NomiVoci,
  rigaInParole,
  type RigaRisorse,
  sommeRisorse,
  valoreInParole,
  vuoto,
} from '@tavoli/shared';
import { DataPipe } from '../ui/words/dates';
import { Documento } from '../ui/editor/documento';
import { EuroPipe } from '../ui/fields/euro-field';

/** What the codes of a part stand for. */
export interface Nomi {
  readonly comuni: readonly { readonly istat: string; readonly nome: string }[];
  /** Title of the obiettivo a scheda points at. */
  readonly obiettivo: string | null;
  /** Of the lists of the ambito; undefined: of what was accepted before they were its own. */
  readonly voci: NomiVoci | undefined;
}

/** A part of an elaborato as it is read: text, or a table with its headings. */
@Component({
  selector: 'app-contenuto-vista',
  imports: [DataPipe, Documento, EuroPipe],
  host: { class: 'd-block' },
  templateUrl: './contenuto-vista.html',
})
export class ContenutoVista {
  readonly contenuto = input.required<ContenutoSezione>();
  readonly nomi = input.required<Nomi>();
  /** Of the part, for who hears the table. */
  readonly titolo = input.required<string>();
  protected readonly vuota = computed(() => vuoto(this.contenuto()));
  protected readonly voce = (elenco: ElencoAmbito, codice: string): string => nomeVoce(this.nomi().voci, elenco, codice);
  protected readonly valore = (v: string | null): string => (v === null ? '' : formatValore(v));
  protected readonly comuni = computed(() => {
    const c = this.contenuto();
    return c.tipo === 'comuni' ? c.istat.map(istat => this.nomi().comuni.find(k => k.istat === istat)?.nome ?? istat) : [];
  });
  readonly #risorse = computed(() => {
    const c = this.contenuto();
    return c.tipo === 'risorse' ? c.righe : [];
  });
  protected readonly risposta = valoreInParole;
  protected readonly colonne = computed(() => colonneRisorse(this.#risorse()));
  /** Columns before that of the amounts. */
  protected readonly quante = computed(() => 2 + Object.values(this.colonne()).filter(Boolean).length);
  protected readonly somme = computed(() => sommeRisorse(this.#risorse()));
  protected readonly parole = (r: RigaRisorse) => rigaInParole(r, this.nomi().comuni);
}
