import { computed, signal } from '@angular/core';
import type { Problem, SezioneView } from '@tavoli/shared';
import type { BozzaSezione } from './bozza-sezione';
import { incompleti, inviabile, type Stesura, stesuraDi, uguali } from './stesura';

/** Quiet before what was typed is sent. */
export const PAUSA_MS = 1500;
const RIPROVA_MS = 5_000;
const ATTESA_TENUTA_MS = 15_000;

export type Fase = 'salvato' | 'da_salvare' | 'in_invio' | 'senza_rete' | 'tenuta' | 'sessione' | 'rifiutato' | 'conflitto';

/** What I wrote and what was saved meanwhile, both grown from `base`: the person decides. */
export interface ConflittoSezione {
  readonly base: Stesura;
  readonly mia: Stesura;
  readonly loro: SezioneView;
}

/** Where the text goes, and the clock. */
export interface Deposito {
  salva(version: number, stesura: Stesura): Promise<SezioneView>;
  /** The section as it is saved now. */
  leggi(): Promise<SezioneView>;
  problema(error: unknown): Problem;
  /** Does the work later, once. @returns how to give it up */
  tra(ms: number, work: () => void): () => void;
  adesso(): Date;
  /** Keeps in this browser what is not saved yet; null: nothing. */
  conserva(bozza: BozzaSezione | null): void;
}

interface Base {
  readonly version: number;
  readonly stesura: Stesura;
}

/**
 * One section while it is written: sends what was typed after a pause, keeps trying without network, and never writes over what
 * somebody else has saved: it shows both and waits. What is not saved is kept in the browser at every key.
 */
export class Autosalvataggio {
  readonly #deposito: Deposito;
  readonly #base;
  readonly #stesura;
  readonly #fase = signal<Fase>('salvato');
  readonly #conflitto = signal<ConflittoSezione | null>(null);
  readonly #scartata = signal<Stesura | null>(null);
  readonly #salvatoAt = signal<Date | null>(null);
  readonly #motivo = signal<string | null>(null);
  #annulla: () => void = () => undefined;
  #inVolo = false;
  #ultimaInviata: Stesura | null = null;
  #arrivata: SezioneView | null = null;

