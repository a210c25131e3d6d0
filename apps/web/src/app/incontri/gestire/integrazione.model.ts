import {
  differenze,
  IncontroAzioneInput,
  soloDiscussione,
  type IncontroView,
  type IntegrazioneView,
  type OspiteInput,
  type PuntoScritto,
} from '@tavoli/shared';
import * as z from 'zod';
import { ospiteVuoto, type PuntoModel, puntoVuoto } from '../scrivere/incontro.model';

/** What the form of an integrazione holds, by the names of the API. `punti`: those that were called, then the new ones; `ospiti`: new ones only. */
export interface IntegrazioneModel {
  readonly integrazione: { readonly titolo: string; readonly punti: PuntoModel[]; readonly ospiti: OspiteInput[] };
  readonly urgenza: string;
  readonly motivazione: string;
}

export const integrazioneOf = ({ titolo, punti }: Pick<IncontroView, 'titolo' | 'punti'>): IntegrazioneModel => ({
  integrazione: {
    titolo,
    punti: punti.map(({ id, titolo: testo, minuti, relatore }) => ({ id, titolo: testo, minuti, relatore: relatore ?? '' })),
    ospiti: [],
  },
  urgenza: '',
  motivazione: '',
});

/** A row that was called is never empty: without words it is told so. */
const daMandare = (p: PuntoModel): boolean => p.id !== '' || !puntoVuoto(p);

export const senzaRigheVuote = ({ integrazione, ...rest }: IntegrazioneModel): IntegrazioneModel => ({
  ...rest,
  integrazione: {
    ...integrazione,
    punti: integrazione.punti.filter(daMandare),
    ospiti: integrazione.ospiti.filter(o => !ospiteVuoto(o)),
  },
});

const puntoInput = ({ id, titolo, minuti, relatore }: PuntoModel) => ({
  titolo,
  minuti,
  ...(id === '' ? {} : { id }),
  relatore: relatore.trim() === '' ? null : relatore,
});

/** @param documenti what is told of documents, as it was shown */
export function integrazioneInput(model: IntegrazioneModel, documenti: readonly string[]): IncontroAzioneInput {
  const { integrazione, urgenza, motivazione } = senzaRigheVuote(model);
  return {
    integrazione: { ...integrazione, punti: integrazione.punti.map(puntoInput), documenti: [...documenti] },
    ...(urgenza.trim() === '' ? {} : { urgenza }),
    ...(motivazione.trim() === '' ? {} : { motivazione }),
  };
}

/** What is written, as those who are called will read it. */
export interface CheCosaCambia {
  /** Told to everyone. */
  readonly tutti: readonly string[];
  /** Names of the guests, who alone are written to. */
  readonly ospiti: readonly string[];
  /** Punti are added, and they may only be discussed as things stand. */
  readonly soloDiscussione: boolean;
  readonly nuovi: boolean;
}

export function cheCosaCambia(
  incontro: Pick<IncontroView, 'titolo' | 'punti'>,
  model: IntegrazioneModel,
  { preavviso, documenti }: Pick<IntegrazioneView, 'preavviso' | 'documenti'>,
): CheCosaCambia {
  const { integrazione, urgenza } = senzaRigheVuote(model);
  const solo = soloDiscussione(preavviso, urgenza.trim() !== '');
  const scritti: PuntoScritto[] = integrazione.punti.map((p, i) => ({
    titolo: p.titolo.trim(),
    minuti: p.minuti,
    relatore: p.relatore.trim() === '' ? null : p.relatore.trim(),
    soloDiscussione: incontro.punti[i]?.soloDiscussione ?? solo,
  }));
  const nuovi = scritti.length > incontro.punti.length;
  return {
    tutti: [...differenze(incontro, { titolo: integrazione.titolo.trim(), punti: scritti }), ...documenti],
    ospiti: integrazione.ospiti.map(o => o.nome.trim()),
    soloDiscussione: nuovi && solo,
    nuovi,
  };
}

/** The rules of the API, told on the fields of the form, whose empty rows are not sent. */
export const IntegrazioneFormSchema = z.custom<IntegrazioneModel>().superRefine((model, ctx) => {
  const { punti, ospiti } = model.integrazione;
  const righe = {
    punti: punti.flatMap((p, i) => (daMandare(p) ? [i] : [])),
    ospiti: ospiti.flatMap((o, i) => (ospiteVuoto(o) ? [] : [i])),
  };
  for (const { path, message } of IncontroAzioneInput.safeParse(integrazioneInput(model, [])).error?.issues ?? []) {
    const [head, list, row, ...rest] = path;
    const suo =
      (list === 'punti' || list === 'ospiti') && typeof row === 'number' ? [head ?? '', list, righe[list][row] ?? row, ...rest] : path;
    ctx.addIssue({ code: 'custom', path: [...suo], message, input: model });
  }
});
