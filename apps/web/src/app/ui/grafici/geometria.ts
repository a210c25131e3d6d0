/** What is drawn in a row: lengths are hundredths of its width. */
export interface Forma {
  /** `fondo`: the whole of which something is a part; `pieno`: the part; `previsto`: what was foreseen; `segno`: a line across, such as a threshold or today. */
  readonly tipo: 'fondo' | 'pieno' | 'previsto' | 'segno';
  readonly x: number;
  readonly larghezza: number;
}

export interface Tacca {
  readonly x: number;
  readonly nome: string;
}

const decimo = (n: number): number => Math.round(n * 10) / 10;
const dentro = (n: number): number => decimo(Math.min(100, Math.max(0, n)));
/** So wide is a mark: it is seen also where the row is narrow. */
const SEGNO = 0.8;

/** How long `valore` is where `massimo` takes the whole row. */
export const lunghezza = (valore: number, massimo: number): number => (massimo > 0 ? dentro((valore / massimo) * 100) : 0);

export const barra = (tipo: Forma['tipo'], valore: number, massimo: number): Forma => ({
  tipo,
  x: 0,
  larghezza: lunghezza(valore, massimo),
});

/** A line across at `x`, whole inside the row. */
export const segno = (x: number): Forma => ({
  tipo: 'segno',
  x: decimo(Math.min(100 - SEGNO, Math.max(0, x - SEGNO / 2))),
  larghezza: SEGNO,
});

const GIORNO_MS = 86_400_000;
const MESI = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];
/** So many words fit above the rows. */
const TACCHE = 5;

/** Days, `YYYY-MM-DD`, laid along a row from the first of the month of the earliest to the end of the month of the latest. */
export class ScalaTempo {
  readonly #dal: number;
  readonly #al: number;

  private constructor(dal: number, al: number) {
    this.#dal = dal;
    this.#al = al;
  }

  /** @returns null where there is no day to lay */
  static di(giorni: readonly (string | null)[]): ScalaTempo | null {
    const noti = giorni.flatMap(g => (g === null ? [] : [istante(g)])).sort((a, b) => a - b);
    const [primo, ultimo] = [noti.at(0), noti.at(-1)];
    return primo === undefined || ultimo === undefined ? null : new ScalaTempo(mese(primo, 0), mese(ultimo, 1));
  }

  /** Where a day begins. */
  x(giorno: string): number {
    return dentro(((istante(giorno) - this.#dal) / (this.#al - this.#dal)) * 100);
  }

  /** From the beginning of a day to the end of another, which may be the same. */
  tratto(tipo: Forma['tipo'], dal: string, al: string): Forma {
    const x = this.x(dal);
    const fine = dentro(((istante(al) + GIORNO_MS - this.#dal) / (this.#al - this.#dal)) * 100);
    return { tipo, x: Math.min(x, 100 - SEGNO), larghezza: Math.max(SEGNO, decimo(fine - x)) };
  }

  /** Whether the day is on the row. */
  contiene(giorno: string): boolean {
    return istante(giorno) >= this.#dal && istante(giorno) < this.#al;
  }

  /** The beginnings of some months, few enough to be read. */
  get tacche(): Tacca[] {
    const mesi: number[] = [];
    for (let m = this.#dal; m < this.#al; m = mese(m, 1)) mesi.push(m);
    const ogni = Math.ceil(mesi.length / TACCHE);
    return mesi
      .filter((_, n) => n % ogni === 0)
      .map(m => ({
        x: dentro(((m - this.#dal) / (this.#al - this.#dal)) * 100),
        nome: `${MESI[new Date(m).getUTCMonth()]} ${new Date(m).getUTCFullYear()}`,
      }));
  }
}

const istante = (giorno: string): number => Date.parse(`${giorno}T00:00:00Z`);

/** The first of the month of `at`, or of so many months later. */
function mese(at: number, poi: number): number {
  const d = new Date(at);
  return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + poi, 1);
}
