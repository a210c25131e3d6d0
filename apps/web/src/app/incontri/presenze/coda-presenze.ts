import { STATI_PRESENZA, type StatoPresenza, type VocePresenza } from '@tavoli/shared';

type Stato = StatoPresenza | null;

/** What the queue needs to know of a seat as the API last told it. */
export interface PostoSalvato {
  readonly id: string;
  readonly stato: Stato;
  readonly rilevataAt: string | null;
}

/** Where the queue is kept: the browser's local storage. */
export interface Deposito {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** A seat that somebody else changed meanwhile: the tap of this phone waits for a decision. */
export interface ConflittoInAttesa {
  readonly postoId: string;
  readonly mia: StatoPresenza;
  readonly salvata: Stato;
}

interface Voce extends VocePresenza {
  readonly stato: StatoPresenza;
  /** It left for the API; until the answer comes nobody knows whether it was written. */
  readonly partita: boolean;
  /** When the seat had last been recorded as it left: tells whether somebody touched it while the answer was missing. */
  readonly vista: string | null;
}

interface Contenuto {
  readonly voci: readonly Voce[];
  readonly conflitti: readonly ConflittoInAttesa[];
}

const VUOTA: Contenuto = { voci: [], conflitti: [] };
const MASSIMO = 500;

/**
 * The taps on the seats of one incontro that the API has not confirmed, of one account in one browser. It survives a reload. Of each
 * seat at most one tap is under way, and one waits behind it; the later ones replace the one that waits, so that what is sent is what
 * the person last wanted. What is stored is the truth, read again before every change: two tabs share one queue.
 */
export class CodaPresenze {
  #memoria: Contenuto = VUOTA;
  #letto: { testo: string | null; contenuto: Contenuto } = { testo: null, contenuto: VUOTA };
  #durevole = true;

  constructor(
    private readonly deposito: Deposito,
    private readonly chiave: string,
  ) {}

  /** False where the browser stores nothing: then a reload would lose the queue. */
  get durevole(): boolean {
    return this.#durevole;
  }

  get conflitti(): readonly ConflittoInAttesa[] {
    return this.#leggi().conflitti;
  }

  /** Seats with taps to send. */
  get daInviare(): number {
    return new Set(this.#leggi().voci.map(v => v.postoId)).size;
  }

  /** Whether taps left and no answer came: before sending more, `riconcilia` must look at what is saved. */
  get incerta(): boolean {
    return this.#leggi().voci.some(v => v.partita);
  }

  /** A tap. `salvato`: what the API last said of the seat. On a seat in conflict it only changes one's own side of it. */
  tocca(postoId: string, stato: StatoPresenza, salvato: Stato, at: string): void {
    const { voci, conflitti } = this.#leggi();
    if (conflitti.some(c => c.postoId === postoId)) {
      return this.#scrivi({
        voci,
        conflitti: conflitti.map(c => (c.postoId === postoId ? { ...c, mia: stato } : c)).filter(c => c.mia !== c.salvata),
      });
    }
    const prima = voci.find(v => v.postoId === postoId && v.partita)?.stato ?? voci.find(v => v.postoId === postoId)?.prima ?? salvato;
    const altre = voci.filter(v => v.postoId !== postoId || v.partita);
    const nuova: Voce = { postoId, stato, prima, at, partita: false, vista: null };
    this.#scrivi({ conflitti, voci: stato === prima ? altre : [...altre, nuova] });
  }

  /** The taps to send now, in order, one for each seat; from now on they are under way. Empty while others are. */
  parti(posti: readonly PostoSalvato[]): VocePresenza[] {
    const { voci, conflitti } = this.#leggi();
    if (voci.some(v => v.partita)) return [];
    const viste = new Map(posti.map(p => [p.id, p.rilevataAt]));
    const [ora, poi] = [voci.slice(0, MASSIMO), voci.slice(MASSIMO)];
    this.#scrivi({ conflitti, voci: [...ora.map(v => ({ ...v, partita: true, vista: viste.get(v.postoId) ?? null })), ...poi] });
    return ora.map(({ postoId, stato, prima, at }) => ({ postoId, stato, prima, at }));
  }

