import type { Veste } from '../enti/natura-giuridica.js';
import type { CausaCessazione, StatoDesignazione } from './designazione.states.js';
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

/** Whether its ente still has time to complete it: until then it is not refused. Days as `YYYY-MM-DD`; the last one is within. */
export const puoAncoraIntegrare = (
  d: { readonly stato: StatoDesignazione; readonly integrareEntro: string | null },
  oggi: string,
): boolean => d.stato === 'da_integrare' && d.integrareEntro !== null && oggi <= d.integrareEntro;

/** In what capacity one sits, as all pages and mails say it. */
export const ETICHETTE_VESTE: Readonly<Record<Veste, string>> = {
  componente: 'Componente',
  istituzionale: 'Componente istituzionale',
  osservatore: 'Osservatore',
  consultivo: 'Consultivo',
};

/** Why the office ended a seat, as all pages and mails say it. */
export const ETICHETTE_CAUSA: Readonly<Record<CausaCessazione, string>> = {
  fine_mandato: 'È finito il mandato',
  ente_cancellato: 'L’ente non esiste più o si è ritirato',
  tavolo_chiuso: 'Il tavolo è chiuso',
  errore_ufficio: 'È stato un errore dell’ufficio',
};
