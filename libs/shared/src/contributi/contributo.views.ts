import type { ComuneBreve } from './comune.views.js';
import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { Ricezione, TestiContributo } from './contributo.rules.js';
import type { CanaleContributo, TipoContributo, TipoProvenienza } from './contributo.schema.js';
import type { EsitoContributo, StatoContributo, StatoPubblico } from './contributo.states.js';
import type { DomandaGuidata, RegoleContributi, TempiContributi } from './regole-contributi.schema.js';

/** GET tavoli/:tavolo/contributi/modulo — what the page for sending needs. To be asked by the browser when the page opens, never cached: `modulo` is its token. */
export interface ModuloContributoView {
  readonly ricezione: Ricezione;
  /** Of the window; null where there is none. */
  readonly dal: string | null;
  readonly al: string | null;
  readonly domande: readonly DomandaGuidata[];
  readonly comuni: readonly ComuneBreve[];
  readonly tavolo: TavoloBreve & { readonly scopo: string };
  readonly tempi: Pick<TempiContributi, 'giorniModerazione' | 'giorniRisposta' | 'giorniDaConfermare'>;
  readonly modulo: string;
}

/** GET/PUT tavoli/:tavolo/contributi/regole — `version` is the tavolo's: `If-Match` of the PUT. */
export interface RegoleContributiView extends RegoleContributi {
  readonly version: number;
}

/** GET/PUT contributi/tempi — `version` is 0 until they are set. */
export interface TempiContributiView extends TempiContributi {
  readonly version: number;
}

/** POST tavoli/:tavolo/contributi/files — `chiave` goes into `allegati` of what is sent. */
export interface AllegatoCaricatoView {
  readonly chiave: string;
  readonly nome: string;
  readonly bytes: number;
}

/** The answer to sending. `segreto` opens the page that follows it (`/contributo#segreto`): null until the address is confirmed. */
export interface RicevutaContributoView {
  readonly id: string;
  readonly codice: string;
  readonly stato: StatoContributo;
  readonly segreto: string | null;
  /** Where the confirmation went; null when there is nothing to confirm. */
  readonly confermaInviataA: string | null;
}

/** Where it came from, as far as everybody may know. `nome` only with leave. */
export interface ProvenienzaView {
  readonly tipo: TipoProvenienza;
  readonly nome: string | null;
}

/** A row of the public lists. */
export interface ContributoRigaView {
  readonly id: string;
  readonly codice: string;
  readonly stato: StatoPubblico;
  /** Null for one that was merged before it was published. */
  readonly titolo: string | null;
  readonly tipo: TipoContributo;
  readonly tavolo: TavoloBreve;
  readonly comune: ComuneBreve | null;
  readonly zona: string | null;
  readonly provenienza: ProvenienzaView;
  readonly canale: CanaleContributo;
  readonly inviatoAt: string;
  readonly pubblicatoAt: string | null;
  /** By when an answer is promised; null once there is one. */
  readonly rispostaEntroAt: string | null;
  readonly rispostoAt: string | null;
}

/** The few words by which other pages name a contributo. */
export interface ContributoBreve {
  readonly id: string;
  readonly codice: string;
  readonly titolo: string;
  readonly stato: StatoContributo;
}

export interface AllegatoView {
  readonly id: string;
  readonly nome: string;
  readonly bytes: number;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
}

/** One step of the way "dal contributo al Piano". */
export interface PassoView {
  readonly tipo:
    | 'inviato'
    | 'confermato'
    | 'modifica_chiesta'
    | 'ripresentato'
    | 'pubblicato'
    | 'respinto'
    | 'spostato'
    | 'incontro'
    | 'verbale'
    | 'elaborato'
    | 'in_esame'
    | EsitoContributo
    | 'unito'
    | 'riunito'
    | 'riesame_chiesto'
    | 'riesame_riaperto'
    | 'riesame_confermato'
    | 'omissis'
    | 'ritirato';
  readonly at: string;
  /** Name of the incontro, verbale, tavolo or contributo it speaks of, as the reader may know it now; null: it names none, or none that they may see. */
  readonly titolo: string | null;
  /** Path on the portal, from `/`. */
  readonly percorso: string | null;
  readonly motivazione: string | null;
}

/** GET contributi/:contributo — the public page. Never an e-mail, never what was left out. */
export interface ContributoPubblicoView extends ContributoRigaView {
  /** Null when it was merged before it was published. */
  readonly testi: TestiContributo | null;
  /** Why some pieces are missing; null when none is. */
  readonly motivoOmissis: string | null;
  /** When passages of it were blacked out last; null: never. */
  readonly oscuratoAt: string | null;
  readonly files: readonly AllegatoView[];
  readonly esito: { readonly stato: EsitoContributo; readonly motivazione: string; readonly at: string } | null;
  readonly unitoA: ContributoBreve | null;
  readonly uniti: readonly ContributoBreve[];
  readonly filo: readonly PassoView[];
  /** What the page's visitor may do as staff: empty for everybody else. */
  readonly puoGestire: boolean;
}

/** POST contributi/ricerche — what the short code alone tells: no text, no name. */
export interface StatoPerCodiceView {
  readonly codice: string;
  readonly stato: StatoContributo;
  readonly tavolo: TavoloBreve;
  readonly inviatoAt: string;
  readonly moderareEntroAt: string | null;
  readonly rispondereEntroAt: string | null;
  readonly percorsoPubblico: string | null;
}

/** GET incontri/:incontro/contributi, GET verbali/:verbale/contributi — contributi tied to each punto or section, by its id. */
export interface ContributiCollegatiView {
  readonly items: readonly (ContributoBreve & { readonly oggettoId: string; readonly legameId: string })[];
}
