import type { PezzoTesto } from '@tavoli/shared';

/** Marks around found words: control characters, which no stored text holds (fields refuse them). */
const INIZIO = '\u0002';
const FINE = '\u0003';

/** Put around every sign inside of a word, so that the parser of PostgreSQL cuts words as the index does, and taken away afterwards. */
const STACCA = '\u0004';

const TROVATO = /(\u0002[^\u0002\u0003]*\u0003)/;

/** SQL of a text ready for ts_headline. */
export const staccato = (testo: string): string =>
  String.raw`regexp_replace(${testo}, '([\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u2010-\u2019])', E'\u0004\\1\u0004', 'g')`;

/** Options of ts_headline: two short pieces around what was found. */
export const OPZIONI = `StartSel=${INIZIO}, StopSel=${FINE}, MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "`;

/** The pieces of a marked text, in order; those found are told apart. */
export function pezzi(segnato: string): PezzoTesto[] {
  return segnato
    .split(TROVATO)
    .filter(pezzo => pezzo !== '')
    .map(pezzo => ({
      testo: pezzo.replaceAll(INIZIO, '').replaceAll(FINE, '').replaceAll(STACCA, '').replaceAll("'", '’'),
      trovato: pezzo.startsWith(INIZIO),
    }));
}
