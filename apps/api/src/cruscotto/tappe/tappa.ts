import type { ChiaveFase, StatoTappa } from '@tavoli/shared';

/** How a tavolo stands in one phase: how much is done, how much is open. */
export interface RigaTappa {
  readonly tavoloId: string;
  readonly slug: string;
  readonly fatte: number;
  readonly aperte: number;
}

/** A column of tavolo × phase. A new one is one file here and one line in `index.ts`. */
export interface Tappa {
  readonly chiave: string;
  readonly titolo: string;
  /** The phase of the template whose foreseen end is the deadline of this column. */
  readonly fase: ChiaveFase;
  /** One row for each tavolo of the ambito $1: `tavolo_id uuid, fatte bigint, aperte bigint`. */
  readonly sql: string;
  /** Whether nothing is left to do. */
  readonly fatta: (riga: RigaTappa) => boolean;
  readonly testo: (riga: RigaTappa) => string;
  readonly percorso: (riga: RigaTappa) => string;
}

/** @param oggi and `entro`: days `YYYY-MM-DD`; a thing that is due and not done is late, however far it went */
export function statoTappa(tappa: Tappa, riga: RigaTappa, entro: string | null, oggi: string): StatoTappa {
  if (tappa.fatta(riga)) return 'fatta';
  if (entro !== null && entro < oggi) return 'in_ritardo';
  return riga.fatte + riga.aperte > 0 ? 'in_corso' : 'da_fare';
}
