/** Line ends of other systems and of word processors: each is a newline here, so that no two words are glued together. */
const LINE_ENDS = /\r\n?|[\u000b\u000c\u2028\u2029]/g;

/**
 * C0 and C1 controls but tab and newline; soft hyphen; bidi marks, overrides and isolates; zero-width characters, BOM, annotation
 * and tag characters; the private area, where signs mean what each program likes (ours mark places in mails); surrogates without their pair.
 */
const CONTROLS =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** Nearly every text is made of these alone, none of which is a control: told at once, several times as fast as looking for controls. */
const USUAL = /^[\t\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*$/;

/** The text without characters that nobody typed: invisible, or able to make other text look different. Any line end becomes LF. */
export function senzaControlli(value: string): string {
  if (USUAL.test(value)) return value;
  return value.replace(LINE_ENDS, '\n').replace(CONTROLS, '');
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
    .replace(/^-|-$/g, '');
}
