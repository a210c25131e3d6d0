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

/** Makes one string fit to be drawn: what has no shape becomes a box, what is invisible goes, endless words may break. */
export function printableText(text: string): string {
  if (SHA256.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(UNSHOWABLE, '□')
    .replace(LONG_WORD, word => word.replace(PIECE, '$&\u200b'));
}

/**
 * The data of a document as JSON text, every string made printable.
 * @throws PdfFailed `too-long`
 */
export function printableJson(data: unknown, bounds: PrintBounds = USUAL): string {
  let values = 0;
  let chars = 0;
  const count = (value: unknown) => {
    values += 1;
    if (typeof value === 'string') chars += value.length;
    // Each line costs as much as a cell of a table.
    if (typeof value === 'string' && chars <= bounds.chars) values += value.split(/[\n\r]/).length - 1;
    if (values > bounds.values || chars > bounds.chars)
      throw new PdfFailed('too-long', `more than ${bounds.values} lines or ${bounds.chars} characters`);
  };
  return JSON.stringify(data, (_key, value: unknown) => {
    count(value);
    return typeof value === 'string' ? printableText(value) : value;
  });
}
