/** Dates are stored in UTC and shown in Europe/Rome; none of this depends on the zone of the machine. */
const ZONE = 'Europe/Rome';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DATA = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const GIORNO = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const ORA = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const BREVE = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });

/** Wall time in Rome as `YYYY-MM-DDTHH:mm`. */
export function instantToRomeWall(instant: Date): string {
  const part = Object.fromEntries(PARTS.formatToParts(instant).map(p => [p.type, p.value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

export type RomeWall =
  { readonly ok: true; readonly instant: Date } | { readonly ok: false; readonly reason: 'formato' | 'ora_inesistente' };

/**
 * The instant of a wall time `YYYY-MM-DDTHH:mm` in Rome. The hour that spring skips does not exist; of the hour that autumn repeats
 * the first is taken.
 */
export function romeWallToInstant(wall: string): RomeWall {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wall) return { ok: false, reason: 'formato' };
  for (const offset of [2 * HOUR, HOUR]) {
    const instant = new Date(asUtc - offset);
    if (instantToRomeWall(instant) === wall) return { ok: true, instant };
  }
  return { ok: false, reason: 'ora_inesistente' };
}

/** The first of a month is an ordinal. */
const primo = (data: string): string => data.replace(/(^|\s)1(?=\s)/, '$11º');

/** `23 ottobre 2026`, `1º ottobre 2026` */
export const formatData = (instant: Date): string => primo(DATA.format(instant));

/** `23/10/2026` */
export const formatDataBreve = (instant: Date): string => BREVE.format(instant);

/** `venerdì 23 ottobre 2026, ore 12:00` */
export const formatDataOra = (instant: Date): string => `${primo(GIORNO.format(instant))}, ore ${ORA.format(instant)}`;

/** `12:00` */
export const formatOra = (instant: Date): string => ORA.format(instant);

/** How long until `then` (or since), in plain words: `mancano 3 giorni`, `manca meno di un minuto`, `da 2 giorni`. */
export function quantoManca(now: Date, then: Date): string {
  const ms = then.getTime() - now.getTime();
  if (ms <= 0) return `da ${quantita(-ms)}`;
  if (ms < MINUTE) return 'manca meno di un minuto';
  const words = quantita(ms);
  return `${words.startsWith('1 ') ? 'manca' : 'mancano'} ${words}`;
}

function quantita(ms: number): string {
  const [n, one, many] =
    ms >= 2 * DAY
      ? [Math.floor(ms / DAY), 'giorno', 'giorni']
      : ms >= HOUR
        ? [Math.floor(ms / HOUR), 'ora', 'ore']
        : [Math.floor(ms / MINUTE), 'minuto', 'minuti'];
  return n === 0 ? 'meno di un minuto' : `${n} ${n === 1 ? one : many}`;
}

const dayNumber = (instant: Date): number => Date.parse(`${instantToRomeWall(instant).slice(0, 10)}T00:00Z`) / DAY;

/** *Giorni liberi* between two instants: whole calendar days in Rome, both ends excluded; never negative. */
export function giorniLiberi(from: Date, to: Date): number {
  return Math.max(0, dayNumber(to) - dayNumber(from) - 1);
}
