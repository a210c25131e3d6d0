import type { Deposito } from './coda-presenze';

/** One step of the ordine del giorno, said on this phone; `puntoId` null: the punto is over, and no other has begun. */
export interface Passaggio {
  readonly puntoId: string | null;
  /** The punto that was left. */
  readonly prima: string | null;
  readonly at: string;
}

const MASSIMO = 50;

/**
 * The steps of the ordine del giorno that the API has not confirmed, in the order in which they were said: each punto keeps the time at which it began. They survive
 * a reload, as the taps on seats do. Where somebody else goes on meanwhile, theirs holds and these are dropped: two people who lead one after the other would
 * only go back and forth.
 */
export class CodaPunti {
  #memoria: readonly Passaggio[] = [];
  #durevole = true;

  constructor(
    private readonly deposito: Deposito,
    private readonly chiave: string,
  ) {}

  get passaggi(): readonly Passaggio[] {
    return this.#durevole ? passaggiDi(this.deposito.get(this.chiave)) : this.#memoria;
  }

  get daInviare(): number {
    return this.passaggi.length;
  }

  /** The punto that is discussed, as far as this phone knows; `salvato`: what the API last said. */
  mostrato(salvato: string | null): string | null {
    const ultimo = this.passaggi.at(-1);
    return ultimo === undefined ? salvato : ultimo.puntoId;
  }

  passa(puntoId: string | null, salvato: string | null, at: string): void {
    const prima = this.mostrato(salvato);
    if (puntoId !== prima && this.daInviare < MASSIMO) this.#scrivi([...this.passaggi, { puntoId, prima, at }]);
  }

  /** The first has been written. */
  fatto(): void {
    this.#scrivi(this.passaggi.slice(1));
  }

  scarta(): void {
    this.#scrivi([]);
  }

  #scrivi(passaggi: readonly Passaggio[]): void {
    this.#memoria = passaggi;
    const testo = JSON.stringify(passaggi);
    if (passaggi.length === 0) this.deposito.remove(this.chiave);
    else this.deposito.set(this.chiave, testo);
    this.#durevole = passaggi.length === 0 || this.deposito.get(this.chiave) === testo;
  }
}

/** What an older or a broken page left is dropped. */
function passaggiDi(testo: string | null): readonly Passaggio[] {
  try {
    const letti = JSON.parse(testo ?? '[]') as unknown;
    return Array.isArray(letti) && letti.every(eUnPassaggio) ? letti.slice(0, MASSIMO) : [];
  } catch {
    return [];
  }
}

function eUnPassaggio(value: unknown): value is Passaggio {
  const { puntoId, prima, at } = (value ?? {}) as Record<string, unknown>;
  return [puntoId, prima].every(id => id === null || typeof id === 'string') && typeof at === 'string';
}
