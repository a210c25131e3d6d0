import type { BloccoGuida, TrattoGuida } from '@tavoli/shared';

export const scritto = (tratti: readonly TrattoGuida[]): string => tratti.map(t => t.testo).join('');

/** The first paragraph: what a page is about. */
export function parole(blocchi: readonly BloccoGuida[]): string {
  const primo = blocchi.find(b => b.tipo === 'paragrafo');
  return primo === undefined ? '' : scritto(primo.tratti);
}

/** A heading and what follows it; the first part of a page has none. */
export function sezioni(blocchi: readonly BloccoGuida[]): BloccoGuida[][] {
  const fatte: BloccoGuida[][] = [[]];
  for (const blocco of blocchi) {
    if (blocco.tipo === 'titolo' && blocco.livello === 2) fatte.push([]);
    fatte.at(-1)?.push(blocco);
  }
  return fatte;
}

/** A section that only leads to pages: a heading, and a list of links. */
export const rimanda = ([, elenco, altro]: readonly BloccoGuida[]): boolean =>
  elenco?.tipo === 'elenco' && altro === undefined && elenco.voci.every(voce => voce.tratti[0]?.verso != null);
