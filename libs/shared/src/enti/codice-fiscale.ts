import { codiceIncollato } from '../kernel/incollato.js';
import { checkPartitaIva } from './partita-iva.js';

export type ProblemaCodiceFiscale = 'lunghezza' | 'caratteri' | 'carattere_di_controllo' | 'giorno_di_nascita';

/** Surname and name, year, month, day, place, check letter; L M N P Q R S T U V stand for digits in omocodia (DM 12 marzo 1974). */
const PERSONA = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** The letters that stand for 0-9 in omocodia. */
const OMOCODIA = 'LMNPQRSTUV';

/** Values of 0-9, then A-Z, in odd positions (counted from 1). */
const DISPARI = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Upper case, without spaces or dots: the form that is stored and compared. */
export const normalizzaCodiceFiscale = codiceIncollato;

/** Check letter of the first 15 characters of a person's codice fiscale. */
export function carattereDiControllo(primi15: string): string {
  let sum = 0;
  for (let i = 0; i < 15; i += 1) {
    const c = primi15.charCodeAt(i);
    const digit = c < 58;
    sum += i % 2 === 0 ? (DISPARI[digit ? c - 48 : c - 55] ?? 0) : digit ? c - 48 : c - 65;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** The letters of the months, and how many days each has at most; February has 29 in years that may be leap ones. */
const MESI = 'ABCDEHLMPRST';
const GIORNI = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const cifre = (value: string): number => Number(Array.from(value, c => (OMOCODIA.includes(c) ? OMOCODIA.indexOf(c) : c)).join(''));

/** The day of birth, 1 to the last of its month, or 40 more for women; in letters where omocodia asked for it. Of the year only two figures are told. */
function giornoDiNascitaTorna(value: string): boolean {
  const scritto = cifre(value.slice(9, 11));
  const giorno = scritto > 40 ? scritto - 40 : scritto;
  const mese = MESI.indexOf(value[8] ?? '');
  const bisestile = cifre(value.slice(6, 8)) % 4 === 0;
  return giorno >= 1 && giorno <= (mese === 1 && !bisestile ? 28 : (GIORNI[mese] ?? 0));
}

/** A person's codice fiscale: 16 characters, omocodia included, or the 11 digits of a provisional one (DPR 605/1973); null when it holds. */
export function checkCodiceFiscalePersona(value: string): ProblemaCodiceFiscale | null {
  if (/^\d{11}$/.test(value)) return checkPartitaIva(value);
  if (value.length !== 16) return 'lunghezza';
  if (!PERSONA.test(value)) return 'caratteri';
  if (carattereDiControllo(value.slice(0, 15)) !== value[15]) return 'carattere_di_controllo';
  return giornoDiNascitaTorna(value) ? null : 'giorno_di_nascita';
}

/** An ente's codice fiscale: 11 digits as a partita IVA, or 16 characters where a person stands for it; null when it holds. */
export function checkCodiceFiscaleEnte(value: string): ProblemaCodiceFiscale | null {
  return value.length === 16 ? checkCodiceFiscalePersona(value) : checkPartitaIva(value);
}
