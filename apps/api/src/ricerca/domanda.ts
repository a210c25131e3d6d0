const PAROLE = /[\p{L}\p{N}]+/gu;
/** Quotes, a minus, "or": whoever writes them knows what they want, to the letter. */
const SPECIALE = /"|(?:^|\s)-|\bor\b/i;
/** Letters parted by points: `P.I.P.P.I`, `L.E.P.S`. The index holds them in one, as `ricerca_testo` makes them. */
const SIGLA = /^(?:\p{L}\.)+\p{L}$/u;
/** What a point, a slash or a dash parts inside of a word that somebody typed. */
const DENTRO = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s"]+(?=[\p{L}\p{N}])/gu;
const CON_TRATTINO = /^\p{L}{2,}(?:[-\u2010\u2011]\p{L}{2,})+$/u;

/** From this length on a word also stands for those that begin like it: Italian stems of one word are not always the same ("anziano", "anziani"). */
const LUNGA = 5;
/** The last word may be half written. */
const INIZIATA = 3;

/** A text looked for, as SQL: the expression of its tsquery, whose parameter is pushed onto `args`. */
export function domandaSql(q: string, args: unknown[]): string {
  if (SPECIALE.test(q)) return `websearch_to_tsquery('italiano', $${args.push(q.replace(DENTRO, ' '))})`;
  const scritte = q.split(/\s+/).filter(scritta => scritta.match(PAROLE) !== null);
  return `to_tsquery('italiano', $${args.push(scritte.map((scritta, i) => inteso(scritta, i === scritte.length - 1)).join(' & '))})`;
}

/**
 * What somebody typed between two spaces. Figures stand one after the other (`328/2000`, `0-6`), words together wherever they are
 * (`ADI/SAD`), what has a dash also in one (`co-progettazione`).
 */
function inteso(scritta: string, ultima: boolean): string {
  const parole = scritta.match(PAROLE) ?? [];
  const nuda = scritta.slice(scritta.indexOf(parole[0] ?? ''), scritta.lastIndexOf(parole.at(-1) ?? '') + (parole.at(-1) ?? '').length);
  if (SIGLA.test(nuda)) return nuda.replaceAll('.', '');
  if (parole.length > 1 && parole.some(parola => /\p{N}/u.test(parola))) return `(${parole.join(' <-> ')})`;
  const insieme = parole.map((parola, i) => iniziata(parola, ultima && i === parole.length - 1)).join(' & ');
  return CON_TRATTINO.test(nuda) ? `((${insieme}) | ${parole.join('')})` : insieme;
}

const iniziata = (parola: string, ultima: boolean): string => parola + (parola.length >= (ultima ? INIZIATA : LUNGA) ? ':*' : '');

/** The words of a text that are long enough to have been mistyped. */
export const paroleDi = (q: string): string[] => (q.match(PAROLE) ?? []).filter(parola => parola.length >= 4).slice(0, 8);
