import {
  nomeFestivita,
  instantToRomeWall,
  IncontroInput,
  MASSIMO_PUNTI,
  NuovoIncontroInput,
  romeWallToInstant,
  type DisponibilitaView,
  type IncontroView,
  type OspiteInput,
  type SerieInput,
  type TipoIncontro,
  type Patrono,
  type PuntiPropostiView,
} from '@tavoli/shared';
import * as z from 'zod';
import { blank, type DoveModel, doveInput, doveOf, DURATA, SEDE_VUOTA } from '../dove.model';

export interface PuntoModel {
  /** Empty: a new one. */ readonly id: string;
  readonly titolo: string;
  readonly minuti: number | null;
  readonly relatore: string;
  /** Of one that somebody who sits at the tavolo proposed. */
  readonly propostaId?: string;
}
export type Composizione = Exclude<TipoIncontro, 'plenaria'>;
export type Cadenza = 'nessuna' | SerieInput['cadenza'];

/** What the form of an incontro holds. Names are those of the API, so that what it refuses lands on the right field. */
export interface IncontroModel extends DoveModel {
  readonly titolo: string;
  readonly punti: PuntoModel[];
  readonly tipo: Composizione;
  readonly altriTavoli: string[];
  readonly membri: string[];
  readonly ospiti: OspiteInput[];
  readonly secondaConvocazione: boolean;
  /** `finoAl` is a day, `YYYY-MM-DD`: the last one on which the series may fall. */
  readonly serie: { readonly cadenza: Cadenza; readonly ogni: number | null; readonly finoAl: string };
}

export const PUNTO_VUOTO: PuntoModel = { id: '', titolo: '', minuti: null, relatore: '' };
const NESSUNA_SERIE = { cadenza: 'nessuna', ogni: 2, finoAl: '' } as const;
const DAY = 86_400_000;

