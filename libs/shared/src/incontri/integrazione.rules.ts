import type { Preavviso } from './incontro.rules.js';

export interface PuntoScritto {
  readonly titolo: string;
  readonly minuti: number | null;
  readonly relatore: string | null;
  readonly soloDiscussione?: boolean;
}

/** What a convocation says, as far as an integrazione may change it. */
export interface Convocato {
  readonly titolo: string;
  readonly punti: readonly PuntoScritto[];
}

export const SOLO_DISCUSSIONE = 'si discute, non si decide';

/** `Titolo (20 minuti, relatore)`; of a punto on which nothing may be decided it says so. */
export function puntoInParole(p: PuntoScritto): string {
  const minuti = p.minuti === null ? null : `${p.minuti} ${p.minuti === 1 ? 'minuto' : 'minuti'}`;
  const notes = [minuti, p.relatore, p.soloDiscussione === true ? SOLO_DISCUSSIONE : null].filter(Boolean);
  return `${p.titolo}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/**
 * Whether what is added now may only be discussed: who was called must have the notice of a convocation to decide on it, or that of urgency with its reason.
 * @param urgenza whether a reason of urgency is given
 */
export const soloDiscussione = ({ esito }: Pick<Preavviso, 'esito'>, urgenza: boolean): boolean =>
  esito !== 'ok' && !(esito === 'serve_urgenza' && urgenza);

/** What calendars show is another: they are told. */
export const cambiaIlCalendario = (prima: Convocato, dopo: Convocato): boolean => differenze(prima, dopo).length > 0;

/** What is other than what was called, one change a line, in plain words. The punti that were called come first in both, in the same order. */
export function differenze(prima: Convocato, dopo: Convocato): string[] {
  const corretti = prima.punti.flatMap((p, i) => {
    const [era, sara] = [puntoInParole(p), puntoInParole(dopo.punti[i] ?? p)];
    return era === sara ? [] : [`Punto ${i + 1} corretto: «${era}» diventa «${sara}».`];
  });
  const aggiunti = dopo.punti.slice(prima.punti.length).map((p, i) => `Punto ${prima.punti.length + i + 1} aggiunto: ${puntoInParole(p)}.`);
  return [
    ...(prima.titolo === dopo.titolo ? [] : [`Titolo corretto: «${prima.titolo}» diventa «${dopo.titolo}».`]),
    ...corretti,
    ...aggiunti,
  ];
}

/** A document of an incontro, as an act of calling keeps it. */
export interface DocumentoConvocato {
  readonly id: string;
  readonly nome: string;
  readonly puntoId: string | null;
  /** The one whose place it took; null: none. */
  readonly sostituisce?: string | null;
}

/** What has become of the documents since they were last told of, one a line. @param punti ids, in their order */
export function differenzeDocumenti(
  prima: readonly DocumentoConvocato[],
  dopo: readonly DocumentoConvocato[],
  punti: readonly string[],
): string[] {
  const noti = new Map(prima.map(d => [d.id, d]));
  const per = ({ puntoId }: DocumentoConvocato) => (puntoId === null ? '' : ` per il punto ${punti.indexOf(puntoId) + 1}`);
  const sostituiti = new Set(dopo.flatMap(d => (d.sostituisce != null && noti.has(d.sostituisce) ? [d.sostituisce] : [])));
  const nuovi = dopo
    .filter(d => !noti.has(d.id))
    .map(d => {
      const vecchio = d.sostituisce == null ? undefined : noti.get(d.sostituisce);
      return vecchio === undefined
        ? `Documento aggiunto${per(d)}: ${d.nome}.`
        : `Documento sostituito${per(d)}: ${d.nome}${d.nome === vecchio.nome ? '' : ` al posto di ${vecchio.nome}`}.`;
    });
  const tolti = prima.filter(d => !sostituiti.has(d.id) && !dopo.some(n => n.id === d.id)).map(d => `Documento tolto: ${d.nome}.`);
  return [...nuovi, ...tolti];
}
