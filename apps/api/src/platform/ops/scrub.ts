/** What must never reach a log, in the order it is looked for: a wider pattern would otherwise eat half of a narrower one. */
const PERSONAL: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]{1,400}@/gi, '$1[credenziali]@'],
  [/[^\s@<>"'(),;:=[\]{}|/?&#]{1,200}@[^\s@<>"'(),;:=[\]{}|/?&#]{1,200}/g, '[email]'],
  [/[?#][^\s"'<>)]{1,2000}/g, '?[…]'],
  [/\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/gi, '[codice fiscale]'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '[ip]'],
  [/(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])/gi, '[ip]'],
  [/\+?\b\d(?:[ .-]?\d){8,14}\b/g, '[numero]'],
];

/** A uuid names a row, not a person. Anything else this long and this dense may be a secret. */
const DENSE = /[A-Za-z0-9_-]{24,}/g;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const looksSecret = (word: string): boolean => !UUID.test(word) && /\d/.test(word) && /[A-Za-z]/.test(word);

// JSON escapes the controls below U+0020; these it leaves: DEL, C1 (8-bit ANSI), line separators, bidirectional overrides.

const DECEPTIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const LONGEST = 4000;

/** Text that may be logged: no mail address, credential, query string, tax code, network address, phone number or secret; no terminal control. */
export function scrub(text: string): string {
  let clean = text.slice(0, LONGEST);
  for (const [pattern, instead] of PERSONAL) clean = clean.replace(pattern, instead);
  clean = clean.replace(DENSE, word => (looksSecret(word) ? '[segreto]' : word));
  return clean.replace(DECEPTIVE, char => `<${char.charCodeAt(0).toString(16)}>`);
}
