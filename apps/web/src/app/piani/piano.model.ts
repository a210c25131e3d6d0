import { PianoInput, type Numerazione, type PianoView } from '@tavoli/shared';

/** What the fields of the form hold: empty strings where nothing is written. */
export interface AttoModel {
  titolo: string;
  numero: string;
  data: string;
}
export interface ProgrammaModel {
  anno: number;
  titolo: string;
  atti: AttoModel[];
}
export interface PianoModel {
  titolo: string;
  numerazione: Numerazione;
  programmi: ProgrammaModel[];
}

export const ATTO_VUOTO: AttoModel = { titolo: '', numero: '', data: '' };

export function pianoModel({ titolo, numerazione, programmi }: Pick<PianoView, 'titolo' | 'numerazione' | 'programmi'>): PianoModel {
  return {
    titolo,
    numerazione,
    programmi: programmi.map(p => ({ ...p, atti: p.atti.map(a => ({ titolo: a.titolo, numero: a.numero ?? '', data: a.data ?? '' })) })),
  };
}

/** The first year of the Piano without a programme, or the one after the last. */
export function annoLibero({ dal, al }: Pick<PianoView, 'dal' | 'al'>, programmi: readonly Pick<ProgrammaModel, 'anno'>[]): number {
  const anni = Array.from({ length: al - dal + 1 }, (_, i) => dal + i);
  return anni.find(anno => programmi.every(p => p.anno !== anno)) ?? Math.max(al, ...programmi.map(p => p.anno)) + 1;
}

/** As the API takes it. */
export const pianoInput = (model: PianoModel): PianoInput => PianoInput.parse(model);
