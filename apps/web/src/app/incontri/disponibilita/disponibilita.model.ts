import { DisponibilitaInput } from '@tavoli/shared';
import * as z from 'zod';
import { doveInput, type DoveModel, fineDopo } from '../dove.model';

/** What the form of a search of a day holds. Names are those of the API, so that what it refuses lands on the right field. */
export interface DisponibilitaModel extends Pick<DoveModel, 'sede' | 'linkVideo'> {
  readonly titolo: string;
  readonly messaggio: string;
  readonly entroAt: string;
  readonly date: { readonly inizioAt: string; readonly fineAt: string }[];
}

export const DATA_VUOTA = { inizioAt: '', fineAt: '' };

export const nuovaRicerca = (): DisponibilitaModel => ({
  titolo: '',
  messaggio: '',
  sede: { nome: '', indirizzo: '', accessibile: '' },
  linkVideo: '',
  entroAt: '',
  date: [{ ...DATA_VUOTA }, { ...DATA_VUOTA }],
});

/** The end keeps its distance from a start that moves: two hours where there was none. */
export const conInizio = (prima: DisponibilitaModel['date'][number], inizioAt: string): DisponibilitaModel['date'][number] => ({
  inizioAt,
  fineAt: fineDopo(prima, inizioAt),
});

export function ricercaInput({ titolo, messaggio, entroAt, date, ...dove }: DisponibilitaModel): DisponibilitaInput {
  const { sede, linkVideo } = doveInput({ inizioAt: '', fineAt: '', ...dove });
  return { titolo, messaggio: messaggio.trim() === '' ? null : messaggio, sede, linkVideo, entroAt, date: [...date] };
}

/** The rules of the API, told on the fields of the form; a missing sede on its name. */
export const RicercaFormSchema = z.custom<DisponibilitaModel>().superRefine((model, ctx) => {
  for (const { path, message } of DisponibilitaInput.safeParse(ricercaInput(model)).error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path: path.length === 1 && path[0] === 'sede' ? ['sede', 'nome'] : [...path], message, input: model });
});
