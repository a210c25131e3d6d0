import type { IncontroView, PresenzeView, PuntoView } from '@tavoli/shared';
import type { Passaggio } from './coda-punti';
import { minutiInParole } from '../../ui/words/parole';
import { numeroLegale } from './presenze.parole';

export type StatoPunto = 'concluso' | 'in_corso' | 'prossimo' | 'da_trattare';
export interface Seguito {
  readonly numero: number;
  readonly stato: StatoPunto;
}

export const STATI_PUNTO: Readonly<Record<StatoPunto, string>> = {
  concluso: 'Concluso',
  in_corso: 'In corso',
  prossimo: 'Prossimo',
  da_trattare: 'Da trattare',
};

type Iniziato = Pick<PuntoView, 'id' | 'titolo' | 'iniziatoAt'>;
interface ConPunti<P extends Iniziato = Iniziato> {
  readonly punti: readonly P[];
  readonly puntoCorrente: string | null;
}

/** The punti with how far they are. The next one is the first not yet begun after the one under discussion, else the first of all. */
export function seguiPunti<P extends Iniziato>({ punti, puntoCorrente }: ConPunti<P>): (P & Seguito)[] {
  const corrente = punti.findIndex(p => p.id === puntoCorrente);
  const prossimo =
    punti.find((p, i) => p.iniziatoAt === null && i > corrente) ?? punti.find((p, i) => p.iniziatoAt === null && i !== corrente);
  return punti.map((punto, i) => ({
    ...punto,
    numero: i + 1,
    stato: i === corrente ? 'in_corso' : punto.iniziatoAt !== null ? 'concluso' : punto === prossimo ? 'prossimo' : 'da_trattare',
  }));
}

/** The incontro as it is once the steps that wait on this phone are written. */
export function conPassaggi<T extends ConPunti>(view: T, passaggi: readonly Passaggio[]): T {
  const ultimo = passaggi.at(-1);
  if (ultimo === undefined) return view;
  const detto = (id: string) => passaggi.find(p => p.puntoId === id)?.at ?? null;
  return { ...view, puntoCorrente: ultimo.puntoId, punti: view.punti.map(p => ({ ...p, iniziatoAt: p.iniziatoAt ?? detto(p.id) })) };
}

const due = (n: number) => String(n).padStart(2, '0');

/** `Restano 4 min e 05 s`, `Tempo finito da 2 minuti`; null where no time was foreseen. */
export function tempoRimasto({ iniziatoAt, minuti }: Pick<PuntoView, 'iniziatoAt' | 'minuti'>, now: Date): string | null {
  if (iniziatoAt === null || minuti === null) return null;
  // The clock of the device may be a little behind the server's: never more than the whole time.
  const secondi = Math.min(minuti * 60, Math.ceil((new Date(iniziatoAt).getTime() + minuti * 60_000 - now.getTime()) / 1000));
  if (secondi > 0) return `Restano ${Math.floor(secondi / 60)} min e ${due(secondi % 60)} s`;
  const oltre = Math.floor(-secondi / 60);
  return oltre === 0 ? 'Tempo finito' : `Tempo finito da ${minutiInParole(oltre)}`;
}

/** What has just changed, for who follows: null where nothing they would want to be told has. */
export function novita(prima: Pick<IncontroView, 'stato'> & ConPunti, ora: Pick<IncontroView, 'stato'> & ConPunti): string | null {
  if (prima.stato !== ora.stato)
    return ora.stato === 'in_corso' ? 'L’incontro è cominciato.' : ora.stato === 'svolto' ? 'L’incontro è chiuso.' : null;
  if (prima.puntoCorrente === ora.puntoCorrente) return null;
  const punto = seguiPunti(ora).find(p => p.stato === 'in_corso');
  return punto ? `Ora si discute il punto ${punto.numero}: ${punto.titolo}.` : 'Il punto è concluso.';
}

/** The same of the presences: only when the incontro gets in number, or falls out of it. */
export function novitaPresenze(prima: Pick<PresenzeView, 'quorum'>, ora: Pick<PresenzeView, 'quorum'>): string | null {
  return prima.quorum.raggiunto === ora.quorum.raggiunto ? null : `${numeroLegale(ora.quorum)}.`;
}
