import { checkPartitaIva } from '../../enti/partita-iva.js';

interface Trovato {
  testo: string;
  indice: number;
}

/** What people put between the digits of a number: one sign, or a sign and a space; brackets around the district. */
const FRA = '(?:[ \\u00a0./\\u2010-\\u2013-]{0,2}|[ \\u00a0]?[()][ \\u00a0]?)';
/** Digits in a row, however parted, that are not the rest of a longer code or of an amount. */
const FILA = new RegExp(`(?<![\\p{L}\\p{N}+€]|\\p{N}[.,:])(?:\\+ ?|\\()?\\d(?:${FRA}\\d){5,59}(?![\\p{L}\\p{N}]|[,:]\\p{N})`, 'gu');

const DATA = /^\d{1,2}[ ./-]\d{1,2}[ ./-]\d{2,4}(?!\d)|^\d{1,2}[ ./-]\d{4}$/;
const ORARIO = /^\d{1,2}\.\d{2} ?[-\u2010-\u2013] ?\d{1,2}\.\d{2}$/;
const MIGLIAIA = /^\d{1,3}(?:\.\d{3})+$/;
/** A number that says of itself that it is another: of a protocol, of a tender, of a taxpayer, of an amount. */
const ALTRO_NUMERO =
  /(?<!\p{L})(?:prot|protocollo|cig|cup|r\.?g|p\.? ?iva|partita iva|c\.? ?f|codice fiscale|determina|determinazione|delibera|decreto|€|euro)[.:]*(?: ?n[.°º]*)? *$/iu;
const DETTO = /(?<!\p{L})(?:tel|telefono|telefonico|cell|cellulare|fax|mobile|whatsapp)[.:]*(?: ?n[.°º]*)? *$/iu;
/** Numbers of services, that nobody has at home. */
const DI_SERVIZIO = /^(?:80[03]|84[0478]|89[29]|199)/;
/** Old mobile numbers have nine digits: taken for such only with something after the first three. */
const CELLULARE_A_PARTI = /^\(?3\d{2}[^\d]/;

/** A mobile is 3 and nine digits, or eight in old numbers; a landline 0 and a district, up to eleven. */
function comeInItalia(numero: string, breve: boolean): boolean {
  if (/^3[1-9]/.test(numero)) return numero.length === 10 || (breve && numero.length === 9);
  return /^0[1-9]/.test(numero) && numero.length >= (breve ? 6 : 8) && numero.length <= 11;
}

function eAltro(scritto: string, cifre: string, prima: string): boolean {
  if (ALTRO_NUMERO.test(prima) || DATA.test(scritto) || ORARIO.test(scritto) || MIGLIAIA.test(scritto)) return true;
  return scritto === cifre && checkPartitaIva(cifre) === null;
}

function eTelefono(scritto: string, prima: string): boolean {
  const cifre = scritto.replace(/\D/g, '');
  const conPrefisso = /^\+|^0039/.test(scritto);
  const numero = cifre.replace(/^0039/, '').replace(scritto.startsWith('+') ? /^39/ : /^$/, '');
  if (scritto.startsWith('+') && numero === cifre) return cifre.length >= 8 && cifre.length <= 15;
  if (DETTO.test(prima)) return !DI_SERVIZIO.test(numero) && numero.length >= 6 && numero.length <= 11;
  if (conPrefisso) return comeInItalia(numero, true);
  return !eAltro(scritto, cifre, prima) && comeInItalia(numero, CELLULARE_A_PARTI.test(scritto));
}

/** Where it begins and what it says; a bracket that the number does not close is of the sentence. */
function senzaParentesiSola(fila: string, da: number, a: number): [number, string] {
  const testo = fila.slice(da, a);
  return testo.startsWith('(') && !testo.includes(')') ? [da + 1, testo.slice(1)] : [da, testo];
}

/** The row itself or, where several numbers were written one after the other, each of them: the longest first. */
function inFila(fila: Trovato, text: string): Trovato[] {
  const gruppi = [...fila.testo.matchAll(/(?:\+ ?|\()?\d+/g)].map(m => ({ da: m.index, a: m.index + m[0].length }));
  const cifre = fila.testo.replace(/\D/g, '').length;
  const trovati: Trovato[] = [];
  for (let i = 0; i < gruppi.length;) {
    let j = gruppi.length;
    for (; j > i; j -= 1) {
      const [da, testo] = senzaParentesiSola(fila.testo, gruppi[i]?.da ?? 0, gruppi[j - 1]?.a ?? 0);
      const indice = fila.indice + da;
      if (testo.length <= 30 && eTelefono(testo, text.slice(Math.max(0, indice - 24), indice))) {
        trovati.push({ testo, indice });
        break;
      }
    }
    // A row as short as one number is that or nothing: its parts are dates and amounts.
    if (cifre <= 11 && j === i) break;
    i = Math.max(j, i + 1);
  }
  return trovati;
}

/** Telephone numbers of people: Italian ones, and those with a foreign prefix. */
export function trovaTelefoni(text: string): Trovato[] {
  return [...text.matchAll(FILA)].flatMap(m => inFila({ testo: m[0], indice: m.index }, text));
}
