import type { Veste } from '../enti/natura-giuridica.js';
import { tra } from '../kernel/insiemi.js';
import { PRESENTI, type StatoPresenza } from './presenza.schema.js';
import type { RegolaQuorum } from './regole-tavolo.schema.js';

/** Capacities whose seats count: osservatori and consultivi speak, and do not make the number. */
const CONTANO: readonly Veste[] = ['componente', 'istituzionale'];

export interface Posto {
  readonly veste: Veste;
  readonly stato: StatoPresenza | null;
  /** Whether anybody of the seat was called. Who was not can be present, never absent. */
  readonly convocato: boolean;
}

/** What a seat shows: what was recorded, or why nothing is. */
export type EsitoPosto = StatoPresenza | 'non_convocato' | 'da_rilevare';

export const postoOccupato = ({ stato }: Pick<Posto, 'stato'>): boolean => tra(PRESENTI, stato);

/** The seat counts, in the quorum and in attendance: it was called, or somebody came all the same. */
export const postoConta = (p: Pick<Posto, 'stato' | 'convocato'>): boolean => p.convocato || postoOccupato(p);

export const esitoPosto = (p: Pick<Posto, 'stato' | 'convocato'>): EsitoPosto =>
  postoConta(p) ? (p.stato ?? 'da_rilevare') : 'non_convocato';

export interface Quorum {
  /** Seats that count: called, in a capacity that makes the number. */
  readonly posti: number;
  /** Of those, filled by the titolare or the supplente. */
  readonly presenti: number;
  /** How many must be filled; 0 where the tavolo asks for no quorum. */
  readonly richiesti: number;
  readonly raggiunto: boolean;
}

/** How many of `posti` seats a rule demands: half plus one is the first whole number above half; one third is rounded up. */
export function postiRichiesti(regola: RegolaQuorum, posti: number): number {
  switch (regola.tipo) {
    case 'nessuno':
      return 0;
    case 'meta_piu_uno':
      return Math.floor(posti / 2) + 1;
    case 'un_terzo':
      return Math.ceil(posti / 3);
    case 'fisso':
      return regola.numero;
  }
}

/** Whether the tavolo is in number. Consultivi, osservatori and who was not called do not count; a seat counts once, whoever sits in it. */
export function quorum(regola: RegolaQuorum, posti: readonly Posto[]): Quorum {
  const contano = posti.filter(p => CONTANO.includes(p.veste) && postoConta(p));
  const presenti = contano.filter(postoOccupato).length;
  const richiesti = postiRichiesti(regola, contano.length);
  return { posti: contano.length, presenti, richiesti, raggiunto: presenti >= richiesti };
}

/**
 * Unexcused absences in a row up to the last incontro, newest first; excused ones neither count nor break the row.
 * A seat nobody recorded counts as absent.
 */
export function assenzeDiFila(storia: readonly (StatoPresenza | null)[]): number {
  let n = 0;
  for (const stato of storia) {
    if (stato === 'titolare' || stato === 'supplente') break;
    if (stato !== 'giustificato') n += 1;
  }
  return n;
}
