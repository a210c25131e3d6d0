import {
  type AzioneSerie,
  formatDataOra,
  type IncontroDiSerieView,
  type IncontroView,
  type SerieAzioneInput,
  type SerieQuery,
} from '@tavoli/shared';
import * as z from 'zod';
import { type AzionePagina, PAROLE_SERIE } from './serie.passi';
import type { Quali } from '../scrivere/serie.quali';
import { type DoveModel, doveInput, doveOf } from '../dove.model';
import { DoveFormSchema } from '../scrivere/incontro.model';

export interface SerieModel {
  readonly azione: '' | AzionePagina;
  readonly quali: Quali;
  readonly spostamento: DoveModel;
}

export const serieOf = (incontro: IncontroView): SerieModel => ({ azione: '', quali: 'tutti', spostamento: doveOf(incontro) });

export const SerieFormSchema = z.custom<SerieModel>().superRefine((model, ctx) => {
  if (model.azione === '') ctx.addIssue({ code: 'custom', path: ['azione'], message: 'Scegli che cosa fare.', input: model });
  if (model.azione !== 'sposta') return;
  for (const { path, message } of DoveFormSchema.safeParse(model.spostamento).error?.issues ?? [])
    ctx.addIssue({ code: 'custom', path: ['spostamento', ...path], message, input: model });
});

/** Whether it takes that step now; a notice that is too short leaves it as it is, and one says so. */
export const tocca = (i: IncontroDiSerieView, azione: AzioneSerie): boolean =>
  i.azioni.includes(azione) && (azione !== 'convoca' || i.preavviso.esito === 'ok' || i.preavviso.esito === 'serve_urgenza');

/** What becomes of it, in words. */
export function sorte(i: IncontroDiSerieView, azione: AzionePagina, scelto: boolean): string {
  if (!scelto) return 'resta com’è';
  if (tocca(i, azione))
    return azione === 'sposta' && i.verso !== null
      ? `viene spostato a ${formatDataOra(new Date(i.verso.inizioAt))}`
      : PAROLE_SERIE[azione].sorte;
  if (azione === 'convoca' && i.azioni.includes('convoca')) return 'resta in bozza: non c’è più il preavviso che serve';
  return azione === 'convoca' && i.stato === 'bozza' ? 'resta in bozza: manca il consenso di un tavolo' : 'resta com’è';
}

export function serieInput(model: SerieModel, incontri: readonly IncontroDiSerieView[], motivo: string): SerieAzioneInput {
  const azione = model.azione === '' ? 'convoca' : model.azione;
  return {
    azione,
    incontri: incontri.map(({ id, version }) => ({ id, version })),
    ...(motivo === '' ? {} : azione === 'convoca' ? { urgenza: motivo.slice(0, 1000) } : { motivazione: motivo }),
    ...(azione === 'sposta' ? { spostamento: doveInput(model.spostamento) } : {}),
  };
}

/** What the API is asked, to know where each would go; nothing while the move is not written. */
export function domanda({ azione, spostamento }: SerieModel): SerieQuery {
  const { inizioAt, fineAt, sede } = spostamento;
  if (azione !== 'sposta' || !(Date.parse(fineAt) > Date.parse(inizioAt))) return {};
  return { inizioAt, fineAt, ...(sede.nome.trim() === '' ? {} : { sede: sede.nome.trim().slice(0, 160) }) };
}