/** The first working day two weeks from now, at 16:00 in Rome: a start to be changed, within every notice. */
export function inizioProposto(now: Date, patrono: Patrono | null): Date {
  for (let days = 14; ; days++) {
    const day = new Date(Date.parse(`${instantToRomeWall(now).slice(0, 10)}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
    const weekday = new Date(`${day}T00:00Z`).getUTCDay();
    const found = romeWallToInstant(`${day}T16:00`);
    if (found.ok && weekday > 0 && weekday < 6 && nomeFestivita(day, patrono) === null) return found.instant;
  }
}

/** A new incontro of the tavolo of this name (null: a plenaria), with what is usual already written; `inizia`: what its ordine del giorno begins with. */
export function nuovoModel(
  tavolo: string | null,
  now: Date,
  patrono: Patrono | null,
  inizia: PuntiPropostiView = { punti: [], proposte: [] },
): IncontroModel {
  const inizio = inizioProposto(now, patrono);
  return {
    titolo: tavolo === null ? 'Plenaria dei tavoli' : `Incontro del tavolo ${tavolo}`,
    inizioAt: inizio.toISOString(),
    fineAt: new Date(inizio.getTime() + DURATA).toISOString(),
    sede: SEDE_VUOTA,
    linkVideo: '',
    punti: [
      ...inizia.punti.map(titolo => ({ ...PUNTO_VUOTO, titolo })),
      ...inizia.proposte.slice(0, MASSIMO_PUNTI - 5).map(({ id, titolo, minuti }) => ({ ...PUNTO_VUOTO, titolo, minuti, propostaId: id })),
      { ...PUNTO_VUOTO },
    ],
    tipo: 'tavolo',
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
    serie: NESSUNA_SERIE,
  };
}

/** A stored draft, to be changed. */
export function modelOf(incontro: IncontroView): IncontroModel {
  const { titolo, tipo, punti, secondaConvocazione, gestione } = incontro;
  return {
    ...doveOf(incontro),
    titolo,
    secondaConvocazione,
    punti: punti.map(p => ({ id: p.id, titolo: p.titolo, minuti: p.minuti, relatore: p.relatore ?? '' })),
    tipo: tipo === 'plenaria' ? 'tavolo' : tipo,
    altriTavoli: incontro.tavoli.map(t => t.id),
    membri: [...(gestione?.membri ?? [])],
    ospiti: [...(gestione?.ospiti ?? [])],
    serie: NESSUNA_SERIE,
  };
}

/** A new incontro like another: its ordine del giorno, place and tavoli, at the same hour of the first working day that is proposed; neither its guests nor its day. */
export function copiaOf(incontro: IncontroView, now: Date, patrono: Patrono | null): IncontroModel {
  const ora = instantToRomeWall(new Date(incontro.inizioAt)).slice(10);
  const found = romeWallToInstant(`${instantToRomeWall(inizioProposto(now, patrono)).slice(0, 10)}${ora}`);
  const inizio = found.ok ? found.instant : inizioProposto(now, patrono);
  const model = modelOf(incontro);
  return {
    ...model,
    inizioAt: inizio.toISOString(),
    fineAt: new Date(inizio.getTime() + Date.parse(incontro.fineAt) - Date.parse(incontro.inizioAt)).toISOString(),
    punti: model.punti.map(p => ({ ...p, id: '' })),
    ospiti: [],
    secondaConvocazione: false,
  };
}

/** A new incontro on a day that who sits there was asked about, in the place that they were told. */
export function conData(model: IncontroModel, ricerca: DisponibilitaView | undefined, dataId: string | undefined): IncontroModel {
  const data = ricerca?.date.find(d => d.id === dataId);
  if (ricerca === undefined || data === undefined) return model;
  const { inizioAt, fineAt } = data;
  return { ...model, ...doveOf({ ...ricerca, inizioAt, fineAt }), titolo: ricerca.titolo };
}

export const puntoVuoto = (p: PuntoModel): boolean => blank(p.titolo, p.relatore) && p.minuti === null;
export const ospiteVuoto = (o: OspiteInput): boolean => blank(...Object.values(o));

/** Without the rows that say nothing: done before sending, so that the API counts rows as the form does. */
export const senzaRigheVuote = <M extends Pick<IncontroModel, 'punti' | 'ospiti'>>(model: M): M => ({
  ...model,
  punti: model.punti.filter(p => !puntoVuoto(p)),
  ospiti: model.ospiti.filter(o => !ospiteVuoto(o)),
});

export function incontroInput(model: IncontroModel): IncontroInput {
  const { titolo, punti, ospiti, secondaConvocazione, tipo } = senzaRigheVuote(model);
  return {
    titolo,
    ...doveInput(model),
    secondaConvocazione,
    ospiti: [...ospiti],
    punti: punti.map(({ id, propostaId, ...p }) => ({
      ...p,
      ...(id === '' ? {} : { id }),
      ...(propostaId === undefined ? {} : { propostaId }),
      relatore: blank(p.relatore) ? null : p.relatore,
    })),
    altriTavoli: tipo === 'congiunto' ? model.altriTavoli : [],
    membri: tipo === 'focus' ? model.membri : [],
  };
}

/** The series asked for; null: none, or not yet told until when. */
export function serieInput({ cadenza, ogni, finoAl }: IncontroModel['serie']): SerieInput | null {
  const end = romeWallToInstant(`${finoAl}T23:59`);
  if (cadenza === 'nessuna' || !end.ok) return null;
  return cadenza === 'mese'
    ? { cadenza, finoAl: end.instant.toISOString() }
    : { cadenza, ogni: ogni ?? 0, finoAl: end.instant.toISOString() };
}

export const nuovoInput = (model: IncontroModel): NuovoIncontroInput => ({ ...incontroInput(model), serie: serieInput(model.serie) });

interface Problema {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What the rules of when and where say: asked apart, since the API's schema tells them only once all the rest is right. */
function problemiDove(dove: DoveModel): readonly Problema[] {
  const whole = { titolo: 'x', punti: [], altriTavoli: [], membri: [], ospiti: [], secondaConvocazione: false, ...doveInput(dove) };
  return (IncontroInput.safeParse(whole).error?.issues ?? []).map(({ path, message }) => ({
    path: fieldPath(path, { punti: [], ospiti: [] }),
    message,
  }));
}

function problemi(model: IncontroModel): readonly Problema[] {
  const punti = model.punti.flatMap((p, i) => (puntoVuoto(p) ? [] : [i]));
  const ospiti = model.ospiti.flatMap((o, i) => (ospiteVuoto(o) ? [] : [i]));
  const found = (NuovoIncontroInput.safeParse(nuovoInput(model)).error?.issues ?? []).map(({ path, message }) => ({
    path: fieldPath(path, { punti, ospiti }),
    message,
  }));
  const told = new Set(found.map(p => p.path.join('/')));
  return [
    ...found,
    ...problemiDove(model).filter(p => !told.has(p.path.join('/'))),
    ...(model.serie.cadenza !== 'nessuna' && serieInput(model.serie) === null
      ? [{ path: ['serie', 'finoAl'], message: 'Indica fino a quando si ripete.' }]
      : []),
    ...(model.tipo === 'congiunto' && model.altriTavoli.length === 0
      ? [{ path: ['altriTavoli'], message: 'Scegli almeno un altro tavolo.' }]
      : []),
    ...(model.tipo === 'focus' && model.membri.length === 0 ? [{ path: ['membri'], message: 'Scegli almeno una persona.' }] : []),
  ];
}

/** The rules of the API, told on the fields of the form. */
export const IncontroFormSchema = z.custom<IncontroModel>().superRefine((model, ctx) => {
  for (const { path, message } of problemi(model)) ctx.addIssue({ code: 'custom', path: [...path], message, input: model });
});

/** The rules of when and where, alone. */
export const DoveFormSchema = z.custom<DoveModel>().superRefine((dove, ctx) => {
  for (const { path, message } of problemiDove(dove)) ctx.addIssue({ code: 'custom', path: [...path], message, input: dove });
});

/** Rows keep their place although empty ones are not sent; a missing sede is told on its name. */
function fieldPath(path: readonly PropertyKey[], rows: Readonly<Record<'punti' | 'ospiti', readonly number[]>>): PropertyKey[] {
  const [head, row, ...rest] = path;
  if ((head === 'punti' || head === 'ospiti') && typeof row === 'number') return [head, rows[head][row] ?? row, ...rest];
  return path.length === 1 && head === 'sede' ? ['sede', 'nome'] : [...path];
}
