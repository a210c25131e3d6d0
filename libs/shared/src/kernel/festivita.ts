/** The days that are festivi every year, besides Sundays (L. 260/1949, L. 54/1977, DPR 792/1985, L. 336/2000), and how people call them. */
const FISSE = [
  [1, 1, 'Capodanno'],
  [1, 6, 'Epifania'],
  [4, 25, 'Festa della Liberazione'],
  [5, 1, 'Festa del lavoro'],
  [6, 2, 'Festa della Repubblica'],
  [8, 15, 'Ferragosto'],
  [11, 1, 'Ognissanti'],
  [12, 8, 'Immacolata Concezione'],
  [12, 25, 'Natale'],
  [12, 26, 'Santo Stefano'],
] as const;

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

function festivita(year: number): Map<string, string> {
  const days = new Map<string, string>(FISSE.map(([month, day, nome]) => [giorno(year, month, day), nome]));
  if (year >= SAN_FRANCESCO_DAL) days.set(giorno(year, 10, 4), 'San Francesco');
  return days.set(easterMonday(year), 'Lunedì dell’Angelo');
}

/** Days that are festivi in all Italy as `YYYY-MM-DD`, in order, without Sundays and the patron of each comune. */
export const festivitaItaliane = (year: number): readonly string[] => [...festivita(year).keys()].sort();

/** The day of the saint patron of a comune, festivo there alone. `mese` from 1, `giorno` of the month. */
export interface Patrono {
  readonly nome: string;
  readonly giorno: number;
  readonly mese: number;
}

/** What a day `YYYY-MM-DD` is called when it is festivo in all Italy, Easter Sunday included, or as the patron of the place; null when it has no name of its own. */
export function nomeFestivita(day: string, patrono: Patrono | null): string | null {
  const year = Number(day.slice(0, 4));
  const nextDay = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  if (patrono !== null && day === giorno(year, patrono.mese, patrono.giorno)) return `${patrono.nome}, santo patrono`;
  return festivita(year).get(day) ?? (nextDay === easterMonday(year) ? 'Pasqua' : null);
}
