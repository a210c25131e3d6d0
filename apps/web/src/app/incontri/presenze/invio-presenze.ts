import type { EsitoPresenzeView, PresenzeView, Problem, VocePresenza } from '@tavoli/shared';
import type { CodaPresenze, PostoSalvato } from './coda-presenze';
import type { CodaPunti, Passaggio } from './coda-punti';

/** Why taps are still here; `fermo`: nothing is under way. */
export type StatoInvio = 'fermo' | 'in_invio' | 'senza_rete' | 'irraggiungibile' | 'sessione' | 'rifiutato';

/** The world around the sender: the API, the network, the clock. */
export interface Ambiente {
  readonly manda: (voci: readonly VocePresenza[]) => Promise<EsitoPresenzeView>;
  readonly leggi: () => Promise<PresenzeView>;
  /** Says which punto is discussed. */
  readonly passa: (passaggio: Passaggio) => Promise<void>;
  /** The step was refused for good: somebody else went on, or the incontro is closed. */
  readonly superato: (problema: Problem) => void;
  readonly posti: () => readonly PostoSalvato[];
  /** Whether the device believes to be connected. */
  readonly inRete: () => boolean;
  readonly problema: (error: unknown) => Problem;
  /** Something changed: what is saved, if the API said it, the queue, or why it waits. */
  readonly cambiato: (presenze: PresenzeView | null) => void;
  /** Calls `what` once, after so long. @returns how to give it up */
  readonly dopo: (ms: number, what: () => void) => () => void;
  readonly caso: () => number;
  /** Keeps other tabs of the same queue waiting meanwhile; false: one is at it. */
  readonly daSolo: (work: () => Promise<void>) => Promise<boolean>;
}

/** So many taps in a row leave together. */
const RACCOLTA_MS = 400;
const PRIMA_ATTESA_MS = 2000;
const ULTIMA_ATTESA_MS = 60_000;
/** A phone in a cellar may wait for minutes for an answer that will never come. */
const PAZIENZA_MS = 20_000;

/**
 * Sends the queues in order, one request at a time, until they are empty; tries again by itself while the network is missing. Taps on seats go before the steps of the
 * ordine del giorno: a punto fixes the number of who is there as it begins.
 */
export class InvioPresenze {
  stato: StatoInvio = 'fermo';
  /** What the API refused the taps with; only while `rifiutato`. */
  problema: Problem | null = null;
  #corsa: Promise<void> | null = null;
  #tentativi = 0;
  #fermo = false;
  #annulla: () => void = () => undefined;

  constructor(
    private readonly coda: CodaPresenze,
    private readonly punti: CodaPunti,
    private readonly mondo: Ambiente,
  ) {}

  /** Taps and steps that the API has not confirmed. */
  get daInviare(): number {
    return this.coda.daInviare + this.punti.daInviare;
  }

  /** After a tap: sends shortly, together with those that follow at once. Where somebody must act first, a tap does not ask again. */
  prenota(): void {
    if (this.stato !== 'sessione' && this.stato !== 'rifiutato') this.#fra(RACCOLTA_MS);
  }

  /** Sends now: the network is back, somebody asked, or what follows needs it. @returns whether nothing is left to send */
  async svuota(): Promise<boolean> {
    this.#annulla();
    this.#corsa ??= this.#corri().finally(() => (this.#corsa = null));
    await this.#corsa;
    return this.daInviare === 0;
  }

  /** The page is left: what is under way ends, and nothing more is tried. */
  ferma(): void {
    this.#annulla();
    this.#fermo = true;
  }

  async #corri(): Promise<void> {
    const libero = await this.mondo.daSolo(() => this.#giro());
    // Another tab is at it, or a tap came while this one was ending.
    if (!libero || (this.stato === 'fermo' && this.daInviare > 0)) this.#fra(libero ? RACCOLTA_MS : PRIMA_ATTESA_MS);
  }

  async #giro(): Promise<void> {
    try {
      while (this.daInviare > 0) await (this.coda.daInviare > 0 ? this.#passo() : this.#passaggio());
      this.#tentativi = 0;
      this.#dillo('fermo', null);
    } catch (error) {
      this.#fallito(this.mondo.problema(error));
    }
  }

  async #passo(): Promise<void> {
    this.#dillo('in_invio', null);
    // Not sent at all: nothing to wonder about later.
    if (!this.mondo.inRete()) throw new SenzaRete();
    if (this.coda.incerta) {
      const lette = await this.#entro(this.mondo.leggi());
      this.coda.riconcilia(lette.posti);
      this.mondo.cambiato(lette);
    }
    const voci = this.coda.parti(this.mondo.posti());
    if (voci.length === 0) return;
    const { presenze, conflitti } = await this.#entro(this.mondo.manda(voci));
    this.coda.arrivate(voci, conflitti);
    this.#tentativi = 0;
    this.mondo.cambiato(presenze);
  }

  /** Sent again after an answer was lost, it changes nothing. */
  async #passaggio(): Promise<void> {
    const [primo] = this.punti.passaggi;
    if (primo === undefined) return;
    this.#dillo('in_invio', null);
    if (!this.mondo.inRete()) throw new SenzaRete();
    try {
      await this.#entro(this.mondo.passa(primo));
      this.punti.fatto();
    } catch (error) {
      const problema = this.mondo.problema(error);
      if (problema.status !== 409 && problema.status !== 400) throw error;
      this.punti.scarta();
      this.mondo.superato(problema);
    }
    this.#tentativi = 0;
    this.mondo.cambiato(null);
  }

  #fallito(problema: Problem): void {
    if (problema.status === 401) return this.#dillo('sessione', null);
    const passeggero = problema.status >= 500 || problema.status === 429 || problema.status === 408;
    if (!passeggero) return this.#dillo('rifiutato', problema);
    const attesa = Math.min(ULTIMA_ATTESA_MS, PRIMA_ATTESA_MS * 2 ** this.#tentativi);
    this.#tentativi += 1;
    this.#fra(attesa * (0.75 + this.mondo.caso() / 2));
    this.#dillo(this.mondo.inRete() ? 'irraggiungibile' : 'senza_rete', null);
  }

  #fra(ms: number): void {
    this.#annulla();
    if (!this.#fermo) this.#annulla = this.mondo.dopo(ms, () => void this.svuota());
  }

  #dillo(stato: StatoInvio, problema: Problem | null): void {
    this.stato = stato;
    this.problema = problema;
    this.mondo.cambiato(null);
  }

  #entro<T>(risposta: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const basta = this.mondo.dopo(PAZIENZA_MS, () => reject(new SenzaRete()));
      risposta.then(resolve, reject).finally(basta);
    });
  }
}

/** Ended without an answer, by us: to be taken as the network's fault. */
export class SenzaRete extends Error {}
