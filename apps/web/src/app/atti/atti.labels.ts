import type { AttoDellAmbitoView, RapportoAtto, StatoAtto } from '@tavoli/shared';
import { conGiorno } from '@tavoli/shared';
import { estremi } from '../iter/iter.labels';

export const RAPPORTI: Readonly<Record<RapportoAtto, string>> = {
  modifica: 'Modifica',
  integra: 'Integra',
  revoca: 'Revoca',
  rettifica: 'Rettifica',
};
export const RAPPORTI_SUBITI: Readonly<Record<RapportoAtto, string>> = {
  modifica: 'Modificato da',
  integra: 'Integrato da',
  revoca: 'Revocato da',
  rettifica: 'Rettificato da',
};
export const STATI_DEGLI_ATTI: Readonly<Record<StatoAtto, string>> = {
  bozza: 'in preparazione',
  adottato: 'adottato',
  revocato: 'revocato',
};

/** Whether it is on the albo today, by its days; `oggi` is a day, `YYYY-MM-DD`. Empty: its days are not known. */
export function statoAlbo({ alboDal, alboAl }: Pick<AttoDellAmbitoView, 'alboDal' | 'alboAl'>, oggi: string): string {
  if (alboDal === null) return '';
  if (oggi < alboDal) return `All’albo ${conGiorno('dal', alboDal)}`;
  if (alboAl === null || oggi <= alboAl)
    return alboAl === null ? `All’albo ${conGiorno('dal', alboDal)}` : `All’albo fino ${conGiorno('al', alboAl)}`;
  return `È stato all’albo ${conGiorno('dal', alboDal)} ${conGiorno('al', alboAl)}`;
}

/** `Determina n. 152 del 23 novembre 2026, Trasporto sociale` */
export const chiamato = (a: Pick<AttoDellAmbitoView, 'tipo' | 'numero' | 'data' | 'titolo'>): string => `${estremi(a)}, ${a.titolo}`;
