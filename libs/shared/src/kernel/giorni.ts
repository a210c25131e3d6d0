import { formatData, formatDataOra } from './rome-time.js';

/**
 * What leads to a day in a sentence. Before the name of a day of the week there is no article (`entro lunedì 8 marzo`); before a number there is,
 * and it is elided before 8 and 11 (`dall’8 marzo`, `entro l’11 marzo`). With a capital where the sentence begins.
 */
const LEGAMI = {
  il: ['il ', 'l’', ''],
  dal: ['dal ', 'dall’', 'da '],
  al: ['al ', 'all’', 'a '],
  del: ['del ', 'dell’', 'di '],
  'entro il': ['entro il ', 'entro l’', 'entro '],
  'fino al': ['fino al ', 'fino all’', 'fino a '],
} as const;
type Minuscolo = keyof typeof LEGAMI;
export type Legame = Minuscolo | Capitalize<Minuscolo>;

/** `ottobre` and `undici` begin with a vowel: as numbers they are written 8 and 11, alone or before what is no digit. */
const ELISO = /^(8|11)(?!\d)/;
const SETTIMANA = /^\p{L}/u;

function lega(legame: Legame, data: string): string {
  const [prima, eliso, senza] = LEGAMI[legame.toLowerCase() as Minuscolo];
  const parole = `${SETTIMANA.test(data) ? senza : ELISO.test(data) ? eliso : prima}${data}`;
  return /^[A-Z]/.test(legame) ? parole.replace(/^./, c => c.toUpperCase()) : parole;
}

/** `entro l’8 marzo 2026`, `dal 1º marzo 2026` */
export const conData = (legame: Legame, instant: Date): string => lega(legame, formatData(instant));

/** `entro domenica 8 marzo 2026, ore 12:00` */
export const conDataOra = (legame: Legame, instant: Date): string => lega(legame, formatDataOra(instant));

/** The same of a day `YYYY-MM-DD`. */
export const conGiorno = (legame: Legame, giorno: string): string => conData(legame, new Date(`${giorno}T12:00:00Z`));
