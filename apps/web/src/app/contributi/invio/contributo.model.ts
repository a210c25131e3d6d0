import { ContributoInput, type ModuloContributoView, type TipoContributo, type TipoProvenienza } from '@tavoli/shared';
import * as z from 'zod';

export interface Allegato {
  readonly chiave: string;
  readonly nome: string;
  readonly bytes: number;
}

/** What the form for sending holds. Names are those of the API, so that what it refuses lands on the right field. */
export interface ContributoModel {
  readonly titolo: string;
  readonly testo: string;
  readonly tipo: TipoContributo | '';
  readonly comune: string;
  readonly zona: string;
  /** One for each guided question, in their order; those left empty are not sent. */
  readonly risposte: { readonly domandaId: string; readonly testo: string }[];
  readonly provenienza: { readonly tipo: TipoProvenienza | ''; readonly nome: string };
  readonly mostraNome: boolean;
  readonly allegati: Allegato[];
  readonly autore: { readonly nome: string; readonly email: string };
  readonly informativaLetta: boolean;
  /** Nobody sees it: who fills it is a program. */
  readonly sito: string;
}

export const MODELLO_VUOTO: ContributoModel = {
  titolo: '',
  testo: '',
  tipo: '',
  comune: '',
  zona: '',
  risposte: [],
  provenienza: { tipo: 'cittadino', nome: '' },
  mostraNome: false,
  allegati: [],
  autore: { nome: '', email: '' },
  informativaLetta: false,
  sito: '',
};

/** The form with the questions of the tavolo, keeping what was answered before. */
export function conDomande(model: ContributoModel, domande: ModuloContributoView['domande']): ContributoModel {
  return {
    ...model,
    risposte: domande.map(d => ({ domandaId: d.id, testo: model.risposte.find(r => r.domandaId === d.id)?.testo ?? '' })),
  };
}

/** What is sent; `conAccount`: name and address are those of the account. */
export function contributoInput(model: ContributoModel, modulo: string, conAccount: boolean): unknown {
  const { provenienza, allegati, autore, ...rest } = model;
  return {
    ...rest,
    risposte: model.risposte.filter(r => r.testo.trim() !== ''),
    provenienza: { tipo: provenienza.tipo, nome: provenienza.tipo === 'cittadino' ? '' : provenienza.nome },
    allegati: allegati.map(a => a.chiave),
    autore: conAccount ? null : autore,
    modulo,
  };
}

/** The rules of the API, told on the fields of the form. */
export const contributoFormSchema = (conAccount: () => boolean) =>
  z.custom<ContributoModel>().superRefine((model, ctx) => {
    const scritte = model.risposte.flatMap((r, i) => (r.testo.trim() === '' ? [] : [i]));
    for (const { path, message } of ContributoInput.safeParse(contributoInput(model, '', conAccount())).error?.issues ?? []) {
      const [campo, riga, ...resto] = path;
      const dove = campo === 'risposte' && typeof riga === 'number' ? [campo, scritte[riga] ?? riga, ...resto] : path;
      ctx.addIssue({ code: 'custom', path: [...dove], message, input: model });
    }
  });
