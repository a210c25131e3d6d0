import { setImmediate } from 'node:timers/promises';
import { PdfFailed } from './pdf.errors.js';

/** How much a document may hold: values (each line of a text counts) and characters. */
export interface PrintBounds {
  readonly values: number;
  readonly chars: number;
}

/** Found by measure: within them a document, even one that shows a text twice, takes less than 10 s and 300 MB. */
const USUAL: PrintBounds = { values: 13_000, chars: 210_000 };

/**
 * All that Titillium Web and Libertinus Serif can draw in every weight we use (a test draws each one): Latin with its accents, Greek,
 * Cyrillic, Hebrew, common punctuation and signs. PDF/UA and PDF/A refuse a document with a character without a shape.
 */
export const SHOWABLE =
  '\\n\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02e4\\u0300-\\u0341\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ce\\u0400-\\u045f\\u0490-\\u04c4' +
  '\\u04d0-\\u04f9\\u05d0-\\u05ea\\u1e00-\\u1e9b\\u1e9e\\u1ea0-\\u1ef9\\u2010-\\u2015\\u2018-\\u2022\\u2026\\u2030-\\u2034\\u2039\\u203a\\u2044\\u2070' +
  '\\u2074-\\u208e\\u20ac\\u2116\\u2122\\u2190-\\u2193\\u2212\\u2248\\u2260\\u2264\\u2265\\u25a1';
const UNSHOWABLE = new RegExp(`[^${SHOWABLE}]`, 'gu');
/** Controls, invisible marks, marks that turn the direction of text: they have no shape and only serve to deceive. */
const INVISIBLE = /(?!\n)\p{C}/gu;
const SPACES = /[\t\v\f\r\p{Zs}\p{Zl}\p{Zp}]/gu;
/** A word too long for a line gets places where it may be broken. */
const LONG_WORD = /\S{31,}/gu;
const PIECE = /.{10}(?=\P{M})/gu;
const SHA256 = /^[0-9a-f]{64}$/;
const LINE_END = /[\n\r]/;

/**
 * Words of at most 30 common letters between single spaces or lines: nearly every text, and fit to be drawn as it is. Every way through it is the only
 * one, so that it takes time as the text is long; the letters stay as they are under NFC.
 */
const FIT_ALREADY = /^(?:[!-~\u00a1-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u2022\u2026\u20ac]{0,30}(?:[ \n]|$))*$/;

/** Makes one string fit to be drawn: what has no shape becomes a box, what is invisible goes, endless words may break. */
export function printableText(text: string): string {
  if (FIT_ALREADY.test(text) || SHA256.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(UNSHOWABLE, '□')
    .replace(LONG_WORD, word => word.replace(PIECE, '$&\u200b'));
}

/** How long the process may do nothing else, in milliseconds: a dossier has half a million characters, and people wait for pages meanwhile. */
const SLICE_MS = 2;

/**
 * The data of a document as JSON text, every string made printable; a little at a time.
 * @throws PdfFailed `too-long`
 */
export async function printableJson(data: unknown, bounds: PrintBounds = USUAL): Promise<string> {
  let text = '';
  let until = performance.now() + SLICE_MS;
  for (const piece of pieces(data, { ...bounds, valuesLeft: bounds.values, charsLeft: bounds.chars })) {
    text += piece;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
  return text;
}

interface Count extends PrintBounds {
  valuesLeft: number;
  charsLeft: number;
}

function* pieces(value: unknown, count: Count): Generator<string> {
  spend(value, count);
  if (Array.isArray(value)) {
    yield '[';
    for (const [i, item] of value.entries()) {
      if (i > 0) yield ',';
      yield* pieces(item, count);
    }
    yield ']';
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    let before = '{';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${before}${JSON.stringify(key)}:`;
      yield* pieces(item, count);
      before = ',';
    }
    yield before === '{' ? '{}' : '}';
  } else yield JSON.stringify(typeof value === 'string' ? printableText(value) : (value ?? null));
}

/** @throws PdfFailed `too-long` */
function spend(value: unknown, count: Count): void {
  count.valuesLeft -= 1;
  if (typeof value === 'string') {
    count.charsLeft -= value.length;
    // Each line costs as much as a cell of a table.
    if (count.charsLeft >= 0 && LINE_END.test(value)) count.valuesLeft -= value.split(LINE_END).length - 1;
  }
  if (count.valuesLeft < 0 || count.charsLeft < 0)
    throw new PdfFailed('too-long', `more than ${count.values} lines or ${count.chars} characters`);
}
