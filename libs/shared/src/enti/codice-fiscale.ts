import { checkPartitaIva } from './partita-iva.js';

export type ProblemaCodiceFiscale = 'lunghezza' | 'caratteri' | 'carattere_di_controllo';

/** Surname and name, year, month, day, place, check letter; L M N P Q R S T U V stand for digits in omocodia (DM 12 marzo 1974). */
const PERSONA = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** Values of 0-9, then A-Z, in odd positions (counted from 1). */
const DISPARI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Upper case, without spaces: the form that is stored and compared. */
export function normalizzaCodiceFiscale(value: string): string {
  return value.replace(/\s+/g, '').toUpperCase();
}

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

/** A person's codice fiscale, 16 characters, omocodia included; null when it holds. */
export function checkCodiceFiscalePersona(value: string): ProblemaCodiceFiscale | null {
  if (value.length !== 16) return 'lunghezza';
  if (!PERSONA.test(value)) return 'caratteri';
  return carattereDiControllo(value.slice(0, 15)) === value[15] ? null : 'carattere_di_controllo';
}

/** An ente's codice fiscale: 11 digits as a partita IVA, or 16 characters where a person stands for it; null when it holds. */
export function checkCodiceFiscaleEnte(value: string): ProblemaCodiceFiscale | null {
  return value.length === 16 ? checkCodiceFiscalePersona(value) : checkPartitaIva(value);
}
