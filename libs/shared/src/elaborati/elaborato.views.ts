import type { StoriaView } from '../enti/ente.views.js';
import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { ContenutoSezione, TipoContenuto } from './blocchi.schema.js';
import type { ChiScrive, TipoFonte } from './elaborato.schema.js';
import type { AzioneCommento, AzioneElaborato, StatoCommento, StatoElaborato } from './elaborato.states.js';
import type { TipoElaborato } from './modelli.js';

export interface ElaboratoRigaView {
  readonly id: string;
  readonly tipo: TipoElaborato;
  readonly titolo: string;
  readonly stato: StatoElaborato;
  readonly tavolo: TavoloBreve;
  readonly aggiornatoAt: string;
  readonly accoltoAt: string | null;
}

export interface SezioneElaboratoView {
  readonly id: string;
  readonly chiave: string;
  readonly titolo: string;
  readonly tipo: TipoContenuto;
  readonly contenuto: ContenutoSezione;
  /** Grows with each saving of this part: `If-Match` of its PUT. */
  readonly version: number;
  readonly aggiornataAt: string | null;
  readonly aggiornataDa: string | null;
  /** Who is writing it now; null: nobody. */
  readonly tenutaDa: { readonly nome: string; readonly tua: boolean } | null;
}

export interface CommentoView {
  readonly id: string;
  readonly sezioneId: string | null;
  readonly passaggio: string | null;
  readonly testo: string;
  readonly autore: string;
  readonly stato: StatoCommento;
  readonly risposta: string | null;
  readonly creatoAt: string;
  readonly azioni: readonly AzioneCommento[];
}

/** Something the elaborato came from. */
export interface FonteView {
  readonly id: string;
  readonly tipo: TipoFonte;
  readonly oggettoId: string;
  readonly parteId: string | null;
  readonly decisione: number | null;
  readonly inSezioneId: string | null;
  /** Plain words, ready to be shown. */
  readonly titolo: string;
  /** Section or decisione, in words. */
  readonly dettaglio: string | null;
  /** Page within the ambito, public or of the area by what the reader may see; null: no page the reader may open. */
  readonly percorso: string | null;
}

/** What is missing before it can be handed in. */
export interface Mancanza {
  /** `chiave` of the part; null: the elaborato as a whole. */
  readonly sezione: string | null;
  readonly testo: string;
}

export interface ApprovazioneView {
  readonly verbaleId: string;
  readonly sezioneId: string;
  readonly decisione: number | null;
  /** Number and day of the verbale, and as far as the reader may read them the section and the words of the decisione ('' where not). */
  readonly titolo: string;
  readonly testo: string;
  readonly at: string;
}

/** The proof of an accepted elaborato. Digests are 64 hexadecimal digits. */
export interface AccoglimentoView {
  readonly at: string;
  readonly protocollo: { readonly numero: number; readonly anno: number };
  /** Of the canonical JSON served as `elaborato.json`. */
  readonly sha256: string;
  /** Of the PDF: the one made here, or the uploaded one. It stands in the register. */
  readonly pdfSha256: string;
  readonly bytes: number;
  /** When passages of it were blacked out last; null: never. */
  readonly oscuratoAt: string | null;
}

