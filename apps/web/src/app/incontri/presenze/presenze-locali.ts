import { computed, DestroyRef, effect, inject, type Signal, signal, untracked, type WritableSignal } from '@angular/core';
import type { IncontroView, PostoView, PresenzeView, Problem, Quorum, StatoPresenza } from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import { SessionStore } from '../../session/session-store';
import { browserStorage } from '../../ui/browser-storage';
import { problemOf, UNREACHABLE } from '../../ui/problem';
import { CodaPresenze, type ConflittoInAttesa } from './coda-presenze';
import { CodaPunti, type Passaggio } from './coda-punti';
import { incontriCommands, presenzeResource } from '../incontri.api';
import { InvioPresenze, SenzaRete, type StatoInvio } from './invio-presenze';
import { quorumLocale } from './presenze.parole';
import { ultimoValore } from './ultimo-valore';

/** A seat as this phone shows it. */
export interface PostoLocale extends PostoView {
  readonly mostrato: StatoPresenza | null;
  readonly conflitto: ConflittoInAttesa | null;
}

/** This phone's queues, who sends them, and the keys that they are kept under. */
interface Telefono {
  readonly coda: CodaPresenze;
  readonly punti: CodaPunti;
  readonly invio: InvioPresenze;
  readonly chiavi: readonly string[];
}

/** What the page is told of the steps of the ordine del giorno: one was saved; those that waited were dropped. */
export interface Ordine {
  readonly passato: (incontro: IncontroView) => void;
  readonly superato: (problema: Problem) => void;
}

