import type { StoriaView } from '../enti/ente.views.js';
import type { SedeIncontro } from '../incontri/incontro.schema.js';
import type { PostoView, TavoloBreve } from '../incontri/incontro.views.js';
import type { Quorum } from '../incontri/quorum.rules.js';
import type { AvvisoPrivacy, Documento } from './documento/index.js';
import type { DecisioneInput, ImpegnoInput, TipoSezione } from './verbale.schema.js';
import type { AzioneCorrezione, AzioneVerbale, StatoCorrezione, StatoVerbale } from './verbale.states.js';

export interface VerbaleRigaView {
  readonly id: string;
  readonly stato: StatoVerbale;
  /** Number within tavolo and year; null until approved. */
  readonly numero: { readonly numero: number; readonly anno: number } | null;
  readonly incontro: { readonly id: string; readonly titolo: string; readonly inizioAt: string };
  readonly tavoli: readonly TavoloBreve[];
  readonly pubblicatoAt: string | null;
  /** What it corrects and why; null for the first verbale of an incontro. */
  readonly rettifica: { readonly id: string; readonly numero: VerbaleRigaView['numero']; readonly motivo: string } | null;
  /** The published one that corrects it, which has to be read with it; null when there is none. */
  readonly rettificatoDa: { readonly id: string; readonly numero: VerbaleRigaView['numero'] } | null;
}

/** When an incontro really began and ended, as who writes the verbale says: the hours of the convocazione are only those planned. */
export interface OrariVerbaleView {
  readonly inizioAt: string;
  readonly fineAt: string;
}

/** That a verbale was approved before the time for corrections was over, and why. */
export interface AnticipoVerbaleView {
  readonly approvatoAt: string;
  /** Until when corrections could have been proposed. */
  readonly revisioneFinoAt: string;
  readonly motivo: string;
}

export interface SezioneView {
  readonly id: string;
  readonly tipo: TipoSezione;
  readonly titolo: string;
  readonly documento: Documento;
  readonly decisioni: readonly DecisioneInput[];
  readonly impegni: readonly ImpegnoInput[];
  readonly quorum: Quorum | null;
  /** Grows with each saving of this section: `If-Match` of its PUT. */
  readonly version: number;
  readonly aggiornataAt: string | null;
  readonly aggiornataDa: string | null;
  /** Who is writing it now; null: nobody. */
  readonly tenutaDa: { readonly nome: string; readonly tua: boolean } | null;
}

export interface CorrezioneView {
  readonly id: string;
  readonly sezioneId: string;
  readonly passaggio: string;
  readonly proposta: string;
  readonly motivo: string;
  readonly autore: string;
  readonly stato: StatoCorrezione;
  readonly risposta: string | null;
  readonly creataAt: string;
  readonly azioni: readonly AzioneCorrezione[];
}

/** A verbale as who may read it whole sees it: staff always, members from the revision on. */
export interface VerbaleView extends VerbaleRigaView {
  readonly sede: SedeIncontro | null;
  /** The planned end, as `incontro.inizioAt` is the planned start. */
  readonly fineAt: string;
  /** Null until they are written. */
  readonly orari: OrariVerbaleView | null;
  readonly anticipo: AnticipoVerbaleView | null;
  readonly quorum: Quorum | null;
  readonly posti: readonly Pick<PostoView, 'ente' | 'tavolo' | 'veste' | 'titolare' | 'supplente' | 'stato'>[];
  readonly ospiti: readonly { readonly nome: string; readonly per: string | null }[];
  readonly sezioni: readonly SezioneView[];
  readonly correzioni: readonly CorrezioneView[];
  /** Until when corrections may be proposed; null outside the revision. */
  readonly revisioneFinoAt: string | null;
  readonly motivazione: string | null;
  readonly azioni: readonly AzioneVerbale[];
  readonly puoScrivere: boolean;
  readonly puoProporre: boolean;
  readonly puoRettificare: boolean;
  /** The rettifica under way, not published yet; null when there is none. */
  readonly rettificaInCorso: string | null;
  readonly giorniRevisione: number;
  /** Why a step that the state allows cannot be taken now by who reads: in words. */
  readonly attese: readonly string[];
  /** What in the public text looks private: to be looked at before publishing. Empty for members. */
  readonly avvisiPrivacy: readonly (AvvisoPrivacy & { readonly sezioneId: string })[];
  readonly pubblicazione: PubblicazioneView | null;
  readonly storia: readonly StoriaView[];
  readonly version: number;
}

/** The proof of a publication. */
export interface PubblicazioneView {
  readonly at: string;
  /** SHA-256 of the public PDF, 64 hexadecimal digits: it stands in the register. */
  readonly sha256: string;
  readonly bytes: number;
  readonly protocollo: { readonly numero: number; readonly anno: number };
  /** When passages of it were blacked out last; null: never. */
  readonly oscuratoAt: string | null;
}

/** The public twin: without what is omissis, anywhere. */
export interface VerbalePubblicoView extends VerbaleRigaView {
  readonly sede: SedeIncontro | null;
  readonly fineAt: string;
  readonly orari: OrariVerbaleView | null;
  readonly anticipo: AnticipoVerbaleView | null;
  readonly quorum: Quorum | null;
  readonly presenti: readonly { readonly ente: string; readonly tavolo: string; readonly presente: 'titolare' | 'supplente' | null }[];
  readonly sezioni: readonly {
    readonly id: string;
    readonly tipo: TipoSezione;
    readonly titolo: string;
    readonly documento: Documento;
    readonly decisioni: readonly DecisioneInput[];
    readonly impegni: readonly ImpegnoInput[];
    readonly quorum: Quorum | null;
  }[];
  readonly pubblicazione: PubblicazioneView;
}

/** A version of a section, as its history keeps it. */
export interface VersioneSezioneView {
  readonly version: number;
  readonly da: string;
  readonly at: string;
  readonly documento: Documento;
}

/** GET /api/v1/verifica/:sha256 — whether a file with this fingerprint is one that we published. */
export interface VerificaView {
  readonly autentico: boolean;
  readonly documento: { readonly titolo: string; readonly pubblicatoAt: string; readonly percorso: string; readonly atto: number } | null;
  /** It was published, and another took its place because it held personal data; `nuova` is the fingerprint of that (null: it was withdrawn). Null for any other file. */
  readonly sostituito: { readonly at: string; readonly percorso: string; readonly atto: number; readonly nuova: string | null } | null;
}
