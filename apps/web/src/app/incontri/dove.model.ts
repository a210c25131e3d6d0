import type { IncontroView } from '@tavoli/shared';

/** Asked, never supposed: empty while nobody has said. */
export type Accessibile = '' | 'si' | 'no';
export interface DoveModel {
  readonly inizioAt: string;
  readonly fineAt: string;
  readonly sede: { readonly nome: string; readonly indirizzo: string; readonly accessibile: Accessibile };
  readonly linkVideo: string;
}

export const SEDE_VUOTA = { nome: '', indirizzo: '', accessibile: '' } as const;
export const DURATA = 2 * 3_600_000;

/** A stored sede, to be written in a form. */
export const sedeOf = (sede: NonNullable<IncontroView['sede']>): DoveModel['sede'] => ({
  ...sede,
  accessibile: accessibileOf(sede.accessibile),
});

const accessibileOf = (accessibile: boolean | null): Accessibile => (accessibile === null ? '' : accessibile ? 'si' : 'no');

export const doveOf = ({
  inizioAt,
  fineAt,
  sede,
  linkVideo,
}: Pick<IncontroView, 'inizioAt' | 'fineAt' | 'sede' | 'linkVideo'>): DoveModel => ({
  inizioAt,
  fineAt,
  sede: sede === null ? SEDE_VUOTA : sedeOf(sede),
  linkVideo: linkVideo ?? '',
});

/** Where the end goes when the start moves: the length stays (two hours where there was none). */
export function fineDopo(prima: Pick<DoveModel, 'inizioAt' | 'fineAt'>, inizioAt: string): string {
  const length = Date.parse(prima.fineAt) - Date.parse(prima.inizioAt);
  const start = Date.parse(inizioAt);
  return Number.isNaN(start) ? prima.fineAt : new Date(start + (length > 0 ? length : DURATA)).toISOString();
}

export const blank = (...texts: string[]) => texts.every(text => text.trim() === '');

/** A sede of which nothing was written is none: whether it is accessible says nothing alone. */
export function doveInput(model: DoveModel) {
  const { inizioAt, fineAt, sede, linkVideo } = model;
  return {
    inizioAt,
    fineAt,
    sede: blank(sede.nome, sede.indirizzo) ? null : { ...sede, accessibile: sede.accessibile === '' ? null : sede.accessibile === 'si' },
    linkVideo: blank(linkVideo) ? null : linkVideo,
  };
}