export interface FileElaborato {
  readonly nome: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a scheda may point at. */
export interface RiferimentiElaborato {
  readonly comuni: readonly { readonly istat: string; readonly nome: string }[];
  /** Obiettivi of the ambito that the reader may see. */
  readonly obiettivi: readonly { readonly id: string; readonly titolo: string; readonly tavolo: string }[];
}

/** An elaborato as staff and members of its tavolo see it. */
export interface ElaboratoView extends ElaboratoRigaView {
  readonly scrivono: ChiScrive;
  readonly sezioni: readonly SezioneElaboratoView[];
  /** Of an uploaded one; null for other kinds, and until it is there. */
  readonly file: FileElaborato | null;
  readonly fonti: readonly FonteView[];
  readonly commenti: readonly CommentoView[];
  /** Until when comments are taken; null outside the consultation. */
  readonly consultazioneFinoAt: string | null;
  readonly approvazione: ApprovazioneView | null;
  readonly accoglimento: AccoglimentoView | null;
  /** Why it was sent back, the last time. */
  readonly motivazione: string | null;
  readonly riferimenti: RiferimentiElaborato;
  readonly mancanze: readonly Mancanza[];
  readonly azioni: readonly AzioneElaborato[];
  readonly puoScrivere: boolean;
  readonly puoCommentare: boolean;
  /** Title and who writes; deleting too, while `puoEliminare`. */
  readonly puoModificare: boolean;
  readonly puoEliminare: boolean;
  readonly storia: readonly StoriaView[];
  readonly version: number;
}

/** The accepted version, fixed for good: exactly what is fingerprinted. Without what is omissis, anywhere. */
export interface FotoElaborato {
  /** 2: of other things it holds ids, codes, numbers and days. 1: accepted before, with their titles. */
  readonly formato: 1 | 2;
  readonly id: string;
  readonly ambito: string;
  readonly tavolo: { readonly id: string; readonly codice: string; readonly nome: string };
  readonly tipo: TipoElaborato;
  readonly titolo: string;
  readonly sezioni: readonly {
    readonly id: string;
    readonly chiave: string;
    readonly titolo: string;
    readonly contenuto: ContenutoSezione;
  }[];
  readonly file: FileElaborato | null;
  /** Names of what the parts point at, as they were. */
  readonly comuni: readonly { readonly istat: string; readonly nome: string }[];
  readonly obiettivo: { readonly id: string; readonly titolo: string | null } | null;
  readonly fonti: readonly {
    readonly tipo: TipoFonte;
    readonly oggettoId: string;
    readonly parteId: string | null;
    readonly decisione: number | null;
    readonly inSezioneId: string | null;
    readonly titolo: string;
  }[];
  readonly approvazione: {
    readonly verbaleId: string;
    readonly sezioneId: string;
    readonly decisione: number | null;
    readonly titolo: string;
    readonly testo?: string;
  };
}

/** GET …/elaborati/:elaborato/pubblico — only what was accepted. `fonti` are those that everyone may open, as things stand now. */
export interface ElaboratoPubblicoView extends ElaboratoRigaView {
  readonly foto: FotoElaborato;
  readonly fonti: readonly FonteView[];
  readonly accoglimento: AccoglimentoView;
  /** What it is called among the allegati of the Piano; null until the Piano is published. */
  readonly allegato: string | null;
  /** Whether the obiettivo that it serves has a public page of its own. */
  readonly obiettivoPubblico: boolean;
}

/** A version of a part, as its history keeps it. Two are compared with `diffParole(testoDiContenuto(a), testoDiContenuto(b))`. */
export interface VersioneSezioneElaboratoView {
  readonly version: number;
  readonly da: string;
  readonly at: string;
  readonly contenuto: ContenutoSezione;
}

/** GET …/elaborati/:elaborato/fonti — what may be named as a source, and where the tavolo may have approved. */
export interface FontiPossibiliView {
  readonly verbali: readonly {
    readonly id: string;
    readonly titolo: string;
    readonly inizioAt: string;
    /** Whether an approval may stand in it: it is approved or published. */
    readonly approvato: boolean;
    readonly sezioni: readonly { readonly id: string; readonly titolo: string; readonly decisioni: readonly string[] }[];
  }[];
  readonly incontri: readonly { readonly id: string; readonly titolo: string; readonly inizioAt: string }[];
  readonly contributi: readonly { readonly id: string; readonly codice: string; readonly titolo: string }[];
}

/** GET …/verbali/:verbale/elaborati — the thread the other way: which elaborati came from this verbale. */
export interface UsoInElaboratoView {
  readonly elaborato: ElaboratoRigaView;
  readonly parteId: string | null;
  readonly decisione: number | null;
  readonly uso: 'fonte' | 'approvazione';
  /** Page within the ambito that the reader may open. */
  readonly percorso: string;
}

/** What the Piano takes from here: an accepted version with its fingerprints (`leggiAccolti`). */
export interface ElaboratoAccolto {
  readonly id: string;
  readonly tavolo: TavoloBreve;
  readonly titolo: string;
  readonly tipo: TipoElaborato;
  readonly accoltoAt: string;
  readonly protocollo: { readonly numero: number; readonly anno: number };
  readonly foto: FotoElaborato;
  /** Of the canonical JSON of `foto`. */
  readonly sha256: string;
  /** Key of the PDF in the blob store. */
  readonly pdfSha256: string;
  readonly bytes: number;
}
