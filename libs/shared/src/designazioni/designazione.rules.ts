import type { RappresentanteInput } from './designazione.schema.js';

export interface Posti {
  readonly titolari: number;
  readonly supplenti: number;
}

export type ProblemaPosti = 'titolare_mancante' | 'troppi_titolari' | 'troppi_supplenti';

/**
 * Whether the named persons fit the seats of the avviso: at least one titolare, never more than the seats.
 * A supplente may always be missing (default 1 + 1, practice of Lamezia; a setting of the avviso).
 */
export function problemaPosti(persone: readonly Pick<RappresentanteInput, 'ruolo'>[], posti: Posti): ProblemaPosti | null {
  const titolari = persone.filter(p => p.ruolo === 'titolare').length;
  if (titolari === 0) return 'titolare_mancante';
  if (titolari > posti.titolari) return 'troppi_titolari';
  return persone.length - titolari > posti.supplenti ? 'troppi_supplenti' : null;
}
