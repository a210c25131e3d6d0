import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FATTO, INSIEME_MASSIMO, type EsitiInsiemeView, type EsitoInsiemeView } from '@tavoli/shared';
import { Annunci } from '../../ui/annunci';
import { Busy } from '../../ui/busy';
import { ConfirmDialog } from '../../ui/forms/confirm-dialog';
import { problemOf, problemText } from '../../ui/problem';

/** The words of one act on many things, in the files of words. */
export interface ParoleInsieme<R> {
  /** The button: «Verifica i 3 enti scelti». */
  readonly label: (n: number) => string;
  readonly titolo: (n: number) => string;
  readonly conferma: (n: number) => string;
  readonly conseguenza: (n: number) => string;
  /** «2 non si possono verificare:» */
  readonly esclusi: (n: number) => string;
  readonly fatti: (n: number) => string;
  readonly nome: (riga: R) => string;
  /** Why a row cannot be acted upon, as it stands in the list. */
  readonly perche: (riga: R) => string;
}

export interface AttoInsieme<R> {
  readonly parole: ParoleInsieme<R>;
  readonly puo: (riga: R) => boolean;
  /** What would become of each; nothing is done. */
  readonly anteprima: (righe: readonly R[]) => Promise<EsitiInsiemeView>;
  readonly esegui: (righe: readonly R[]) => Promise<EsitiInsiemeView>;
  /** A row on which it was done. */
  readonly dopo: (riga: R) => void;
}

/** `attoInsieme(PAROLE, {…})`: one act on the rows that are chosen, shown first and asked about. */
export const attoInsieme = <R>(parole: ParoleInsieme<R>, atto: Omit<AttoInsieme<R>, 'parole'>): AttoInsieme<R> => ({ parole, ...atto });

/** The button of an act on the rows that are chosen, and its question: which of them, which not and why. */
@Component({
  selector: 'app-atto-insieme',
  imports: [Busy, ConfirmDialog],
  templateUrl: './atto-insieme.html',
})
export class AttoInsiemeBottone<R extends { readonly id: string }> {
  readonly atto = input.required<AttoInsieme<R>>();
  readonly righe = input.required<readonly R[]>();
  /** Some rows were acted upon: these are not chosen any more. */
  readonly fatte = output<readonly R[]>();

  protected readonly guarda = signal(false);
  protected readonly buone = signal<readonly R[]>([]);
  protected readonly escluse = signal<readonly { readonly riga: R; readonly perche: string }[]>([]);
  protected readonly p = computed(() => this.atto().parole);
  private readonly dialog = viewChild.required(ConfirmDialog);
  readonly #annunci = inject(Annunci);

  /** Looks first at what would become of each, then asks. */
  protected async chiedi(): Promise<void> {
    const righe = this.righe();
    if (this.guarda()) return;
    // It is never switched off: the focus comes back to it when what was chosen is done, and would be lost.
    if (righe.length === 0) return this.#annunci.notify('Scegli prima una o più righe.', 'info');
    this.guarda.set(true);
    try {
      await this.#guarda(righe);
    } catch (error) {
      return this.#annunci.notify(problemText(problemOf(error)), 'danger');
    } finally {
      this.guarda.set(false);
    }
    await this.dialog().ask(() => this.#esegui());
  }

  async #guarda(righe: readonly R[]): Promise<void> {
    const { puo, anteprima, parole } = this.atto();
    const esiti = await aGruppi(righe.filter(puo), anteprima);
    const giudicate = righe.map(riga => ({ riga, perche: puo(riga) ? percheNo(esiti.get(riga.id)) : parole.perche(riga) }));
    this.buone.set(giudicate.filter(g => g.perche === null).map(g => g.riga));
    this.escluse.set(giudicate.flatMap(({ riga, perche }) => (perche === null ? [] : [{ riga, perche }])));
  }

  /** A group at a time: what was done is done, also where a later group fails, and the question then asks for the rest. */
  async #esegui(): Promise<void> {
    const { esegui, dopo, parole } = this.atto();
    let fatti = 0;
    let rifiutati = 0;
    for (const gruppo of gruppi(this.buone())) {
      const { items } = await esegui(gruppo);
      const fatte = gruppo.filter(riga => items.some(i => i.id === riga.id && i.esito === FATTO));
      fatte.forEach(dopo);
      fatti += fatte.length;
      rifiutati += gruppo.length - fatte.length;
      this.buone.update(prima => prima.filter(riga => !gruppo.includes(riga)));
      this.fatte.emit(fatte);
    }
    const altre =
      rifiutati === 0
        ? ''
        : ` ${rifiutati === 1 ? 'Una riga è cambiata' : `${rifiutati} righe sono cambiate`} nel frattempo: controlla l’elenco.`;
    this.#annunci.notify(`${parole.fatti(fatti)}${altre}`, rifiutati === 0 ? 'success' : 'warning');
  }
}

/** A row of which nothing came back is one that is there no more. */
const percheNo = (esito: EsitoInsiemeView | undefined): string | null =>
  esito === undefined ? 'Non c’è più.' : esito.esito === FATTO ? null : (esito.perche ?? esito.esito);

function gruppi<R>(righe: readonly R[]): R[][] {
  return Array.from({ length: Math.ceil(righe.length / INSIEME_MASSIMO) }, (_, i) =>
    righe.slice(i * INSIEME_MASSIMO, (i + 1) * INSIEME_MASSIMO),
  );
}

async function aGruppi<R>(
  righe: readonly R[],
  chiedi: (righe: readonly R[]) => Promise<EsitiInsiemeView>,
): Promise<Map<string, EsitoInsiemeView>> {
  const esiti = new Map<string, EsitoInsiemeView>();
  for (const gruppo of gruppi(righe)) for (const esito of (await chiedi(gruppo)).items) esiti.set(esito.id, esito);
  return esiti;
}
