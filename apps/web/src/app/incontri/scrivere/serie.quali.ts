import type { IncontroDiSerieView } from '@tavoli/shared';

/** Which incontri of a series an act reaches. */
export const QUALI = { questo: 'Solo questo', seguenti: 'Questo e i successivi', tutti: 'Tutti' } as const;
export type Quali = keyof typeof QUALI;

/** The incontri that were meant, in order: from the one of the page on, or all. */
export function quali(incontri: readonly IncontroDiSerieView[], questo: string, scelta: Quali): readonly IncontroDiSerieView[] {
  const da = incontri.findIndex(i => i.id === questo);
  return scelta === 'tutti' ? incontri : scelta === 'questo' ? incontri.slice(da, da + 1) : incontri.slice(Math.max(0, da));
}

/** The other drafts that are written again with it. */
export const altreBozze = (incontri: readonly IncontroDiSerieView[], questo: string, scelta: Quali): IncontroDiSerieView[] =>
  quali(incontri, questo, scelta).filter(i => i.id !== questo && i.azioni.includes('modifica'));
