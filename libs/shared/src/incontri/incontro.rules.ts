import { giorniLiberi, instantToRomeWall, romeWallToInstant } from '../kernel/rome-time.js';
import type { SerieInput } from './incontro.schema.js';
import { SERIE_MASSIMA } from './serie.schema.js';
import type { RegoleTavolo } from './regole-tavolo.schema.js';

export type EsitoPreavviso = 'ok' | 'serve_urgenza' | 'troppo_tardi' | 'passato';

export interface Preavviso {
  /** Giorni liberi between today and the incontro. */
  readonly giorni: number;
  readonly richiesti: number;
  readonly minimo: number;
  readonly esito: EsitoPreavviso;
}

/** Whether an incontro that begins at `inizio` may still be convened at `now`: in the ordinary notice, by urgency only, or no more. */
export function preavviso(regole: Pick<RegoleTavolo, 'preavvisoGiorni' | 'preavvisoUrgenza'>, now: Date, inizio: Date): Preavviso {
  const giorni = giorniLiberi(now, inizio);
  const esito =
    inizio <= now
      ? 'passato'
      : giorni >= regole.preavvisoGiorni
        ? 'ok'
        : giorni >= regole.preavvisoUrgenza
          ? 'serve_urgenza'
          : 'troppo_tardi';
  return { giorni, richiesti: regole.preavvisoGiorni, minimo: regole.preavvisoUrgenza, esito };
}

/** Of several tavoli that meet together the strictest notice holds. */
export function preavvisoPiuSevero(
  regole: readonly Pick<RegoleTavolo, 'preavvisoGiorni' | 'preavvisoUrgenza'>[],
): Pick<RegoleTavolo, 'preavvisoGiorni' | 'preavvisoUrgenza'> {
  return {
    preavvisoGiorni: Math.max(0, ...regole.map(r => r.preavvisoGiorni)),
    preavvisoUrgenza: Math.max(0, ...regole.map(r => r.preavvisoUrgenza)),
  };
}

const URGENTE_MS = 48 * 3_600_000;

/** A change that reaches people within 48 hours of the incontro is marked in the subject. */
export const cambioUrgente = (now: Date, inizio: Date): boolean => inizio.getTime() - now.getTime() < URGENTE_MS;

export interface DataSerie {
  /** Wall time in Rome, `YYYY-MM-DDTHH:mm`. */
  readonly wall: string;
  /** Null where the clock skips that time (last Sunday of March). */
  readonly instant: Date | null;
}

/** The starts of a series, the first included, at the same wall time in Rome whatever the daylight saving. */
export function dateSerie(inizio: Date, serie: SerieInput): DataSerie[] {
  const first = instantToRomeWall(inizio);
  const until = new Date(serie.finoAl);
  const dates: DataSerie[] = [];
  for (let n = 0; dates.length < SERIE_MASSIMA; n++) {
    const day = serie.cadenza === 'settimane' ? addDays(first, n * serie.ogni * 7) : sameWeekdayOfMonth(first, n);
    const wall = `${day}${first.slice(10)}`;
    const found = romeWallToInstant(wall);
    const instant = found.ok ? found.instant : null;
    if ((instant ?? new Date(`${wall}:00Z`)) > until) break;
    dates.push({ wall, instant });
  }
  return dates;
}

interface Ore {
  readonly inizio: Date;
  readonly fine: Date;
}

/**
 * Where another incontro of the series goes when one goes from `da` to `verso`: as many days further, to the same wall time in Rome, for as long.
 * @returns null where the clock skips that hour
 */
export function conLaSerie(da: Date, verso: Ore, altro: Date): Ore | null {
  const giorno = (instant: Date) => Date.parse(`${instantToRomeWall(instant).slice(0, 10)}T00:00Z`) / 86_400_000;
  const giorni = giorno(verso.inizio) - giorno(da);
  const found = romeWallToInstant(`${addDays(instantToRomeWall(altro), giorni)}${instantToRomeWall(verso.inizio).slice(10)}`);
  return found.ok
    ? { inizio: found.instant, fine: new Date(found.instant.getTime() + verso.fine.getTime() - verso.inizio.getTime()) }
    : null;
}

function addDays(wall: string, days: number): string {
  return new Date(Date.parse(`${wall.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same weekday of the same week, `months` later: the second Tuesday stays the second Tuesday; a fifth becomes the last. */
function sameWeekdayOfMonth(wall: string, months: number): string {
  const start = new Date(`${wall.slice(0, 10)}T00:00Z`);
  const nth = Math.floor((start.getUTCDate() - 1) / 7);
  const month = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const first = 1 + ((start.getUTCDay() - month.getUTCDay() + 7) % 7);
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  const day = first + nth * 7 > days ? first + nth * 7 - 7 : first + nth * 7;
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), day)).toISOString().slice(0, 10);
}
