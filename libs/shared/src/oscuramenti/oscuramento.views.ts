import type { Brano } from './oscura.rules.js';
import type { TipoOscurabile } from './oscuramento.schema.js';

/** `compiuto`: nothing of it is left anywhere public and everything is made anew; `in_corso`: a dossier is being made anew; `da_riprendere`: that failed. */
export const STATI_OSCURAMENTO = ['compiuto', 'in_corso', 'da_riprendere'] as const;
export type StatoOscuramento = (typeof STATI_OSCURAMENTO)[number];

/** A published thing that may be blacked out. */
export interface OscurabileView {
  readonly tipo: TipoOscurabile;
  readonly id: string;
  readonly titolo: string;
  /** Its public page, within the portal. */
  readonly percorso: string;
  readonly pubblicatoAt: string | null;
}

/** GET …/oscuramenti/:tipo/:oggetto — what there is to be blacked out, and what follows from it. */
export interface SchedaOscuramentoView extends OscurabileView {
  /** `If-Match` of the command. */
  readonly version: number;
  /** Of a text: its pieces in reading order. Of a file: none. */
  readonly brani: readonly Brano[];
  /** Of a file. */
  readonly file: { readonly nome: string; readonly bytes: number; readonly scarica: string } | null;
  /** A dossier that everyone may have, and that will be made anew. */
  readonly dossier: boolean;
  /** How many mails about it have already left: their words cannot be taken back. */
  readonly messaggiPartiti: number;
  /** Whether a rettifica of it is being written: what it repeats is blacked out there as well. */
  readonly rettificaInCorso: boolean;
  readonly oscuramenti: readonly OscuramentoView[];
}

/** Two fingerprints (SHA-256, 64 hexadecimal digits) of a file: the one that was public, and the one that took its place (null: none). */
export interface ImprontaOscurata {
  readonly vecchia: string;
  readonly nuova: string | null;
}

/** An oscuramento, for the coordinatore. */
export interface OscuramentoView {
  readonly id: string;
  readonly tipo: TipoOscurabile;
  readonly oggettoId: string;
  readonly titolo: string;
  readonly percorso: string;
  readonly at: string;
  readonly da: string;
  readonly motivazione: string;
  readonly passaggi: number;
  readonly stato: StatoOscuramento;
  readonly impronte: readonly ImprontaOscurata[];
  /** What the archive of the office keeps of how it was. */
  readonly originali: readonly { readonly id: string; readonly nome: string; readonly bytes: number }[];
  /** Things that told the same words and were blacked out with it. */
  readonly anche: readonly { readonly tipo: TipoOscurabile; readonly id: string }[];
}

/** A file uploaded to take the place of another; nobody sees it before. */
export interface SostitutoView {
  readonly id: string;
  readonly nome: string;
  readonly bytes: number;
}
