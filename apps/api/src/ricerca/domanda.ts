const PAROLE = /[\p{L}\p{N}]+/gu;
/** Quotes, a minus, "or": whoever writes them knows what they want, to the letter. */
const SPECIALE = /"|(?:^|\s)-|\bor\b/i;

/** From this length on a word also stands for those that begin like it: Italian stems of one word are not always the same ("anziano", "anziani"). */
const LUNGA = 5;
/** The last word may be half written. */
const INIZIATA = 3;

/** A text looked for, as SQL: the expression of its tsquery, whose parameter is pushed onto `args`. */
export function domandaSql(q: string, args: unknown[]): string {
  if (SPECIALE.test(q)) return `websearch_to_tsquery('italiano', $${args.push(q.replaceAll('’', "'"))})`;
  const parole = q.match(PAROLE) ?? [];
  const domanda = parole.map((parola, i) => parola + (parola.length >= (i === parole.length - 1 ? INIZIATA : LUNGA) ? ':*' : ''));
  return `to_tsquery('italiano', $${args.push(domanda.join(' & '))})`;
}

/** The words of a text that are long enough to have been mistyped. */
export const paroleDi = (q: string): string[] => (q.match(PAROLE) ?? []).filter(parola => parola.length >= 4).slice(0, 8);
