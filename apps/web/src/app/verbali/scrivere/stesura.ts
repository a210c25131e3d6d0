import {
  blocchi,
  type DecisioneInput,
  DecisioneInput as SchemaDecisione,
  type Documento,
  type ImpegnoInput,
  ImpegnoInput as SchemaImpegno,
  jsonCanonico,
  Documento as SchemaDocumento,
  risolvi,
  type Scelta,
  type SezioneView,
  testoDi,
  type Unione,
  unisci,
} from '@tavoli/shared';
import type { Conflitto, Forma } from '../../scrittura/autosalvataggio.tipi';

/** What the writer of a section leaves in it. */
export interface Stesura {
  readonly documento: Documento;
  readonly decisioni: readonly DecisioneInput[];
  readonly impegni: readonly ImpegnoInput[];
}

export const stesuraDi = ({ documento, decisioni, impegni }: Stesura): Stesura => ({ documento, decisioni, impegni });

const testo = (documento: Documento) => jsonCanonico(blocchi(documento).map(({ chiave }) => chiave));
const stesso = (a: unknown, b: unknown) => jsonCanonico(a) === jsonCanonico(b);

/** Whether they say the same, however it is written down. */
export const uguali = (a: Stesura, b: Stesura): boolean =>
  testo(a.documento) === testo(b.documento) && stesso([a.decisioni, a.impegni], [b.decisioni, b.impegni]);

/** What the API takes of it: a decision or task that is not yet complete stays here until it is. */
export const inviabile = (s: Stesura): Stesura => ({
  documento: s.documento,
  decisioni: s.decisioni.flatMap(d => SchemaDecisione.safeParse(d).data ?? []),
  impegni: s.impegni.flatMap(i => SchemaImpegno.safeParse(i).data ?? []),
});

export const incompleti = (s: Stesura): number =>
  s.decisioni.filter(d => !SchemaDecisione.safeParse(d).success).length + s.impegni.filter(i => !SchemaImpegno.safeParse(i).success).length;

/** What stays in the browser until it is complete, in words. */
export const incompletiInParole = (n: number): string =>
  n === 1
    ? 'Una decisione o un impegno è ancora da completare: per ora resta solo qui.'
    : `${n} decisioni o impegni sono ancora da completare: per ora restano solo qui.`;

/** Words that were written before there was a verbale, after those that it begins with. */
export const accoda = (nata: Stesura, mia: Stesura): Stesura => ({
  documento:
    testoDi(nata.documento).trim() === ''
      ? mia.documento
      : { type: 'doc', content: [...nata.documento.content, ...scritti(mia.documento)] },
  decisioni: [...nata.decisioni, ...mia.decisioni],
  impegni: [...nata.impegni, ...mia.impegni],
});

const scritti = (documento: Documento): Documento['content'] => (testoDi(documento).trim() === '' ? [] : documento.content);

/** How the sections of verbali are written (`ui/scrittura`). */
export const FORMA_VERBALE: Forma<Stesura, SezioneView> = { di: stesuraDi, uguali, inviabile, incompleti, accoda };
export type ConflittoSezione = Conflitto<Stesura, SezioneView>;

/** What a browser kept, if it is a section of a verbale. */
export function leggiStesura(value: unknown): Stesura | null {
  if (typeof value !== 'object' || value === null) return null;
  const s = value as Partial<Stesura>;
  return SchemaDocumento.safeParse(s.documento).success && Array.isArray(s.decisioni) && Array.isArray(s.impegni)
    ? stesuraDi(s as Stesura)
    : null;
}

/** Two lists grown from one: what one side alone changed is taken; `contesa` where both did, and somebody must choose. */
export interface UnioneElenco<T> {
  readonly contesa: boolean;
  readonly mio: readonly T[];
  readonly loro: readonly T[];
}

export interface UnioneStesure {
  readonly documento: Unione;
  readonly decisioni: UnioneElenco<DecisioneInput>;
  readonly impegni: UnioneElenco<ImpegnoInput>;
}

export interface Scelte {
  readonly documento: readonly Scelta[];
  readonly decisioni: Scelta;
  readonly impegni: Scelta;
}

/** Nothing is left out until somebody says so. */
export const SCELTE_INIZIALI: Scelte = { documento: [], decisioni: 'entrambi', impegni: 'entrambi' };

function unisciElenchi<T>(base: readonly T[], mio: readonly T[], loro: readonly T[]): UnioneElenco<T> {
  if (stesso(mio, base)) return { contesa: false, mio: loro, loro };
  if (stesso(loro, base) || stesso(mio, loro)) return { contesa: false, mio, loro: mio };
  return { contesa: true, mio, loro };
}

/** What I wrote and what was saved meanwhile, both from `base`, brought together as far as it needs no choice. */
export const unisciStesure = (base: Stesura, mia: Stesura, loro: Stesura): UnioneStesure => ({
  documento: unisci(base.documento, mia.documento, loro.documento),
  decisioni: unisciElenchi(base.decisioni, mia.decisioni, loro.decisioni),
  impegni: unisciElenchi(base.impegni, mia.impegni, loro.impegni),
});

export const daScegliere = (u: UnioneStesure): number =>
  u.documento.conflitti.length + Number(u.decisioni.contesa) + Number(u.impegni.contesa);

function scegli<T>({ contesa, mio, loro }: UnioneElenco<T>, scelta: Scelta): readonly T[] {
  if (!contesa || scelta === 'mio') return mio;
  if (scelta === 'loro') return loro;
  return [...loro, ...mio.filter(voce => !loro.some(altra => stesso(voce, altra)))];
}

/** The section once somebody has chosen. */
export const componi = (u: UnioneStesure, scelte: Scelte): Stesura => ({
  documento: risolvi(u.documento, scelte.documento),
  decisioni: scegli(u.decisioni, scelte.decisioni),
  impegni: scegli(u.impegni, scelte.impegni),
});
