import { checkCodiceFiscalePersona, normalizzaCodiceFiscale } from '../../enti/codice-fiscale.js';
import { trovaTelefoni } from './avvisi-telefono.js';
import { ibanValido, LUNGHEZZE_IBAN } from './iban.js';

export type TipoAvvisoPrivacy = 'codice_fiscale' | 'iban' | 'telefono' | 'email';

/** Something in a text that may be private, as it is written and where. */
export interface AvvisoPrivacy {
  tipo: TipoAvvisoPrivacy;
  testo: string;
  indice: number;
}

/** No letter or digit before: it is not the end of a longer code. */
const PRIMA = '(?<![\\p{L}\\p{N}])';
const DOPO = '(?![\\p{L}\\p{N}])';
const S = '[ \\u00a0]?';

const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,63})@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}(?![\p{L}\p{N}])/gu;
/** RSSMRA80A01H501U, also in groups; in the digits the letters of omocodia. */
const CODICE = new RegExp(`${PRIMA}[A-Z]{3}${S}[A-Z]{3}${S}[0-9L-V]{2}${S}[A-Z]${S}[0-9L-V]{2}${S}[A-Z][0-9L-V]{3}${S}[A-Z]${DOPO}`, 'giu');
const INIZIO_IBAN = new RegExp(`${PRIMA}(?=([A-Z]{2})\\d{2}${S}[A-Z0-9])`, 'giu');

const CIFRA = /[A-Z0-9]/iu;
const FRA_CIFRE = /[ \u00a0-]/u;
const CONTINUA = /^[\p{L}\p{N}]/u;

type Trovato = Omit<AvvisoPrivacy, 'tipo'>;

function trova(text: string, forma: RegExp): Trovato[] {
  return [...text.matchAll(forma)].map(m => ({ testo: m[0], indice: m.index }));
}

function trovaCodici(text: string): Trovato[] {
  return trova(text, CODICE).filter(t => checkCodiceFiscalePersona(normalizzaCodiceFiscale(t.testo)) === null);
}

/** As many letters and digits as the country asks for, with single spaces or hyphens between; null when the text is not so. */
function prossimi(text: string, indice: number, quanti: number): string | null {
  let fine = indice;
  for (let letti = 0; letti < quanti; letti += 1) {
    if (letti > 0 && FRA_CIFRE.test(text.charAt(fine))) fine += 1;
    if (!CIFRA.test(text.charAt(fine))) return null;
    fine += 1;
  }
  return CONTINUA.test(text.slice(fine, fine + 2)) ? null : text.slice(indice, fine);
}

function trovaIban(text: string): Trovato[] {
  return [...text.matchAll(INIZIO_IBAN)].flatMap(m => {
    const quanti = LUNGHEZZE_IBAN.get((m[1] ?? '').toUpperCase());
    const testo = quanti === undefined ? null : prossimi(text, m.index, quanti);
    return testo !== null && ibanValido(testo) ? [{ testo, indice: m.index }] : [];
  });
}

/** The surest first: a number inside an IBAN is not a telephone. */
const CERCA: readonly [TipoAvvisoPrivacy, (text: string) => Trovato[]][] = [
  ['email', text => trova(text, EMAIL)],
  ['iban', trovaIban],
  ['codice_fiscale', trovaCodici],
  ['telefono', trovaTelefoni],
];

/** What in a text may be somebody's private data, in reading order. It warns and nothing more: who publishes decides on each. */
export function avvisiPrivacy(text: string): AvvisoPrivacy[] {
  const avvisi: AvvisoPrivacy[] = [];
  for (const [tipo, cerca] of CERCA) {
    const liberi = cerca(text).filter(t => !avvisi.some(a => t.indice < a.indice + a.testo.length && a.indice < t.indice + t.testo.length));
    avvisi.push(...liberi.map(t => ({ tipo, ...t })));
  }
  return avvisi.sort((a, b) => a.indice - b.indice);
}
