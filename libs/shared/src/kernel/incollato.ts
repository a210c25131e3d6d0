import { normalizzaSpazi, senzaControlli } from './text.js';

/*
 * What people paste in a field is what they found on a page, in a signature or on a letterhead: with its label, its brackets, signs that nobody
 * sees. It is cleaned before it is judged; whatever is cleaned twice is cleaned as once.
 */

/** Hyphens that a word processor put in the place of the one on the keyboard. */
const TRATTINI = /[\u2010-\u2015\u2212]/g;

const semplice = (value: string): string => normalizzaSpazi(senzaControlli(value)).replace(TRATTINI, '-');

/** `mailto:Nome@esempio.it?subject=…`, `Anna Rossi <nome@esempio.it>`, `<nome@esempio.it>;`: `nome@esempio.it`. */
export function emailIncollata(value: string): string {
  const testo = semplice(value).toLowerCase();
  const da = testo.lastIndexOf('<');
  const a = testo.indexOf('>', da + 1);
  const dentro = da >= 0 && a > da ? testo.slice(da + 1, a) : testo;
  const indirizzo = dentro.startsWith('mailto:') ? (dentro.slice('mailto:'.length).split('?')[0] ?? '') : dentro;
  return indirizzo.trim().replace(/[;,]$/, '').replace(/\.$/, '');
}

/** `tel:+390983123456`, `Tel. (0983) 123456`: digits, and what people put between them. */
export function telefonoIncollato(value: string): string {
  const testo = semplice(value).replace(/^(?:telefono|tel|cell|cellulare|fax)[.:]*\s?/i, '');
  return normalizzaSpazi(testo.replace(/[()]/g, ' ')).replace(/^\+ /, '+');
}

/** Upper case, with nothing between its characters: no space, dot, dash, slash. */
export const codiceIncollato = (value: string): string =>
  senzaControlli(value)
    .replace(TRATTINI, '-')
    .replace(/[\s.\-/]+/g, '')
    .toUpperCase();

/** An `IT` before the eleven digits is the country, as it stands on invoices. */
export const partitaIvaIncollata = (value: string): string => codiceIncollato(value).replace(/^IT(?=\d{11}$)/, '');
