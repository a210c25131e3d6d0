import { computed, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { PostoView, PresenzeView, Quorum, StatoPresenza } from '@tavoli/shared';
import type { ApiResource } from '../../api/api-resource';
import { SessionStore } from '../../session/session-store';
import { browserStorage } from '../../ui/browser-storage';
import { problemOf, UNREACHABLE } from '../../ui/problem';
import { CodaPresenze, type ConflittoInAttesa } from './coda-presenze';
import { incontriCommands, presenzeResource } from '../incontri.api';
import { InvioPresenze, SenzaRete, type StatoInvio } from './invio-presenze';
import { quorumLocale } from './presenze.parole';
import { ultimoValore } from './ultimo-valore';

/** A seat as this phone shows it. */
export interface PostoLocale extends PostoView {
  readonly mostrato: StatoPresenza | null;
  readonly conflitto: ConflittoInAttesa | null;
}

export interface PresenzeLocali {
  readonly risorsa: ApiResource<PresenzeView>;
  /** As the API last told them. */
  readonly salvate: Signal<PresenzeView | undefined>;
  readonly posti: Signal<readonly PostoLocale[]>;
  readonly quorum: Signal<Quorum | undefined>;
  readonly daInviare: Signal<number>;
  readonly daDecidere: Signal<number>;
  readonly stato: Signal<StatoInvio>;
  /** What the API said when it refused. */
  readonly rifiuto: Signal<string | null>;
  readonly durevole: Signal<boolean>;
  tocca(posto: PostoLocale, stato: StatoPresenza): void;
  decidi(posto: PostoLocale, scelta: 'mia' | 'salvata'): void;
  /** Sends now. @returns whether nothing is left to send nor to decide */
  svuota(): Promise<boolean>;
  ricarica(): void;
  imposta(presenze: PresenzeView): void;
}

/** Presences of an incontro with the queue of this phone laid over them. Call in an injection context of a signed-in page. */
export function presenzeLocali(ambito: () => string, id: () => string): PresenzeLocali {
  const risorsa = presenzeResource(ambito, id);
  const salvate = ultimoValore(risorsa, id);
  const commands = incontriCommands();
  // Whoever opened the page: also once the session has ended, until they come back.
  const account = inject(SessionStore).account()?.id ?? '';
  const storage = browserStorage('local');
  const mutata = signal(0);
  const cambiato = () => mutata.update(n => n + 1);

  const telefono = computed(() => {
    const [qui, incontro] = [ambito(), id()];
    // Only ids and choices are stored, no names: it may outlive a sign-out, so that nothing recorded is lost.
    const chiave = `tavoli:presenze:${account}:${incontro}`;
    const coda = new CodaPresenze(storage, chiave);
    const invio = new InvioPresenze(coda, {
      manda: voci => commands.rileva(qui, incontro, voci),
      leggi: () => commands.leggiPresenze(qui, incontro),
      posti: () => untracked(salvate)?.posti ?? [],
      inRete: () => navigator.onLine,
      problema: error => (error instanceof SenzaRete ? UNREACHABLE : problemOf(error)),
      cambiato: presenze => {
        if (presenze) imposta(presenze);
        cambiato();
      },
      dopo: (ms, what) => {
        const timer = setTimeout(what, ms);
        return () => clearTimeout(timer);
      },
      caso: () => Math.random(),
      daSolo: work => daSolo(chiave, work),
    });
    return { coda, invio, chiave };
  });
  /** The queue, read again whenever it changes. */
  const coda = computed(() => ({ di: telefono().coda, ora: mutata() }), { equal: () => false });

  /** A reading that was on its way while taps were written may be older than them: it is done again. */
  function imposta(presenze: PresenzeView): void {
    if (presenze.incontroId !== untracked(id)) return;
    salvate.set(presenze);
    if (untracked(risorsa.isLoading)) risorsa.reload();
  }

  seguiIlBrowser(telefono, cambiato);
  effect(() => {
    const posti = salvate()?.posti;
    const { coda, invio } = telefono();
    if (!posti) return;
    untracked(() => {
      coda.aggiorna(posti);
      cambiato();
      if (coda.daInviare > 0 && invio.stato === 'fermo') invio.prenota();
    });
  });

  return {
    risorsa,
    salvate,
    posti: computed(() => {
      const { di } = coda();
      return (salvate()?.posti ?? []).map(posto => ({
        ...posto,
        mostrato: di.mostrato(posto),
        conflitto: di.conflitti.find(c => c.postoId === posto.id) ?? null,
      }));
    }),
    quorum: computed(() => {
      const { di } = coda();
      const value = salvate();
      return value && quorumLocale(value, posto => di.contato(posto));
    }),
    daInviare: computed(() => coda().di.daInviare),
    daDecidere: computed(() => coda().di.conflitti.length),
    stato: computed(() => (coda(), telefono().invio.stato)),
    rifiuto: computed(() => (coda(), telefono().invio.problema?.title ?? null)),
    durevole: computed(() => coda().di.durevole),
    tocca(posto, stato) {
      const { coda, invio } = telefono();
      coda.tocca(posto.id, stato, posto.stato, new Date().toISOString());
      cambiato();
      invio.prenota();
    },
    decidi(posto, scelta) {
      const { coda, invio } = telefono();
      coda.decidi(posto.id, scelta, new Date().toISOString());
      cambiato();
      invio.prenota();
    },
    async svuota() {
      const { coda, invio } = telefono();
      return (await invio.svuota()) && coda.conflitti.length === 0;
    },
    ricarica: () => risorsa.reload(),
    imposta,
  };
}

/** The network that comes back, the person who comes back, another tab, and the page that is left. */
function seguiIlBrowser(telefono: Signal<{ coda: CodaPresenze; invio: InvioPresenze; chiave: string }>, cambiato: () => void): void {
  const ora = () => untracked(telefono);
  const riprova = () => {
    if (ora().coda.daInviare > 0) void ora().invio.svuota();
  };
  const tornato = () => document.visibilityState === 'visible' && ora().invio.stato !== 'rifiutato' && riprova();
  const altraScheda = (event: StorageEvent) => event.key === ora().chiave && cambiato();
  const chiusa = (event: Event) => ora().coda.daInviare > 0 && event.preventDefault();
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
