import { computed, inject, type Signal, type WritableSignal } from '@angular/core';
import type { AzioneIncontro, IncontroView } from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import { liveReload } from '../../live/live-reload';
import { Annunci } from '../../ui/annunci';
import { type Passi, passi } from '../../ui/forms/passi';
import { problemText } from '../../ui/problem';
import { incontriCommands, incontroResource } from '../incontri.api';
import { AZIONI } from '../incontri.passi';
import { PresenzeLocali, type PostoLocale } from './presenze-locali';
import { codaInParole } from './presenze.parole';
import { conPassaggi } from './punti';
import { ultimoValore } from './ultimo-valore';

/** An incontro in the hands of who leads it: its presences, the punto under discussion, opening and closing. Make one in an injection context of its page. */
export class Conduzione {
  readonly #annunci = inject(Annunci);
  readonly #commands = incontriCommands();
  readonly risorsa: ApiResource<IncontroView>;
  readonly incontro: WritableSignal<IncontroView | undefined>;
  readonly presenze: PresenzeLocali;
  /** With the steps that wait here. */
  readonly mostrato = computed(() => {
    const view = this.incontro();
    return view && conPassaggi(view, this.presenze.passaggi());
  });
  readonly daRilevare = computed(() => this.presenze.posti().filter(manca).length);
  /** Why what needs every tap saved cannot be done now; null when it can. */
  readonly sospeso: Signal<string | null> = computed(() => {
    const [daInviare, daDecidere] = [this.presenze.daInviare(), this.presenze.daDecidere()];
    return daInviare + daDecidere === 0
      ? null
      : codaInParole(daInviare, daDecidere, this.presenze.stato(), this.presenze.passaggi().length);
  });
  /** Here closing is what one came for, and what is not saved yet holds it back. */
  readonly passi: Passi<AzioneIncontro, IncontroView> = passi<AzioneIncontro, IncontroView>(
    { ...AZIONI, chiudi: { ...AZIONI.chiudi, tono: undefined, conseguenza: () => (this.sospeso() === null ? this.#seSiChiude() : '') } },
    (incontro, azione) => this.#commands.esegui(this.ambito(), incontro, azione),
    () => this.ricarica(),
  );

  constructor(
    private readonly ambito: () => string,
    private readonly id: () => string,
  ) {
    this.risorsa = incontroResource(ambito, id);
    this.incontro = ultimoValore(this.risorsa, id);
    this.presenze = new PresenzeLocali(ambito, id, {
      passato: view => this.incontro.set(view),
      superato: problema => {
        this.#annunci.notify(`${problemText(problema)} Il tuo cambio non è stato scritto.`, 'warning');
        this.ricarica();
      },
    });
    liveReload('incontro', () => this.ricarica(), id);
  }

  /** The number of who is there is fixed in a punto as it begins: what nobody has decided yet would not be in it. @returns whether it was said */
  vai(puntoId: string | null): boolean {
    if (this.presenze.daDecidere() > 0) {
      this.#annunci.notify(`Il punto non è cambiato: ${this.sospeso() ?? ''}.`, 'warning');
      return false;
    }
    this.presenze.passa(puntoId);
    this.#annunci.announce(puntoId === null ? 'Punto concluso.' : 'Punto iniziato.');
    return true;
  }

  ricarica(): void {
    this.risorsa.reload();
    this.presenze.ricarica();
  }

  #seSiChiude(): string {
    const n = this.daRilevare();
    const assenti =
      n === 0 ? '' : n === 1 ? ' Il posto non rilevato risulterà assente.' : ` I ${n} posti non rilevati risulteranno assenti.`;
    return `Il numero legale resta fissato com’è ora.${assenti}`;
  }
}

/** Still to be recorded: of a seat that nobody called there is nothing to say, unless somebody comes. */
export const manca = ({ mostrato, convocato }: Pick<PostoLocale, 'mostrato' | 'convocato'>): boolean => mostrato === null && convocato;
