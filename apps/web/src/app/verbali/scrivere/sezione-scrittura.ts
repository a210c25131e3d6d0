import { Component, input } from '@angular/core';
import type { Documento as TestoDocumento, SezioneView, VerbaleView } from '@tavoli/shared';
import { Documento } from '../../ui/editor/documento';
import { Editor } from '../../ui/editor/editor';
import { type Archivio, ScritturaBase } from '../../scrittura/scrittura-base';
import { StatoScrittura } from '../../scrittura/stato-scrittura';
import { TestoScartato } from '../../scrittura/testo-scartato';
import { ConflittoVista } from './conflitto-vista';
import { DecisioniForm } from './decisioni-form';
import { ImpegniForm } from './impegni-form';
import { FORMA_VERBALE, incompletiInParole, leggiStesura, type Stesura } from './stesura';
import { verbaliCommands } from '../verbali.api';

/** One section of a verbale while it is written: text, decisions and tasks. */
@Component({
  selector: 'app-sezione-scrittura',
  imports: [ConflittoVista, DecisioniForm, Documento, Editor, ImpegniForm, StatoScrittura, TestoScartato],
  template: `
    @let stesura = auto.stesura();
    <app-stato-scrittura [stato]="stato()" [salvo]="salvo()" [daCorreggere]="daCorreggere()" [altri]="altri()" [bloccata]="bloccata()" />
    @if (auto.conflitto(); as conflitto) {
      <app-conflitto-vista [conflitto]="conflitto" [titolo]="parte().titolo" (deciso)="decidi($event)" />
    } @else {
      @for (scartata of auto.scartate(); track $index) {
        <app-testo-scartato (rimesso)="riprendi(scartata)" (dimenticato)="auto.dimentica(scartata)"
          ><app-documento [documento]="scartata.documento"
        /></app-testo-scartato>
      }
      <app-editor
        [label]="'Testo: ' + parte().titolo"
        [hint]="''"
        [value]="stesura.documento"
        (valueChange)="scrivi({ documento: $event })"
        [readonly]="bloccata()"
      />
      <app-decisioni-form [decisioni]="stesura.decisioni" [bloccata]="bloccata()" (cambiate)="scrivi({ decisioni: $event })" />
      <app-impegni-form [impegni]="stesura.impegni" [bloccata]="bloccata()" (cambiati)="scrivi({ impegni: $event })" />
    }
  `,
})
export class SezioneScrittura extends ScritturaBase<Stesura, SezioneView> {
  readonly verbale = input.required<VerbaleView>();
  protected readonly incompletiInParole = incompletiInParole;
  readonly #commands = verbaliCommands();

  ripristina(documento: TestoDocumento): void {
    this.rimetti({ ...this.auto.stesura(), documento });
  }

  protected scrivi(parte: Partial<Stesura>): void {
    this.scriviTutta({ ...this.auto.stesura(), ...parte });
  }

  protected archivio(): Archivio<Stesura, SezioneView> {
    const [ambito, verbale, { id }] = [this.ambito(), this.verbale().id, this.parte()];
    return {
      cosa: 'verbale',
      forma: FORMA_VERBALE,
      leggiBozza: leggiStesura,
      salva: (version, { documento, decisioni, impegni }) =>
        this.#commands.salva(ambito, verbale, id, version, { documento, decisioni: [...decisioni], impegni: [...impegni] }),
      leggi: async () => (await this.#commands.leggi(ambito, verbale)).sezioni,
      tieni: () => this.#commands.tieni(ambito, verbale, id),
      lascia: () => this.#commands.lascia(ambito, verbale, id),
    };
  }
}
