/** `[month, day]` of the days that are festivi every year, besides Sundays (L. 260/1949, L. 54/1977, DPR 792/1985, L. 336/2000). */
const FISSE = [[1, 1], [1, 6], [4, 25], [5, 1], [6, 2], [8, 15], [11, 1], [12, 8], [12, 25], [12, 26]] as const;

/** San Francesco, patron of Italy, is festivo again from this year on (L. 151/2025). */
const SAN_FRANCESCO_DAL = 2026;

const two = (n: number): string => String(n).padStart(2, '0');
const giorno = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** Monday after Easter (Gregorian, western) as `YYYY-MM-DD`; years 1583 to 9999. */
export function easterMonday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonShift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + moonShift + 15) % 30;
  const moon = epact - (epact > 28 || (epact === 28 && golden > 10) ? 1 : 0); // days from 21 March to the full moon
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const day = moon - weekday + 28 + 1; // of March: 32 is 1 April
  return day > 31 ? giorno(year, 4, day - 31) : giorno(year, 3, day);
}

/** Days that are festivi in all Italy as `YYYY-MM-DD`, in order, without Sundays and the patron of each comune. */
export function festivitaItaliane(year: number): readonly string[] {
  const fisse = FISSE.map(([month, day]) => giorno(year, month, day));
  return [...fisse, easterMonday(year), ...(year >= SAN_FRANCESCO_DAL ? [giorno(year, 10, 4)] : [])].sort();
}