/** Presences of an incontro with the queue of this phone laid over them. Make one in an injection context of a signed-in page. */
export class PresenzeLocali {
  readonly risorsa: ApiResource<PresenzeView>;
  readonly #salvate: WritableSignal<PresenzeView | undefined>;
  readonly #commands = incontriCommands();
  // Whoever opened the page: also once the session has ended, until they come back.
  readonly #account = inject(SessionStore).account()?.id ?? '';
  readonly #storage = browserStorage('local');
  readonly #mutata = signal(0);
  readonly #telefono = computed(() => this.#componi(this.ambito(), this.id()));
  /** The queue, read again whenever it changes. */
  readonly #coda = computed(() => ({ di: this.#telefono().coda, punti: this.#telefono().punti, ora: this.#mutata() }), {
    equal: () => false,
  });

  readonly posti: Signal<readonly PostoLocale[]> = computed(() => {
    const { di } = this.#coda();
    return (this.salvate()?.posti ?? []).map(posto => ({
      ...posto,
      mostrato: di.mostrato(posto),
      conflitto: di.conflitti.find(c => c.postoId === posto.id) ?? null,
    }));
  });
  readonly quorum: Signal<Quorum | undefined> = computed(() => {
    const { di } = this.#coda();
    const value = this.salvate();
    return value && quorumLocale(value, posto => di.contato(posto));
  });
  /** Steps of the ordine del giorno that wait, in order. */
  readonly passaggi: Signal<readonly Passaggio[]> = computed(() => this.#coda().punti.passaggi);
  /** Taps and steps. */
  readonly daInviare = computed(() => this.#coda().di.daInviare + this.passaggi().length);
  readonly daDecidere = computed(() => this.#coda().di.conflitti.length);
  readonly stato: Signal<StatoInvio> = computed(() => (this.#coda(), this.#telefono().invio.stato));
  /** What the API said when it refused. */
  readonly rifiuto = computed(() => (this.#coda(), this.#telefono().invio.problema?.title ?? null));
  readonly durevole = computed(() => this.#coda().di.durevole);

  constructor(
    private readonly ambito: () => string,
    private readonly id: () => string,
    private readonly ordine: Ordine,
  ) {
    this.risorsa = presenzeResource(ambito, id);
    this.#salvate = ultimoValore(this.risorsa, id);
    seguiIlBrowser(this.#telefono, () => this.#cambiato());
    effect(() => {
      const posti = this.salvate()?.posti;
      const { coda, invio } = this.#telefono();
      if (posti) untracked(() => this.#confronta(posti, coda, invio));
    });
  }

  /** As the API last told them. */
  get salvate(): Signal<PresenzeView | undefined> {
    return this.#salvate;
  }

  tocca(posto: PostoLocale, stato: StatoPresenza): void {
    this.#scrivi(coda => coda.tocca(posto.id, stato, posto.stato, new Date().toISOString()));
  }

  /** Goes on to a punto; null: the one that is discussed is over. */
  passa(puntoId: string | null): void {
    const { punti, invio } = this.#telefono();
    punti.passa(puntoId, this.salvate()?.puntoCorrente ?? null, new Date().toISOString());
    this.#cambiato();
    invio.prenota();
  }

  decidi(posto: PostoLocale, scelta: 'mia' | 'salvata'): void {
    this.#scrivi(coda => coda.decidi(posto.id, scelta, new Date().toISOString()));
  }

  /** Sends now. @returns whether nothing is left to send nor to decide */
  async svuota(): Promise<boolean> {
    const { coda, invio } = this.#telefono();
    return (await invio.svuota()) && coda.conflitti.length === 0;
  }

  ricarica(): void {
    this.risorsa.reload();
  }

  /** A reading that was on its way while taps were written may be older than them: it is done again. */
  imposta(presenze: PresenzeView): void {
    if (presenze.incontroId !== untracked(this.id)) return;
    this.#salvate.set(presenze);
    if (untracked(this.risorsa.isLoading)) this.risorsa.reload();
  }

  #cambiato(): void {
    this.#mutata.update(n => n + 1);
  }

  #scrivi(work: (coda: CodaPresenze) => void): void {
    const { coda, invio } = this.#telefono();
    work(coda);
    this.#cambiato();
    invio.prenota();
  }

  /** What the API tells, against what this phone still has to send. */
  #confronta(posti: PresenzeView['posti'], coda: CodaPresenze, invio: InvioPresenze): void {
    coda.aggiorna(posti);
    this.#cambiato();
    if (invio.daInviare > 0 && invio.stato === 'fermo') invio.prenota();
  }

  #componi(qui: string, incontro: string): Telefono {
    // Only ids and choices are stored, no names: it may outlive a sign-out, so that nothing recorded is lost.
    const [chiave, chiavePunti] = [`tavoli:presenze:${this.#account}:${incontro}`, `tavoli:punti:${this.#account}:${incontro}`];
    const coda = new CodaPresenze(this.#storage, chiave);
    const punti = new CodaPunti(this.#storage, chiavePunti);
    const invio = new InvioPresenze(coda, punti, {
      manda: voci => this.#commands.rileva(qui, incontro, voci),
      leggi: () => this.#commands.leggiPresenze(qui, incontro),
      passa: passaggio => this.#passa(qui, incontro, passaggio),
      superato: problema => this.ordine.superato(problema),
      posti: () => untracked(this.salvate)?.posti ?? [],
      inRete: () => navigator.onLine,
      problema: error => (error instanceof SenzaRete ? UNREACHABLE : problemOf(error)),
      cambiato: presenze => {
        if (presenze) this.imposta(presenze);
        this.#cambiato();
      },
      dopo: (ms, what) => {
        const timer = setTimeout(what, ms);
        return () => clearTimeout(timer);
      },
      caso: () => Math.random(),
      daSolo: work => daSolo(chiave, work),
    });
    return { coda, punti, invio, chiavi: [chiave, chiavePunti] };
  }

  /** What was said is what this phone shows, until the page is read again. */
  async #passa(qui: string, incontro: string, passaggio: Passaggio): Promise<void> {
    const view = await this.#commands.punto(qui, incontro, passaggio);
    const salvate = untracked(this.salvate);
    if (salvate?.incontroId === incontro) this.imposta({ ...salvate, puntoCorrente: view.puntoCorrente });
    this.ordine.passato(view);
  }
}

/** The network that comes back, the person who comes back, another tab, and the page that is left. */
function seguiIlBrowser(telefono: Signal<Telefono>, cambiato: () => void): void {
  const ora = () => untracked(telefono);
  const riprova = () => {
    if (ora().invio.daInviare > 0) void ora().invio.svuota();
  };
  const tornato = () => document.visibilityState === 'visible' && ora().invio.stato !== 'rifiutato' && riprova();
  const altraScheda = (event: StorageEvent) => event.key !== null && ora().chiavi.includes(event.key) && cambiato();
  const chiusa = (event: Event) => ora().invio.daInviare > 0 && event.preventDefault();
  const ascolti: [EventTarget, string, (event: never) => void][] = [
    [window, 'online', riprova],
    [window, 'offline', cambiato],
    [window, 'focus', tornato],
    [document, 'visibilitychange', tornato],
    [window, 'storage', altraScheda],
    [window, 'beforeunload', chiusa],
  ];
  for (const [target, name, listener] of ascolti) target.addEventListener(name, listener as EventListener);
  inject(DestroyRef).onDestroy(() => {
    for (const [target, name, listener] of ascolti) target.removeEventListener(name, listener as EventListener);
    riprova();
    ora().invio.ferma();
  });
}

/** One tab at a time where the browser can tell them apart; elsewhere the API's own rule is enough. */
function daSolo(chiave: string, work: () => Promise<void>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work().then(() => true);
  return locks.request(chiave, { ifAvailable: true }, lock => (lock ? work().then(() => true) : false));
}
