import { Component, computed, input, viewChildren } from '@angular/core';
import { BarraEditor } from '../../ui/editor/barra-editor';
import { LoadingBar } from '../../ui/loading-bar';
import { EsitiSezione } from '../esiti-sezione';
import { Documento } from '../../ui/editor/documento';
import { BozzaRimasta } from './bozza-rimasta';
import { SezioneScrittura } from './sezione-scrittura';
import type { VerbaleNascente } from './verbale-nascente';

/**
 * What is written of each punto of an incontro, one in sight. The others stay alive, so that what was written there is sent as soon as it can be, whichever punto
 * one has gone on to.
 */
@Component({
  selector: 'app-verbale-dei-punti',
  imports: [BarraEditor, BozzaRimasta, Documento, EsitiSezione, LoadingBar, SezioneScrittura],
  host: { class: 'd-block' },
  template: `
    @let di = nascente();
    @if (!di.pronto()) {
      <app-loading-bar [active]="true" />
    } @else {
      @if (di.puoScrivere()) {
        <app-barra-editor />
      }
      @for (sezione of di.sezioni(); track sezione.puntoId) {
        <div [hidden]="sezione.puntoId !== punto()">
          @if (di.puoScrivere()) {
            <app-sezione-scrittura [ambito]="ambito()" [verbale]="di.verbale()" [nasce]="nasce" [parte]="sezione" />
          } @else if (di.verbale() !== null) {
            <app-bozza-rimasta [sezione]="sezione" />
            <app-documento [documento]="sezione.documento" />
            <app-esiti-sezione [decisioni]="sezione.decisioni" [impegni]="sezione.impegni" />
          }
        </div>
      }
      @if (!di.puoScrivere() && di.verbale() === null) {
        <p class="text-muted">Gli appunti di questo incontro li scrive chi ne fa il verbale.</p>
      }
    }
  `,
})
export class VerbaleDeiPunti {
  readonly ambito = input.required<string>();
  readonly nascente = input.required<VerbaleNascente>();
  /** Id of the punto in sight. */
  readonly punto = input.required<string | null>();
  private readonly scritture = viewChildren(SezioneScrittura);
  /** Ids of the punti with something that is not saved. */
  readonly inSospeso = computed(() => new Set(this.scritture().flatMap(s => (s.inSospeso() ? [s.parte().puntoId] : []))));
  protected readonly nasce = () => this.nascente().nasce();
}
