/** C0 and C1 controls but tab and newline, bidi overrides and isolates, zero-width characters, BOM. */
 
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text without characters that nobody typed: invisible, or able to make other text look different. CRLF becomes LF. */
export function senzaControlli(value: string): string {
  return value.replaceAll('\r\n', '\n').replace(CONTROLS, '');
}

/** One line: every run of white space is one space, none at the ends. */
export function normalizzaSpazi(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** `Disabilità e autismo` -> `disabilita-e-autismo`. */
export function slugify(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
