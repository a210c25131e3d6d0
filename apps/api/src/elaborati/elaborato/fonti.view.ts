import { ETICHETTE_FONTE, type FonteView } from '@tavoli/shared';
import type { FonteDescritta } from './fonti.tipi.js';

/** A source as the reader may know it: its page of the area where they may open it, its public page otherwise. What they may not see is told by its kind alone. */
export function fonteView({ cosa, ...f }: FonteDescritta): FonteView {
  if (cosa === null) return { ...f, titolo: `${ETICHETTE_FONTE[f.tipo]}: per ora non si può leggere`, dettaglio: null, percorso: null };
  return { ...f, titolo: `${ETICHETTE_FONTE[f.tipo]}: ${cosa.titolo}`, dettaglio: cosa.dettaglio, percorso: cosa.area ?? cosa.pubblico };
}

/** Of what was described for the public: only what everybody may open. */
export const fontiPubbliche = (fonti: readonly FonteDescritta[]): FonteView[] => fonti.filter(f => f.cosa?.pubblico != null).map(fonteView);
