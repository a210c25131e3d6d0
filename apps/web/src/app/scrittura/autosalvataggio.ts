import { computed, type Signal, signal, type WritableSignal } from '@angular/core';
import type { Problem } from '@tavoli/shared';
import { type Conflitto, type Deposito, type Fase, type Forma, NON_NATA, type Rifiuto, type Salvata } from './autosalvataggio.tipi';
import type { BozzaSezione } from './bozza-sezione';

/** Quiet before what was typed is sent. */
export const PAUSA_MS = 1500;
const RIPROVA_MS = 5_000;
const ATTESA_TENUTA_MS = 15_000;

interface Base<S> {
  readonly version: number;
  readonly stesura: S;
}

/**
 * One section while it is written: sends what was typed after a pause, keeps trying without network, and never writes over what
 * somebody else has saved: it shows both and waits. What is not saved is kept in the browser at every key.
 */
export class Autosalvataggio<S, V extends Salvata> {
  readonly #forma: Forma<S, V>;
  readonly #deposito: Deposito<S, V>;
  readonly #base: WritableSignal<Base<S>>;
  readonly #stesura: WritableSignal<S>;
  readonly #fase = signal<Fase>('salvato');
  readonly #conflitto = signal<Conflitto<S, V> | null>(null);
  readonly #scartate = signal<readonly S[]>([]);
  readonly #salvatoAt = signal<Date | null>(null);
  readonly #motivo = signal<string | null>(null);
  readonly #rifiuti = signal<readonly Rifiuto[]>([]);
  #annulla: () => void = () => undefined;
  #volo: Promise<void> | null = null;
  /** Sent, and not known whether they arrived. */
  #incerte: readonly S[] = [];
  #arrivata: V | null = null;

