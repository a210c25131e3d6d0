import {
  conGiorno,
  conOrigine,
  delTavolo,
  IncaricoInput,
  type IncaricoView,
  type OrigineIncarico,
  type RuoloIncarico,
} from '@tavoli/shared';
import * as z from 'zod';

export interface IncaricoModel {
  email: string;
  ruolo: RuoloIncarico | '';
  tavoloId: string;
  origine: OrigineIncarico | '';
  verbaleId: string;
  atto: { numero: string; data: string };
  dal: string;
  scadeIl: string;
  comuneDi: string;
}

export const INCARICO_VUOTO: IncaricoModel = {
  ...{ email: '', ruolo: '', tavoloId: '', origine: '', verbaleId: '' },
  ...{ atto: { numero: '', data: '' }, dal: '', scadeIl: '', comuneDi: '' },
};

export const ORIGINI = [
  { value: 'scelta_del_tavolo', label: 'Scelta del tavolo', hint: 'Il tavolo ha deciso chi lo coordina.' },
  { value: 'atto', label: 'Atto dell’ambito', hint: 'Una determina o un decreto di nomina.' },
] as const;
const dellOrigine = Object.fromEntries(ORIGINI.map(o => [o.value, o.label.toLowerCase()])) as Readonly<Record<OrigineIncarico, string>>;

/** The schema of the API over the shape of the form: the tavolo is asked, and sent, only for a role of one tavolo; the act only where something of it is written. */
export const IncaricoForm = z.preprocess(m => {
  const { tavoloId, origine, verbaleId, atto, ...resto } = m as IncaricoModel;
  const nasce = conOrigine(resto.ruolo) ? origine || null : null;
  return {
    ...resto,
    tavoloId: delTavolo(resto.ruolo) ? tavoloId || null : null,
    origine: nasce,
    verbaleId: nasce === 'scelta_del_tavolo' ? verbaleId || null : null,
    atto: atto.numero.trim() === '' && atto.data === '' ? null : atto,
  };
}, IncaricoInput);

/** What is told of an incarico under the name of who has it. */
export function estremi({ atto, comuneDi, scadeIl, al, origine, rinnovi }: IncaricoView): string {
  const ultimo = rinnovi.at(-1)?.atto ?? atto;
  return [
    al === null && scadeIl !== null ? `finisce ${conGiorno('il', scadeIl)}` : '',
    ultimo === null ? '' : `${rinnovi.length > 0 ? 'rinnovo' : 'atto'} n. ${ultimo.numero} ${conGiorno('del', ultimo.data)}`,
    comuneDi ?? '',
    origine === null ? '' : dellOrigine[origine],
  ]
    .filter(Boolean)
    .join(' · ');
}
