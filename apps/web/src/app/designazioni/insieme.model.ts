import type { AvvisoAllEnteView, DesignazioniInsiemeInput, Problem } from '@tavoli/shared';
import { isVuota, personeModel, type PersonaModel } from './persone.model';

export interface AvvisoModel {
  readonly id: string;
  readonly tavoli: readonly { readonly id: string; readonly scelto: boolean }[];
  readonly rese: readonly { readonly resa: boolean }[];
}
export interface InsiemeModel {
  readonly avvisi: readonly AvvisoModel[];
  readonly rappresentanti: readonly PersonaModel[];
}

/** A place for whatever may be chosen and declared, and for as many people as any of the avvisi admits; what was given already stays. */
export function insiemeModel(avvisi: readonly AvvisoAllEnteView[], prima?: InsiemeModel): InsiemeModel {
  const posti = {
    titolari: Math.max(1, ...avvisi.map(a => a.posti.titolari)),
    supplenti: Math.max(0, ...avvisi.map(a => a.posti.supplenti)),
  };
  return {
    avvisi: avvisi.map(avviso => {
      const suo = prima?.avvisi.find(a => a.id === avviso.id);
      return {
        id: avviso.id,
        tavoli: avviso.tavoli.map(({ id, gia }) => ({ id, scelto: gia === null && (suo?.tavoli.find(t => t.id === id)?.scelto ?? false) })),
        rese: avviso.dichiarazioni.map((_, i) => ({ resa: suo?.rese[i]?.resa ?? false })),
      };
    }),
    rappresentanti: personeModel(
      posti,
      (prima?.rappresentanti ?? []).filter(p => !isVuota(p)),
    ),
  };
}

/** The chosen tavoli, each with where it stands in the form. */
export const sceltiDi = ({ avvisi }: InsiemeModel): { avviso: AvvisoModel; tavoloId: string; campo: string }[] =>
  avvisi.flatMap((avviso, i) =>
    avviso.tavoli.flatMap(({ id, scelto }, j) => (scelto ? [{ avviso, tavoloId: id, campo: `/avvisi/${i}/tavoli/${j}/scelto` }] : [])),
  );

export const nominatiDi = (model: InsiemeModel): PersonaModel[] => model.rappresentanti.filter(p => !isVuota(p));

/** What is sent. */
export const inputDi = (model: InsiemeModel): DesignazioniInsiemeInput => ({
  tavoli: sceltiDi(model).map(({ avviso, tavoloId }) => ({
    avvisoId: avviso.id,
    tavoloId,
    dichiarazioni: avviso.rese.flatMap(({ resa }, n) => (resa ? [n] : [])),
  })),
  rappresentanti: nominatiDi(model),
});

/** The refusal of what was sent, beside the fields of the form: the tavoli as they stand in it, and each person in their place. */
export function nelModulo(problem: Problem, model: InsiemeModel): Problem {
  const scelti = sceltiDi(model);
  const posti = model.rappresentanti.flatMap((p, i) => (isVuota(p) ? [] : [i]));
  const campo = (pointer: string): string =>
    pointer
      .replace(/^\/tavoli\/(\d+)\/.*$/, (tutto, n: string) => scelti[Number(n)]?.campo ?? tutto)
      .replace(/^\/rappresentanti\/(\d+)\//, (tutto, n: string) =>
        posti[Number(n)] === undefined ? tutto : `/rappresentanti/${posti[Number(n)]}/`,
      );
  return { ...problem, errors: (problem.errors ?? []).map(e => ({ ...e, pointer: campo(e.pointer) })) };
}

/** No tavolo was chosen: told beside the first that may be. */
export function nessunTavolo({ avvisi }: InsiemeModel, liberi: (i: number, j: number) => boolean): Problem {
  const messaggio = 'Scegli almeno un tavolo.';
  const campi = avvisi.flatMap((a, i) => a.tavoli.flatMap((_, j) => (liberi(i, j) ? [`/avvisi/${i}/tavoli/${j}/scelto`] : [])));
  return {
    type: 'about:blank',
    title: messaggio,
    status: 422,
    code: 'richiesta.non_valida',
    errors: [{ pointer: campi[0] ?? '/avvisi', code: 'richiesta.non_valida', message: messaggio }],
  };
}
