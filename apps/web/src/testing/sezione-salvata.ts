import { problemOf } from '../app/ui/problem';
import { Autosalvataggio } from '../app/scrittura/autosalvataggio';
import type { Deposito } from '../app/scrittura/autosalvataggio.tipi';
import type { BozzaSezione } from '../app/scrittura/bozza-sezione';
import type { SezioneView } from '@tavoli/shared';
import { FORMA_VERBALE, type Stesura, stesuraDi } from '../app/verbali/scrivere/stesura';
import { rifiuto, sezione } from './verbali';

/** A section as the API keeps it, a network that may fail, a browser that keeps drafts, and a clock that goes when it is told to. */
export class SezioneSalvata {
  ora = sezione();
  /** Every text ever saved, with who did it. */
  readonly storia: { da: string; stesura: Stesura }[] = [];
  rete: 'va' | 'manca' | 'perde_la_risposta' = 'va';
  tenutaDa: string | null = null;
  bozza: BozzaSezione<Stesura> | null = null;
  #attesa: { work: () => void; ms: number } | null = null;

  /** The page of the section, opened now. */
  apri(): Autosalvataggio<Stesura, SezioneView> {
    this.#attesa = null;
    return new Autosalvataggio(FORMA_VERBALE, this.#deposito(), this.ora, this.bozza);
  }

  salvaUnAltro(documento: Stesura['documento'], da = 'Rachele Finta'): void {
    this.#salva({ ...stesuraDi(this.ora), documento }, da);
  }

  /** How long until the next timer; null when there is none. */
  get traQuanto(): number | null {
    return this.#attesa?.ms ?? null;
  }

  /** The timer that is running ends, and all that follows is done. */
  async passaIlTempo(): Promise<void> {
    const attesa = this.#attesa;
    this.#attesa = null;
    attesa?.work();
    await tutto();
  }

  #salva(stesura: Stesura, da: string): void {
    this.storia.push({ da, stesura });
    this.ora = sezione({ ...stesura, version: this.ora.version + 1, aggiornataDa: da, aggiornataAt: '2026-11-23T15:05:00Z' });
  }

  #deposito(): Deposito<Stesura, SezioneView> {
    return {
      salva: async (version, stesura) => {
        await Promise.resolve();
        if (this.rete === 'manca') throw rifiuto({ status: 503, code: 'servizio.non_disponibile' });
        if (this.tenutaDa) throw rifiuto({ status: 409, code: 'verbale.sezione_tenuta', detail: `Sta scrivendo ${this.tenutaDa}.` });
        if (version !== this.ora.version) throw rifiuto({ status: 412, code: 'versione.superata' });
        this.#salva(JSON.parse(JSON.stringify(stesura)) as Stesura, 'me');
        if (this.rete === 'perde_la_risposta') throw rifiuto({ status: 503, code: 'servizio.non_disponibile' });
        return this.ora;
      },
      leggi: async () => {
        await Promise.resolve();
        if (this.rete !== 'va') throw rifiuto({ status: 503, code: 'servizio.non_disponibile' });
        return this.ora;
      },
      problema: problemOf,
      tra: (ms, work) => {
        const mine = { work, ms };
        this.#attesa = mine;
        return () => {
          if (this.#attesa === mine) this.#attesa = null;
        };
      },
      adesso: () => new Date('2026-11-23T15:05:00Z'),
      conserva: bozza => (this.bozza = bozza === null ? null : (JSON.parse(JSON.stringify(bozza)) as BozzaSezione<Stesura>)),
    };
  }
}

/** Lets every promise that can settle do so. */
export async function tutto(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}