  readonly fase = this.#fase.asReadonly();
  readonly conflitto = this.#conflitto.asReadonly();
  /** What was left out at a choice, latest first: it can be taken up again. */
  readonly scartate = this.#scartate.asReadonly();
  readonly salvatoAt = this.#salvatoAt.asReadonly();
  /** What the API said when it refused. */
  readonly motivo = this.#motivo.asReadonly();
  /** What it said of single fields, until something else is written. */
  readonly rifiuti = this.#rifiuti.asReadonly();
  readonly stesura: Signal<S>;
  readonly incompleti = computed(() => this.#forma.incompleti(this.#stesura()));
  /** Whether there is anything here that is not saved. */
  readonly modificata = computed(() => !this.#forma.uguali(this.#stesura(), this.#base().stesura));

  constructor(forma: Forma<S, V>, deposito: Deposito<S, V>, sezione: V, bozza: BozzaSezione<S> | null = null) {
    this.#forma = forma;
    this.#deposito = deposito;
    this.#base = signal<Base<S>>({ version: sezione.version, stesura: forma.di(sezione) });
    this.#stesura = signal<S>(forma.di(sezione));
    this.stesura = this.#stesura.asReadonly();
    if (bozza) this.#riprendiBozza(bozza, sezione);
  }

  /** What stands in the fields now. */
  scrivi(stesura: S): void {
    this.#stesura.set(stesura);
    this.#motivo.set(null);
    this.#rifiuti.set([]);
    this.#conserva();
    if (!this.#volo && this.#conflitto() === null) this.#programma();
  }

  /** Sends now what there is to send. Never rejects. */
  async invia(): Promise<void> {
    if (this.#volo) return this.#volo;
    this.#annulla();
    if (this.#conflitto() !== null || !this.#daInviare()) return;
    this.#volo = this.#manda(this.#forma.inviabile(this.#stesura()));
    await this.#volo;
    this.#volo = null;
    this.#prosegui();
  }

  /** Before a step that ends the writing. @returns whether everything that is written here is saved */
  async svuota(): Promise<boolean> {
    await this.#volo;
    await this.invia();
    return !this.modificata();
  }

  /** The section as somebody, perhaps oneself, has saved it. */
  arriva(sezione: V): void {
    if (sezione.version <= this.#base().version) return;
    if (this.#volo) {
      this.#arrivata = sezione;
      return;
    }
    const conflitto = this.#conflitto();
    if (conflitto) return this.#conflitto.set({ ...conflitto, loro: sezione });
    if (this.modificata()) this.#confronta(sezione);
    else this.#adotta(sezione);
    this.#conserva();
    if (this.#conflitto() === null) this.#programma();
  }

  /** The choice between the two: it stands on what was saved, so it can be sent. */
  decidi(scelta: S): void {
    const conflitto = this.#conflitto();
    if (!conflitto) return;
    if (!this.#forma.uguali(scelta, conflitto.mia)) this.#scartate.update(altre => [conflitto.mia, ...altre]);
    this.#base.set({ version: conflitto.loro.version, stesura: this.#forma.di(conflitto.loro) });
    this.#conflitto.set(null);
    this.scrivi(scelta);
    void this.invia();
  }

  /** Puts back a text that was left out; what stood here takes its place. */
  riprendi(scartata: S): void {
    if (this.#conflitto()) return;
    const qui = this.#stesura();
    this.#scartate.update(tutte => tutte.map(altra => (altra === scartata ? qui : altra)));
    this.scrivi(scartata);
  }

  dimentica(scartata: S): void {
    this.#scartate.update(tutte => tutte.filter(altra => altra !== scartata));
    this.#conserva();
  }

  /** No more timers; what is not saved stays in the browser. */
  chiudi(): void {
    this.#annulla();
  }

  #riprendiBozza(bozza: BozzaSezione<S>, sezione: V): void {
    this.#scartate.set(bozza.scartate);
    if (this.#forma.uguali(bozza.stesura, bozza.base) || this.#forma.uguali(bozza.stesura, this.#forma.di(sezione)))
      return this.#conserva();
    this.#stesura.set(bozza.stesura);
    if (bozza.version !== sezione.version) {
      this.#base.set({ version: bozza.version, stesura: bozza.base });
      this.#confronta(sezione);
    }
    this.#conserva();
    if (this.#conflitto() === null) this.#programma();
  }

  async #manda(inviata: S): Promise<void> {
    this.#incerte = [...this.#incerte, inviata];
    this.#fase.set('in_invio');
    try {
      const { version } = await this.#deposito.salva(this.#base().version, inviata);
      this.#salvata({ version, stesura: inviata });
    } catch (error) {
      await this.#fallito(this.#deposito.problema(error));
    }
  }

  #daInviare(): boolean {
    return !this.#forma.uguali(this.#forma.inviabile(this.#stesura()), this.#base().stesura);
  }

  #programma(): void {
    this.#annulla();
    if (!this.#daInviare()) return this.#fase.set('salvato');
    if (this.#fase() !== 'senza_rete' && this.#fase() !== 'tenuta') this.#fase.set('da_salvare');
    this.#riprova(PAUSA_MS);
  }

  #riprova(ms: number): void {
    this.#annulla();
    this.#annulla = this.#deposito.tra(ms, () => void this.invia());
  }

  #salvata(base: Base<S>): void {
    this.#base.set(base);
    this.#incerte = [];
    this.#salvatoAt.set(this.#deposito.adesso());
    this.#motivo.set(null);
    this.#rifiuti.set([]);
    this.#fase.set('salvato');
    this.#conserva();
  }

  /** After an answer: what arrived, or was typed, meanwhile. */
  #prosegui(): void {
    const arrivata = this.#arrivata;
    this.#arrivata = null;
    if (arrivata) this.arriva(arrivata);
    if (this.#fase() === 'salvato') this.#programma();
  }

  async #fallito(problema: Problem): Promise<void> {
    if (problema.code === 'versione.superata' || problema.status === 412) {
      try {
        this.#confronta(await this.#deposito.leggi());
        return this.#conserva();
      } catch (error) {
        return this.#aspetta(this.#deposito.problema(error));
      }
    }
    this.#aspetta(problema);
  }

  #aspetta(problema: Problem): void {
    if (problema.code.endsWith('.sezione_tenuta')) {
      this.#fase.set('tenuta');
      this.#motivo.set(problema.detail ?? null);
      return this.#riprova(ATTESA_TENUTA_MS);
    }
    if (problema.status === 401) return this.#fase.set('sessione');
    if (problema.status >= 500 || problema.status === 412 || problema.status === 429) {
      this.#fase.set('senza_rete');
      return this.#riprova(RIPROVA_MS);
    }
    this.#rifiuti.set(problema.errors ?? []);
    this.#motivo.set(problema.errors?.[0]?.message ?? problema.detail ?? problema.title);
    this.#fase.set('rifiutato');
  }

  /**
   * Mine stands on an older version than `loro`. Where that is only my own text come back (an answer that got lost), or says nothing
   * new, mine goes on from it; else it is a conflict.
   */
  #confronta(loro: V): void {
    const salvata = this.#forma.di(loro);
    const mie = [this.#base().stesura, this.#forma.inviabile(this.#stesura()), ...this.#incerte];
    if (mie.some(mia => this.#forma.uguali(mia, salvata))) return this.#salvata({ version: loro.version, stesura: salvata });
    if (this.#base().version === NON_NATA && this.#forma.accoda)
      return this.#nasce(this.#forma.accoda(salvata, this.#stesura()), loro.version, salvata);
    this.#conflitto.set({ base: this.#base().stesura, mia: this.#stesura(), loro });
    this.#fase.set('conflitto');
    this.#annulla();
  }

  /** There is nothing to choose between: what was written here goes after what stands there. */
  #nasce(unita: S, version: number, stesura: S): void {
    this.#incerte = [];
    this.#base.set({ version, stesura });
    this.#stesura.set(unita);
    this.#fase.set('salvato');
    this.#conserva();
  }

  #adotta(sezione: V): void {
    this.#incerte = [];
    this.#base.set({ version: sezione.version, stesura: this.#forma.di(sezione) });
    this.#stesura.set(this.#forma.di(sezione));
  }

  #conserva(): void {
    const scartate = this.#scartate();
    const { version, stesura: base } = this.#base();
    this.#deposito.conserva(this.modificata() || scartate.length > 0 ? { version, base, stesura: this.#stesura(), scartate } : null);
  }
}
