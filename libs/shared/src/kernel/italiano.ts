/**
 * Italian in sentences that are put together: articles, articulated prepositions, counts, gender. Days have their own file (`giorni.ts`), which
 * stands on the same rule of elision before a number.
 */
export const ARTICOLI = ['il', 'lo', 'la', 'l’', 'i', 'gli', 'le'] as const;
export type Articolo = (typeof ARTICOLI)[number];
export const GENERI = ['m', 'f'] as const;
export type Genere = (typeof GENERI)[number];

/** A noun of an ambito as it stands in the middle of a sentence. An article in the plural (`i`, `gli`, `le`) says that `testo` is a plural already. */
export interface Parola {
  readonly testo: string;
  readonly plurale: string;
  readonly articolo: Articolo;
  readonly genere: Genere;
}

/** Each preposition joined to each article; `con`, `per` and `tra` stand apart from it. */
const UNITE: Readonly<Record<Articolo, readonly [di: string, a: string, da: string, inn: string, su: string]>> = {
  il: ['del ', 'al ', 'dal ', 'nel ', 'sul '],
  lo: ['dello ', 'allo ', 'dallo ', 'nello ', 'sullo '],
  la: ['della ', 'alla ', 'dalla ', 'nella ', 'sulla '],
  'l’': ['dell’', 'all’', 'dall’', 'nell’', 'sull’'],
  i: ['dei ', 'ai ', 'dai ', 'nei ', 'sui '],
  gli: ['degli ', 'agli ', 'dagli ', 'negli ', 'sugli '],
  le: ['delle ', 'alle ', 'dalle ', 'nelle ', 'sulle '],
};
const UNIBILI = ['di', 'a', 'da', 'in', 'su'] as const;
export const PREPOSIZIONI = [...UNIBILI, 'con', 'per', 'tra'] as const;
export type Preposizione = (typeof PREPOSIZIONI)[number];

const nudo = (articolo: Articolo): string => (articolo === 'l’' ? articolo : `${articolo} `);

/** `conArticolo('di', 'l’', 'ambito')`: `dell’ambito`; without a preposition, `l’ambito`. */
export function conArticolo(preposizione: Preposizione | null, articolo: Articolo, nome: string): string {
  if (preposizione === null) return nudo(articolo) + nome;
  const unita = UNITE[articolo][UNIBILI.indexOf(preposizione as 'di')];
  return (unita ?? `${preposizione} ${nudo(articolo)}`) + nome;
}

/** The article of the plural: of `l’ambito` and `lo sportello` it is `gli`. */
export function articoloPlurale({ articolo, genere }: Pick<Parola, 'articolo' | 'genere'>): Articolo {
  if (articolo === 'i' || articolo === 'gli' || articolo === 'le') return articolo;
  return genere === 'f' ? 'le' : articolo === 'il' ? 'i' : 'gli';
}

const VOCALE = /^h?[aeiouàèéìòù]/i;
const LO = /^(?:s[^aeiouàèéìòùy\s]|z|gn|ps|pn|x|y|i[aeou])/i;

/** The article that Italian wants before a word: `lo sportello`, `l’ufficio`, `la zona`. Acronyms are read by their letters: who writes one says its article. */
export function articoloPer(parola: string, genere: Genere, plurale = false): Articolo {
  const lo = LO.test(parola);
  if (genere === 'f') return plurale ? 'le' : VOCALE.test(parola) && !/^i[aeou]/i.test(parola) ? 'l’' : 'la';
  if (plurale) return lo || VOCALE.test(parola) ? 'gli' : 'i';
  return lo ? 'lo' : VOCALE.test(parola) ? 'l’' : 'il';
}

/** `conta(1, 'comune', 'comuni')`: `1 comune`; 0: `0 comuni`, or `nessuno` where it is given (`nessun comune`). */
export const conta = (n: number, uno: string, molti: string, nessuno?: string): string =>
  n === 0 && nessuno !== undefined ? nessuno : `${n.toLocaleString('it-IT')} ${n === 1 ? uno : molti}`;

/** Read aloud the number begins with a vowel: otto, undici, ottanta…, ottocento…, and so do as many thousands or millions. */
const suonaVocale = (n: number): boolean => (n >= 1000 ? suonaVocale(Math.floor(n / 1000)) : n === 11 || String(n).startsWith('8'));

/** The counted with their article: `gli 11 comuni`, `i 3 comuni`, `il comune`, `le 8 firme`; `di`: `degli 11 comuni`. Nobody is `nessun comune`. */
export function iContati(n: number, parola: Parola, preposizione: Preposizione | null = null): string {
  if (n === 0) return `${preposizione === null ? '' : `${preposizione} `}${nessuno(parola)}`;
  if (n === 1) return conArticolo(preposizione, parola.articolo, parola.testo);
  const cifre = n.toLocaleString('it-IT');
  const articolo = parola.genere === 'f' ? 'le' : suonaVocale(n) ? 'gli' : 'i';
  return conArticolo(preposizione, articolo, `${cifre} ${parola.plurale}`);
}

function nessuno({ testo, genere, articolo }: Parola): string {
  if (genere === 'm') return `${articolo === 'lo' ? 'nessuno' : 'nessun'} ${testo}`;
  return articolo === 'l’' ? `nessun’${testo}` : `nessuna ${testo}`;
}

export const maiuscola = (testo: string): string => testo.replace(/^\p{L}/u, lettera => lettera.toUpperCase());

/** Of a woman, of a man, or of somebody who has not said: words that do not tell. */
export const secondoGenere = (genere: Genere | null, maschile: string, femminile: string, neutro: string): string =>
  genere === 'm' ? maschile : genere === 'f' ? femminile : neutro;