  /** The API answered: what it did not refuse is saved; what it did waits for a decision. */
  arrivate(inviate: readonly VocePresenza[], rifiutate: readonly { readonly postoId: string; readonly attuale: Stato }[]): void {
    this.#risolvi(
      inviate.map(v => v.postoId),
      (voce, mia) => {
        const rifiutata = rifiutate.find(r => r.postoId === voce.postoId);
        return rifiutata ? { conflitto: { postoId: voce.postoId, mia, salvata: rifiutata.attuale } } : { salvata: true };
      },
    );
  }

  /**
   * No answer came: looks at what is saved now, asked afterwards. A tap that is there was written; one on a seat nobody has touched is
   * sent again; any other seat was changed by somebody, and waits for a decision.
   */
  riconcilia(posti: readonly PostoSalvato[]): void {
    this.aggiorna(posti);
    const salvati = new Map(posti.map(p => [p.id, p]));
    this.#risolvi([...salvati.keys()], (voce, mia) => {
      const posto = salvati.get(voce.postoId);
      if (!posto || posto.stato === voce.stato) return { salvata: true };
      if (posto.stato === voce.prima && posto.rilevataAt === voce.vista) return { daRimandare: true };
      return { conflitto: { postoId: voce.postoId, mia, salvata: posto.stato } };
    });
  }

  /** What is saved has been read again: conflicts follow it; seats that the incontro does not have are forgotten, since they would bar the way to the rest. */
  aggiorna(posti: readonly PostoSalvato[]): void {
    const salvati = new Map(posti.map(p => [p.id, p.stato]));
    const { voci, conflitti } = this.#leggi();
    this.#scrivi({
      voci: voci.filter(v => salvati.has(v.postoId)),
      conflitti: conflitti
        .flatMap(c => (salvati.has(c.postoId) ? [{ ...c, salvata: salvati.get(c.postoId) ?? null }] : []))
        .filter(c => c.mia !== c.salvata),
    });
  }

  /** Ends a conflict: one's own tap leaves again, over what is saved and was read; or it is given up. */
  decidi(postoId: string, scelta: 'mia' | 'salvata', at: string): void {
    const { voci, conflitti } = this.#leggi();
    const conflitto = conflitti.find(c => c.postoId === postoId);
    if (!conflitto) return;
    this.#scrivi({ voci, conflitti: conflitti.filter(c => c !== conflitto) });
    if (scelta === 'mia') this.tocca(postoId, conflitto.mia, conflitto.salvata, at);
  }

  /** What the list shows for a seat: the last tap, else what is saved. */
  mostrato({ id, stato }: Pick<PostoSalvato, 'id' | 'stato'>): Stato {
    const { voci, conflitti } = this.#leggi();
    return conflitti.find(c => c.postoId === id)?.mia ?? voci.findLast(v => v.postoId === id)?.stato ?? stato;
  }

  /** What counts for the quorum: the last tap, but on a seat in conflict what is saved, which holds until the decision. */
  contato(posto: Pick<PostoSalvato, 'id' | 'stato'>): Stato {
    return this.conflitti.some(c => c.postoId === posto.id) ? posto.stato : this.mostrato(posto);
  }

  /** Gives each tap under way its end. One that is sent again joins the one that waits behind it; a conflict takes that along. */
  #risolvi(
    posti: readonly string[],
    fine: (voce: Voce, mia: StatoPresenza) => { salvata?: true; daRimandare?: true; conflitto?: ConflittoInAttesa },
  ): void {
    const contenuto = this.#leggi();
    let voci = [...contenuto.voci];
    const nuovi: ConflittoInAttesa[] = [];
    for (const voce of contenuto.voci.filter(v => v.partita && posti.includes(v.postoId))) {
      const dietro = voci.find(v => v.postoId === voce.postoId && !v.partita);
      const mia = dietro?.stato ?? voce.stato;
      const { daRimandare, conflitto } = fine(voce, mia);
      if (daRimandare) {
        const unita = { ...voce, stato: mia, at: dietro?.at ?? voce.at, partita: false, vista: null };
        voci = voci.filter(v => v !== dietro).flatMap(v => (v !== voce ? [v] : mia === voce.prima ? [] : [unita]));
      } else voci = voci.filter(v => v !== voce && (!conflitto || v !== dietro));
      if (conflitto && conflitto.mia !== conflitto.salvata) nuovi.push(conflitto);
    }
    this.#scrivi({ voci, conflitti: [...contenuto.conflitti, ...nuovi] });
  }

  #leggi(): Contenuto {
    if (!this.#durevole) return this.#memoria;
    const testo = this.deposito.get(this.chiave);
    if (testo !== this.#letto.testo) this.#letto = { testo, contenuto: contenutoDi(testo) };
    return this.#letto.contenuto;
  }

  #scrivi(contenuto: Contenuto): void {
    this.#memoria = contenuto;
    const vuota = contenuto.voci.length + contenuto.conflitti.length === 0;
    const testo = JSON.stringify(contenuto);
    if (vuota) this.deposito.remove(this.chiave);
    else this.deposito.set(this.chiave, testo);
    this.#durevole = vuota || this.deposito.get(this.chiave) === testo;
  }
}

/** What an older or a broken page left is dropped part by part: only what makes sense comes back. */
function contenutoDi(testo: string | null): Contenuto {
  try {
    const letto = JSON.parse(testo ?? 'null') as Partial<Contenuto> | null;
    return {
      voci: letto?.voci?.filter(v => typeof v.postoId === 'string' && scelta(v.stato)) ?? [],
      conflitti: letto?.conflitti?.filter(c => scelta(c.mia)) ?? [],
    };
  } catch {
    return VUOTA;
  }
}

const scelta = (stato: Stato) => stato !== null && STATI_PRESENZA.includes(stato);
