import { giornoDi, piuGiorni, piuMesi, utc, type Giorno } from '../../ui/words/giorni';
import { maiuscola } from '../../ui/words/parole';

export const VISTE = ['agenda', 'mese', 'settimana'] as const;
export type Vista = (typeof VISTE)[number];

/** What a calendar shows: its days `dal` to `al` (both included), its name, and the day that leads to the one before and after. */
export interface Periodo {
  readonly dal: Giorno;
  readonly al: Giorno;
  readonly nome: string;
  readonly prima: Giorno;
  readonly dopo: Giorno;
}

const words = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('it-IT', { ...options, timeZone: 'UTC' });

const ESTESO = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SENZA_SETTIMANA = words({ day: 'numeric', month: 'long', year: 'numeric' });
const MESE = words({ month: 'long', year: 'numeric' });
const SETTIMANA = words({ weekday: 'long', day: 'numeric', month: 'long' });

/** The names of the columns. */
export const GIORNI_SETTIMANA = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

/** The view an address asks for; the agenda, if it asks for none that there is. */
export const asVista = (text: string): Vista => VISTE.find(vista => vista === text) ?? 'agenda';

export const lunediDi = (giorno: Giorno): Giorno => piuGiorni(giorno, -((new Date(utc(giorno)).getUTCDay() + 6) % 7));
const primoDelMese = (giorno: Giorno): Giorno => `${giorno.slice(0, 8)}01`;

/** `lunedì 23 novembre 2026` */
export const nomeGiorno = (giorno: Giorno): string => ESTESO.format(utc(giorno));
/** `lunedì 23 novembre` */
export const nomeGiornoBreve = (giorno: Giorno): string => SETTIMANA.format(utc(giorno));
/** `novembre 2026` */
const nomeMese = (giorno: Giorno): string => MESE.format(utc(giorno));

const AGENDA_MESI = 3;

/** The period of a calendar that contains `data`; the agenda begins with it. */
export function periodo(vista: Vista, data: Giorno): Periodo {
  switch (vista) {
    case 'mese': {
      const dal = primoDelMese(data);
      const dopo = piuMesi(dal, 1);
      return { dal, al: piuGiorni(dopo, -1), nome: maiuscola(nomeMese(dal)), prima: piuMesi(dal, -1), dopo };
    }
    case 'settimana': {
      const dal = lunediDi(data);
      const al = piuGiorni(dal, 6);
      return { dal, al, nome: `Settimana ${dalAl(dal, al)}`, prima: piuGiorni(dal, -7), dopo: piuGiorni(dal, 7) };
    }
    case 'agenda': {
      const dopo = piuMesi(data, AGENDA_MESI);
      const al = piuGiorni(dopo, -1);
      return { dal: data, al, nome: maiuscola(dalAl(data, al)), prima: piuMesi(data, -AGENDA_MESI), dopo };
    }
  }
}

/** The weeks of a period, Monday first; null where a day belongs to another month. */
export function settimane({ dal, al }: Pick<Periodo, 'dal' | 'al'>): (Giorno | null)[][] {
  const weeks: (Giorno | null)[][] = [];
  for (let monday = lunediDi(dal); monday <= al; monday = piuGiorni(monday, 7)) {
    weeks.push(GIORNI_SETTIMANA.map((_, i) => piuGiorni(monday, i)).map(day => (day < dal || day > al ? null : day)));
  }
  return weeks;
}

export interface GiornoConIncontri<T> {
  readonly giorno: Giorno;
  readonly incontri: readonly T[];
}

/** Incontri by the day on which they begin in Rome, in order. */
export function perGiorno<T extends { readonly inizioAt: string }>(items: readonly T[]): GiornoConIncontri<T>[] {
  const days = new Map<Giorno, T[]>();
  for (const item of items) {
    const giorno = giornoDi(new Date(item.inizioAt));
    days.set(giorno, [...(days.get(giorno) ?? []), item]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([giorno, incontri]) => ({ giorno, incontri }));
}

/** `dal 23 al 29 novembre 2026`, saying month and year once where they are the same. */
function dalAl(dal: Giorno, al: Giorno): string {
  const fine = SENZA_SETTIMANA.format(utc(al));
  const inizio = SENZA_SETTIMANA.format(utc(dal));
  const [giorno = '', mese = ''] = inizio.split(' ');
  const short = dal.slice(0, 7) === al.slice(0, 7) ? giorno : dal.slice(0, 4) === al.slice(0, 4) ? `${giorno} ${mese}` : inizio;
  return `${preposizione('dal', short)} ${preposizione('al', fine)}`;
}

/** `dal 3`, but `dall’8` and `dall’11`. */
const preposizione = (word: 'dal' | 'al', text: string): string => (/^(8|11)\b/.test(text) ? `${word}l’${text}` : `${word} ${text}`);
