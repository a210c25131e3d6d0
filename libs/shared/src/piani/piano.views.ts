import type { ElaboratoRigaView, FonteView } from '../elaborati/elaborato.views.js';
import type { StoriaView } from '../enti/ente.views.js';
import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { ConsegnaInput, Numerazione, ProgrammaInput, TipoAllegato } from './piano.schema.js';
import type { AzionePiano, StatoDossier, StatoPiano } from './piano.states.js';

/** A file by its fingerprint: SHA-256, 64 hexadecimal digits. */
export interface FilePianoView {
  readonly id: string;
  readonly nome: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface AllegatoPianoView {
  readonly id: string;
  readonly tipo: TipoAllegato;
  /** `A`, `1`: by its place until the dossier is closed, fixed from then on. */
  readonly numero: string;
  readonly titolo: string;
  readonly tavolo: TavoloBreve | null;
  readonly elaboratoId: string | null;
  /** Of an uploaded act. */
  readonly file: { readonly nome: string; readonly bytes: number; readonly sha256: string } | null;
}

/** A version of the dossier. Both files are there once it is `pronto`. */
export interface DossierView {
  readonly id: string;
  readonly versione: number;
  readonly stato: StatoDossier;
  /** Made by closing: without the draft mark. */
  readonly finale: boolean;
  /** From 0 to 100, and what is being done in words. */
  readonly avanzamento: number;
  readonly passo: string;
  readonly richiestoDa: string;
  readonly richiestoAt: string;
  readonly prontoAt: string | null;
  readonly pagine: number | null;
  readonly pdf: { readonly bytes: number; readonly sha256: string } | null;
  readonly zip: { readonly bytes: number; readonly sha256: string } | null;
  /** Why it was not made, in words; null otherwise. */
  readonly errore: string | null;
  /** It told words that were blacked out since: nobody may have it any more. */
  readonly oscurato: boolean;
}

/** A Piano as those who prepare it see it. */
export interface PianoView {
  readonly id: string;
  readonly titolo: string;
  readonly dal: number;
  readonly al: number;
  readonly stato: StatoPiano;
  readonly numerazione: Numerazione;
  readonly programmi: readonly ProgrammaInput[];
  readonly allegati: readonly AllegatoPianoView[];
  /** Latest first. */
  readonly dossier: readonly DossierView[];
  /** Signed copies, in the order they came. */
  readonly firmati: readonly FilePianoView[];
  readonly consegna: ConsegnaInput | null;
  readonly pubblicatoAt: string | null;
  readonly motivazione: string | null;
  /** Accepted elaborati that no allegato shows yet. */
  readonly elaboratiLiberi: readonly Pick<ElaboratoRigaView, 'id' | 'titolo' | 'tipo' | 'tavolo'>[];
  readonly tavoli: readonly TavoloBreve[];
  readonly azioni: readonly AzionePiano[];
  readonly puoModificare: boolean;
  readonly puoCompilare: boolean;
  readonly puoConsegnare: boolean;
  readonly storia: readonly StoriaView[];
  readonly version: number;
}

/** A file inside a dossier, where it stands in the ZIP and how to have it. */
export interface VoceManifesto {
  /** Path inside the ZIP. */
  readonly percorso: string;
  readonly titolo: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** `manifest.json` of the ZIP: what the dossier is made of, in the order of the dossier. */
export interface ManifestoDossier {
  readonly formato: 1;
  readonly ambito: string;
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number };
  readonly versione: number;
  readonly finale: boolean;
  /** RFC 3339 UTC: when it was asked for, the only clock of the dossier. */
  readonly at: string;
  readonly dossier: VoceManifesto;
  readonly allegati: readonly {
    readonly numero: string;
    readonly tipo: TipoAllegato;
    readonly titolo: string;
    readonly file: readonly VoceManifesto[];
  }[];
}

/** GET …/piano — what everyone reads. Allegati, files and proof only once it is published. */
export interface PianoPubblicoView {
  readonly id: string;
  readonly titolo: string;
  readonly dal: number;
  readonly al: number;
  readonly stato: StatoPiano;
  readonly programmi: readonly ProgrammaInput[];
  readonly pubblicazione: {
    readonly at: string;
    readonly chiusoAt: string;
    /** Number of the act of the registro that names these fingerprints. */
    readonly atto: number;
    readonly pagine: number;
    readonly pdf: { readonly bytes: number; readonly sha256: string };
    readonly zip: { readonly bytes: number; readonly sha256: string };
    readonly allegati: readonly {
      readonly id: string;
      readonly numero: string;
      readonly tipo: TipoAllegato;
      readonly titolo: string;
      readonly file: readonly FilePianoView[];
    }[];
    readonly firmati: readonly FilePianoView[];
    readonly consegna: ConsegnaInput | null;
  } | null;
}

/** GET …/piano/filo — from what the Piano holds back to where it came from, and the other way. Every `percorso` is a page that opens. */
export interface FiloView {
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number };
  /** Each accepted elaborato, schede and objectives first, with what is behind it. */
  readonly voci: readonly {
    readonly elaborato: Pick<ElaboratoRigaView, 'id' | 'titolo' | 'tipo' | 'tavolo'>;
    readonly percorso: string;
    /** Number of its allegato in the published dossier. */
    readonly allegato: string | null;
    readonly fonti: readonly FiloFonte[];
  }[];
  /** Each verbale, incontro and contributo, with the elaborati that came from it (ids of `voci`). */
  readonly ritorno: readonly (FiloFonte & { readonly elaborati: readonly string[] })[];
}

export type FiloFonte = Pick<FonteView, 'tipo' | 'oggettoId' | 'titolo' | 'dettaglio'> & { readonly percorso: string };
