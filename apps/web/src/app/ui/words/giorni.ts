import { instantToRomeWall, romeWallToInstant } from '@tavoli/shared';

/**
 * The days of a calendar, as `YYYY-MM-DD` in Rome. A day is a date and not an instant: it is counted in UTC, where every day has 24 hours,
 * and becomes an instant only to ask the API, so neither the zone of the machine nor daylight saving can shift it.
 */
export type Giorno = string;

const DAY_MS = 86_400_000;
export const utc = (giorno: Giorno): number => Date.parse(`${giorno}T00:00Z`);
const giornoUtc = (ms: number): Giorno => new Date(ms).toISOString().slice(0, 10);

/** The day of an instant, in Rome. */
export const giornoDi = (instant: Date): Giorno => instantToRomeWall(instant).slice(0, 10);

/** The instant at which a day begins in Rome: midnight is never skipped by the clock there. */
export function inizioDi(giorno: Giorno): Date {
  const rome = romeWallToInstant(`${giorno}T00:00`);
  if (!rome.ok) throw new RangeError(`No such day: ${giorno}`);
  return rome.instant;
}

/** A day of this century that exists, as an address may give it. */
export function isGiorno(text: string): text is Giorno {
  return /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && giornoUtc(utc(text)) === text;
}

export const piuGiorni = (giorno: Giorno, n: number): Giorno => giornoUtc(utc(giorno) + n * DAY_MS);

/** The same day `n` months later, or the last of a shorter month. */
export function piuMesi(giorno: Giorno, n: number): Giorno {
  const [year = 0, month = 1, day = 1] = giorno.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return giornoUtc(Date.UTC(year, month - 1 + n, Math.min(day, last)));
}

/** Some days as the API wants it: from its first instant to the first that is no longer of it. */
export const finestra = ({ dal, al }: { readonly dal: Giorno; readonly al: Giorno }): { da: string; a: string } => ({
  da: inizioDi(dal).toISOString(),
  a: inizioDi(piuGiorni(al, 1)).toISOString(),
});
