import { computed, DestroyRef, effect, inject, PLATFORM_ID, type Signal, untracked } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { IncontroDalVivoView } from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import { livePage } from '../../live/visitor-live';
import { Annunci } from '../../ui/annunci';
import { dalVivoResource } from '../incontri-pubblici.api';
import { alPasso } from '../../live/al-passo';
import { seguiPunti, type Seguito } from '../presenze/punti';
import { ultimoValore } from '../presenze/ultimo-valore';
import { daSeguire, raccontato } from './dal-vivo.parole';

type Punto = IncontroDalVivoView['punti'][number] & Seguito;

/** An incontro as it goes on, read again whenever it changes, for whoever has its page open. Make one in an injection context. */
export class DalVivo {
  readonly risorsa: ApiResource<IncontroDalVivoView>;
  readonly view: Signal<IncontroDalVivoView | undefined>;
  readonly punti: Signal<readonly Punto[]> = computed(() => seguiPunti(this.view() ?? { punti: [], puntoCorrente: null }));
  readonly corrente = computed(() => this.punti().find(p => p.stato === 'in_corso'));
  readonly prossimo = computed(() => this.punti().find(p => p.stato === 'prossimo'));
  readonly collegato: Signal<boolean>;

  constructor(ambito: () => string, id: () => string) {
    this.risorsa = dalVivoResource(ambito, id);
    this.view = ultimoValore(this.risorsa, id);
    const segue = computed(() => {
      const view = this.view();
      return view !== undefined && daSeguire(view, new Date());
    });
    let cambiato: () => void = () => undefined;
    this.collegato = livePage(
      () => (segue() ? { ambito: ambito(), tipo: 'incontro', id: id() } : null),
      () => cambiato(),
    );
    if (isPlatformBrowser(inject(PLATFORM_ID))) cambiato = this.#alPasso(segue);
    this.#racconta();
  }

  /** All who look at the same page must not ask at once. */
  #alPasso(segue: () => boolean): () => void {
    const passo = alPasso({
      reload: () => untracked(segue) && this.risorsa.reload(),
      subito: () => false,
      collegato: () => untracked(this.collegato),
      caso: () => Math.random(),
      dopo: (ms, what) => {
        const timer = setTimeout(what, ms);
        return () => clearTimeout(timer);
      },
    });
    inject(DestroyRef).onDestroy(() => passo.ferma());
    return passo.cambiato;
  }

  /** To who listens to the page, politely. */
  #racconta(): void {
    const annunci = inject(Annunci);
    let prima: IncontroDalVivoView | undefined;
    effect(() => {
      const ora = this.view();
      if (ora === undefined) return;
      const detto = prima?.id === ora.id ? raccontato(prima, ora) : null;
      prima = ora;
      if (detto !== null) untracked(() => annunci.announce(detto));
    });
  }
}