  readonly fase = this.#fase.asReadonly();
  readonly conflitto = this.#conflitto.asReadonly();
  /** What was left out at the last choice: it can be taken up again. */
  readonly scartata = this.#scartata.asReadonly();
  readonly salvatoAt = this.#salvatoAt.asReadonly();
  /** What the API said when it refused. */
  readonly motivo = this.#motivo.asReadonly();
  readonly stesura;
  readonly incompleti = computed(() => incompleti(this.#stesura()));
  /** Whether there is anything here that is not saved. */
  readonly modificata = computed(() => !uguali(this.#stesura(), this.#base().stesura));

  constructor(deposito: Deposito, sezione: SezioneView, bozza: BozzaSezione | null = null) {
    this.#deposito = deposito;
    this.#base = signal<Base>({ version: sezione.version, stesura: stesuraDi(sezione) });
    this.#stesura = signal<Stesura>(stesuraDi(sezione));
    this.stesura = this.#stesura.asReadonly();
    if (bozza) this.#riprendiBozza(bozza, sezione);
  }

  /** What stands in the fields now. */
  scrivi(stesura: Stesura): void {
    this.#stesura.set(stesura);
    this.#motivo.set(null);
    this.#conserva();
    if (!this.#inVolo && this.#conflitto() === null) this.#programma();
  }

  /** Sends now what there is to send. Never rejects. */
  async invia(): Promise<void> {
    this.#annulla();
    if (this.#inVolo || this.#conflitto() !== null || !this.#daInviare()) return;
    const inviata = inviabile(this.#stesura());
    this.#ultimaInviata = inviata;
    this.#inVolo = true;
    this.#fase.set('in_invio');
    try {
      const { version } = await this.#deposito.salva(this.#base().version, inviata);
      this.#salvata({ version, stesura: inviata });
    } catch (error) {
      await this.#fallito(this.#deposito.problema(error));
    } finally {
      this.#inVolo = false;
    }
    this.#prosegui();
  }

  /** The section as somebody, perhaps oneself, has saved it. */
  arriva(sezione: SezioneView): void {
    if (sezione.version <= this.#base().version) return;
    if (this.#inVolo) {
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
  decidi(scelta: Stesura): void {
    const conflitto = this.#conflitto();
    if (!conflitto) return;
    if (!uguali(scelta, conflitto.mia)) this.#scartata.set(conflitto.mia);
    this.#base.set({ version: conflitto.loro.version, stesura: stesuraDi(conflitto.loro) });
    this.#conflitto.set(null);
    this.scrivi(scelta);
    void this.invia();
  }

  /** Puts back what was left out at the last choice; what stood here takes its place. */
  riprendiScartata(): void {
    const scartata = this.#scartata();
    if (!scartata || this.#conflitto()) return;
    this.#scartata.set(this.#stesura());
    this.scrivi(scartata);
  }

  dimenticaScartata(): void {
    this.#scartata.set(null);
    this.#conserva();
  }

  /** No more timers; what is not saved stays in the browser. */
  chiudi(): void {
    this.#annulla();
  }

  #riprendiBozza(bozza: BozzaSezione, sezione: SezioneView): void {
    this.#scartata.set(bozza.scartata);
    if (uguali(bozza.stesura, bozza.base) || uguali(bozza.stesura, stesuraDi(sezione))) return this.#conserva();
    this.#stesura.set(bozza.stesura);
    if (bozza.version !== sezione.version) {
      this.#base.set({ version: bozza.version, stesura: bozza.base });
      this.#confronta(sezione);
    }
    this.#conserva();
    if (this.#conflitto() === null) this.#programma();
  }

  #daInviare(): boolean {
    return !uguali(inviabile(this.#stesura()), this.#base().stesura);
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

  #salvata(base: Base): void {
    this.#base.set(base);
    this.#salvatoAt.set(this.#deposito.adesso());
    this.#motivo.set(null);
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
    if (problema.code === 'verbale.sezione_tenuta') {
      this.#fase.set('tenuta');
      this.#motivo.set(problema.detail ?? null);
      return this.#riprova(ATTESA_TENUTA_MS);
    }
    if (problema.status === 401) return this.#fase.set('sessione');
    if (problema.status >= 500 || problema.status === 412 || problema.status === 429) {
      this.#fase.set('senza_rete');
      return this.#riprova(RIPROVA_MS);
    }
    this.#motivo.set(problema.errors?.[0]?.message ?? problema.detail ?? problema.title);
    this.#fase.set('rifiutato');
  }

  /**
   * Mine stands on an older version than `loro`. Where that is only my own text come back (an answer that got lost), or says nothing
   * new, mine goes on from it; else it is a conflict.
   */
  #confronta(loro: SezioneView): void {
    const salvata = stesuraDi(loro);
    const mie = [this.#base().stesura, inviabile(this.#stesura()), ...(this.#ultimaInviata ? [this.#ultimaInviata] : [])];
    if (mie.some(mia => uguali(mia, salvata))) return this.#salvata({ version: loro.version, stesura: salvata });
    this.#conflitto.set({ base: this.#base().stesura, mia: this.#stesura(), loro });
    this.#fase.set('conflitto');
    this.#annulla();
  }

  #adotta(sezione: SezioneView): void {
    this.#base.set({ version: sezione.version, stesura: stesuraDi(sezione) });
    this.#stesura.set(stesuraDi(sezione));
  }

  #conserva(): void {
    const scartata = this.#scartata();
    const { version, stesura: base } = this.#base();
    this.#deposito.conserva(this.modificata() || scartata ? { version, base, stesura: this.#stesura(), scartata } : null);
  }
}
