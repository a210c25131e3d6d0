import { formatDataOra, formatOra, puntoInParole, type SedeIncontro } from '@tavoli/shared';
import type { DatiIncontro } from './incontri.data.js';

type Dove = { readonly sede: SedeIncontro | null; readonly linkVideo: string | null };

/** `venerdì 23 ottobre 2026, ore 16:00, fino alle 18:00` */
export const quandoDi = (d: Pick<DatiIncontro, 'inizioAt' | 'fineAt'>): string =>
  `${formatDataOra(d.inizioAt)}, fino alle ${formatOra(d.fineAt)}`;

/** The place in one line, as calendars show it; never the video address, which calendars publish. */
export function luogoDi({ sede, linkVideo }: Dove): string {
  if (sede === null) return 'In videochiamata';
  return `${sede.nome}, ${sede.indirizzo}${linkVideo === null ? '' : ' e in videochiamata'}`;
}

/** `1. Titolo (20 minuti, relatore)`, one a line. */
export function odgInRighe(d: Pick<DatiIncontro, 'punti'>): string {
  return d.punti.map((p, i) => `${i + 1}. ${puntoInParole(p)}`).join('\n');
}
