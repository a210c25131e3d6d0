import type { Articolo } from '@tavoli/shared';

export const VUOTO = {
  slug: '',
  nome: '',
  nomeEsteso: { testo: '', articolo: 'l’' as Articolo },
  regione: '',
  capofila: '',
  contatti: { indirizzo: '', email: '', pec: '', telefono: '' },
  /** Chosen from the list of ISTAT. */
  comuni: [] as readonly ComuneScelto[],
  piano: { titolo: '', dal: new Date().getFullYear() + 1, al: new Date().getFullYear() + 3 },
  coordinatore: '',
};

export interface ComuneScelto {
  readonly istat: string;
  readonly nome: string;
}

/** Those chosen, each once, by name. */
export const conComune = (scelti: readonly ComuneScelto[], comune: ComuneScelto): readonly ComuneScelto[] =>
  [...scelti.filter(c => c.istat !== comune.istat), comune].sort((a, b) => a.nome.localeCompare(b.nome, 'it'));
