import type { PezzoTesto } from '@tavoli/shared';

/** Marks around found words: control characters, which no stored text holds (fields refuse them). */
const INIZIO = '\u0002';
const FINE = '\u0003';

const TROVATO = /(\u0002[^\u0002\u0003]*\u0003)/;

/** Options of ts_headline: two short pieces around what was found. */
export const OPZIONI = `StartSel=${INIZIO}, StopSel=${FINE}, MaxFragments=2, MinWords=8, MaxWords=22, FragmentDelimiter=" … "`;

/** The pieces of a marked text, in order; those found are told apart. */
export function pezzi(segnato: string): PezzoTesto[] {
  return segnato
    .split(TROVATO)
    .filter(pezzo => pezzo !== '')
    .map(pezzo => ({ testo: pezzo.replaceAll(INIZIO, '').replaceAll(FINE, '').replaceAll("'", '’'), trovato: pezzo.startsWith(INIZIO) }));
}
