import { Component, computed, input, signal } from '@angular/core';
import type { Documento as TestoDocumento, SezioneView, VerbaleView } from '@tavoli/shared';
import { Documento } from '../../ui/editor/documento';
import { Editor } from '../../ui/editor/editor';
import { NON_NATA } from '../../scrittura/autosalvataggio.tipi';
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
  /** Null: there is none yet, and `nasce` makes it. */
  readonly verbale = input.required<Pick<VerbaleView, 'id'> | null>();
  /** The verbale, made now if need be. */
  readonly nasce = input<() => Promise<VerbaleView>>(() => Promise.reject(new NonNato()));
  /** Whether something written here is not saved yet. */
  readonly inSospeso = computed(() => this.#pronta() && this.auto.modificata());
  readonly #pronta = signal(false);
  protected readonly incompletiInParole = incompletiInParole;
  readonly #commands = verbaliCommands();

  ripristina(documento: TestoDocumento): void {
    this.rimetti({ ...this.auto.stesura(), documento });
  }

  protected scrivi(parte: Partial<Stesura>): void {
    this.scriviTutta({ ...this.auto.stesura(), ...parte });
  }

  override ngOnInit(): void {
    super.ngOnInit();
    this.#pronta.set(true);
  }

  protected archivio(): Archivio<Stesura, SezioneView> {
    const ambito = this.ambito();
    return {
      cosa: 'verbale',
      primaDi: this.parte().puntoId,
      forma: FORMA_VERBALE,
      leggiBozza: leggiStesura,
      salva: async (version, { documento, decisioni, impegni }) => {
        const { verbale, sezione } = await this.#dove();
        return this.#commands.salva(ambito, verbale, sezione, version, { documento, decisioni: [...decisioni], impegni: [...impegni] });
      },
      leggi: async () => (await this.#commands.leggi(ambito, (await this.#dove()).verbale)).sezioni,
      tieni: async () => {
        // What is being typed is written once this has begun: who only looks makes no verbale.
        await Promise.resolve();
        if (this.verbale() === null && !this.auto.modificata()) throw new NonNato();
        const { verbale, sezione } = await this.#dove();
        return this.#commands.tieni(ambito, verbale, sezione);
      },
      lascia: async () => {
        const { verbale, sezione } = await this.#dove();
        return this.#commands.lascia(ambito, verbale, sezione);
      },
    };
  }

  /** Where this section is kept; made, with its verbale, if it is not there. */
  async #dove(): Promise<{ verbale: string; sezione: string }> {
    const [verbale, parte] = [this.verbale(), this.parte()];
    if (verbale !== null && parte.version !== NON_NATA) return { verbale: verbale.id, sezione: parte.id };
    const nato = await this.nasce()();
    const sezione = nato.sezioni.find(s => s.puntoId === parte.puntoId);
    if (sezione === undefined) throw new NonNato();
    return { verbale: nato.id, sezione: sezione.id };
  }
}

/** There is no section of this punto to write in. */
class NonNato extends Error {}
