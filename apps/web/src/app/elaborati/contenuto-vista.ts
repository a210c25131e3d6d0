import { Component, computed, input } from '@angular/core';
import { type ContenutoSezione, type ElencoAmbito, formatValore, nomeVoce, type NomiVoci, sommaRisorse, vuoto } from '@tavoli/shared';
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
  protected readonly totale = computed(() => {
    const c = this.contenuto();
    return c.tipo === 'risorse' ? sommaRisorse(c.righe).totale : 0;
  });
}
