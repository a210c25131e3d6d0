import { conParole, type ParoleAmbito } from '../ambiti/ambito.words.js';
import { maiuscola } from '../kernel/italiano.js';

/** Who is in charge of a phase. The first two are called differently from region to region: the ambito chooses the words. */
export const ORGANI = [
  'sindaci',
  'tecnico',
  'comuni',
  'coordinatore',
  'referenti',
  'sindacati',
  'asl',
  'istituzioni',
  'capofila',
  'altro',
] as const;
export type Organo = (typeof ORGANI)[number];

const FISSI: Readonly<Record<Exclude<Organo, 'sindaci' | 'tecnico' | 'altro'>, string>> = {
  comuni: 'Comuni dell’ambito',
  coordinatore: '[Coordinatore]',
  referenti: 'Referenti dei tavoli',
  sindacati: 'Organizzazioni sindacali',
  asl: '[AziendaSanitaria]',
  istituzioni: 'Istituzioni firmatarie',
  capofila: '[Capofila]',
};

/** How a body is called in an ambito with these words; `nome` is what was written where the body is `altro`. */
export function nomeOrgano(organo: Organo, nome: string | null, parole: ParoleAmbito): string {
  if (organo === 'sindaci') return maiuscola(parole.organoPolitico.testo);
  if (organo === 'tecnico') return maiuscola(parole.organoTecnico.testo);
  return organo === 'altro' ? (nome ?? '') : conParole(FISSI[organo], parole);
}
