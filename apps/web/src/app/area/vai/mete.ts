import type { CosaView } from '@tavoli/shared';
import { battuto } from '../../ui/words/battuto';
import type { VoceLavoro } from '../voci/voci';

/** Where one can go: a page of the work, or a thing. */
export interface Meta {
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly titolo: string;
  readonly testo: string;
}

/** «incontro» also means «incontri». */
const radice = (parola: string): string => (parola.length >= 5 ? parola.replace(/[aeio]$/, '') : parola);

/** Entries in whose words are all of those typed, the ones whose title has them first. */
export function vociCome(voci: readonly VoceLavoro[], q: string): Meta[] {
  const parole = battuto(q)
    .split(/\s+/)
    .filter(p => p !== '');
  const tutte = (testo: string): boolean => parole.every(p => battuto(testo).includes(radice(p)));
  return voci
    .filter(v => tutte(`${v.titolo} ${v.testo}`))
    .toSorted((a, b) => Number(tutte(b.titolo)) - Number(tutte(a.titolo)))
    .map(({ url, query, titolo, testo }) => ({ url, titolo, testo, ...(query ? { query } : {}) }));
}

export const cosaMeta = (ambito: string, { percorso, titolo, riferimento }: CosaView): Meta => ({
  url: `/${ambito}/${percorso}`,
  titolo,
  testo: riferimento,
});
