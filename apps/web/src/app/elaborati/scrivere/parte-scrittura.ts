import { Component, input } from '@angular/core';
import type { ContenutoSezione, ElaboratoView, SezioneElaboratoView } from '@tavoli/shared';
import { type Archivio, ScritturaBase } from '../../scrittura/scrittura-base';
import { StatoScrittura } from '../../scrittura/stato-scrittura';
import { TestoScartato } from '../../scrittura/testo-scartato';
import { ConflittoParte } from './conflitto-parte';
import { FORMA_ELABORATO, incompletiInParole, leggiContenuto } from './contenuto.forma';
import { ContenutoVista, type Nomi } from '../contenuto-vista';
import { elaboratiCommands } from '../elaborati.api';
import { ParteForm } from './parte-form';

/** One part of an elaborato while it is written. */
@Component({
  selector: 'app-parte-scrittura',
  imports: [ConflittoParte, ContenutoVista, ParteForm, StatoScrittura, TestoScartato],
  template: `
    <app-stato-scrittura [stato]="stato()" [salvo]="salvo()" [daCorreggere]="daCorreggere()" [altri]="altri()" [bloccata]="bloccata()" />
    @if (auto.conflitto(); as conflitto) {
      <app-conflitto-parte [conflitto]="conflitto" [titolo]="parte().titolo" [nomi]="nomi()" (deciso)="decidi($event)" />
    } @else {
      @for (scartata of auto.scartate(); track $index) {
        <app-testo-scartato (rimesso)="riprendi(scartata)" (dimenticato)="auto.dimentica(scartata)">
          <app-contenuto-vista [contenuto]="scartata" [nomi]="nomi()" [titolo]="'Quello che avevi scritto in ' + parte().titolo" />
        </app-testo-scartato>
      }
      <app-parte-form
        [titolo]="parte().titolo"
        [contenuto]="auto.stesura()"
        [riferimenti]="elaborato().riferimenti"
        [bloccata]="bloccata()"
        [rifiuti]="auto.rifiuti()"
        (cambiato)="scriviTutta($event)"
      />
    }
  `,
})
export class ParteScrittura extends ScritturaBase<ContenutoSezione, SezioneElaboratoView> {
  readonly elaborato = input.required<ElaboratoView>();
  readonly nomi = input.required<Nomi>();
  protected readonly incompletiInParole = incompletiInParole;
  readonly #commands = elaboratiCommands();

  ripristina(contenuto: ContenutoSezione): void {
    this.rimetti(contenuto);
  }

  protected archivio(): Archivio<ContenutoSezione, SezioneElaboratoView> {
    const [ambito, elaborato, { id, tipo }] = [this.ambito(), this.elaborato().id, this.parte()];
    return {
      cosa: 'elaborato',
      forma: FORMA_ELABORATO,
      leggiBozza: leggiContenuto(tipo),
      salva: (version, contenuto) => this.#commands.salva(ambito, elaborato, id, version, contenuto),
      leggi: async () => (await this.#commands.leggi(ambito, elaborato)).sezioni,
      tieni: () => this.#commands.tieni(ambito, elaborato, id),
      lascia: () => this.#commands.lascia(ambito, elaborato, id),
    };
  }
}
