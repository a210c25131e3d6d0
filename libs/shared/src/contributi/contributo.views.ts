import type { ComuneBreve } from './comune.views.js';
import type { EmailStatoView } from '../designazioni/designazione.views.js';
import type { StoriaView } from '../enti/ente.views.js';
import type { TavoloBreve } from '../incontri/incontro.views.js';
import type { AvvisoContributo, Ricezione, TestiContributo } from './contributo.rules.js';
import type { CanaleContributo, MotivoRespingimento, Omissis, TipoContributo, TipoLegame, TipoProvenienza } from './contributo.schema.js';
import type { AzioneAutore, AzioneContributo, DecisioneRiesame, EsitoContributo, StatoContributo, StatoPubblico } from './contributo.states.js';
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

/** The answer to sending. `segreto` opens the page that follows it (`/contributo#segreto`); it is told only here and by mail. */
export interface RicevutaContributoView {
  readonly id: string;
  readonly codice: string;
  readonly stato: StatoContributo;
  readonly segreto: string;
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
    | 'inviato' | 'confermato' | 'modifica_chiesta' | 'ripresentato' | 'pubblicato' | 'respinto' | 'spostato' | 'incontro' | 'verbale' | 'in_esame' | EsitoContributo | 'unito' | 'riunito'
    | 'riesame_chiesto' | 'riesame_riaperto' | 'riesame_confermato' | 'omissis' | 'ritirato';
  readonly at: string;
  /** Name of the incontro, verbale, tavolo or contributo it speaks of. */
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
  readonly files: readonly AllegatoView[];
  readonly esito: { readonly stato: EsitoContributo; readonly motivazione: string; readonly at: string } | null;
  readonly unitoA: ContributoBreve | null;
  readonly uniti: readonly ContributoBreve[];
  readonly filo: readonly PassoView[];
  /** What the page's visitor may do as staff: empty for everybody else. */
  readonly puoGestire: boolean;
}

export interface RiesameView {
  readonly chiestoAt: string;
  readonly motivo: string;
  readonly decisione: DecisioneRiesame | null;
  readonly risposta: string | null;
}

/** A row of the queue of staff, with the two clocks. */
export interface CodaRigaView extends Omit<ContributoRigaView, 'stato' | 'titolo' | 'rispostaEntroAt'> {
  readonly stato: StatoContributo;
  readonly titolo: string;
  readonly inModerazioneDal: string | null;
  readonly moderareEntroAt: string | null;
  readonly rispondereEntroAt: string | null;
  readonly inRitardo: boolean;
  readonly riesameDaDecidere: boolean;
  readonly azioni: readonly AzioneContributo[];
  readonly version: number;
}

export interface LegameView {
  readonly id: string;
  readonly tipo: TipoLegame;
  readonly oggettoId: string;
  readonly titolo: string;
  readonly percorso: string;
}

/** GET contributi/:contributo/gestione — all of it, for the staff of its tavolo. */
export interface ContributoGestioneView extends CodaRigaView {
  /** As written, never changed. */
  readonly testi: TestiContributo;
  /** What the public reads; null before publication. */
  readonly pubblico: TestiContributo | null;
  readonly omissis: readonly Omissis[];
  readonly motivoOmissis: string | null;
  /** Earlier words, before the author was asked to change them; latest first. */
  readonly precedenti: readonly (TestiContributo & { readonly at: string })[];
  readonly autore: { readonly nome: string | null; readonly email: string | null; readonly mostraNome: boolean; readonly account: boolean };
  readonly raccoltoDa: string | null;
  readonly files: readonly (AllegatoView & { readonly pubblico: boolean })[];
  readonly avvisiPrivacy: readonly AvvisoContributo[];
  readonly motivo: MotivoRespingimento | null;
  readonly motivazione: string | null;
  readonly riesame: RiesameView | null;
  readonly unitoA: ContributoBreve | null;
  readonly uniti: readonly ContributoBreve[];
  readonly legami: readonly LegameView[];
  readonly filo: readonly PassoView[];
  readonly puoSpostare: boolean;
  readonly puoCollegare: boolean;
  readonly puoOmettere: boolean;
  readonly puoDecidereRiesame: boolean;
  readonly emails: readonly EmailStatoView[];
  readonly storia: readonly StoriaView[];
}

/** GET contributo (secret in `X-Segreto`), GET account/contributi/:mio — what its author sees. */
export interface ContributoAutoreView {
  readonly id: string;
  readonly codice: string;
  readonly stato: StatoContributo;
  readonly version: number;
  readonly testi: TestiContributo;
  readonly tipo: TipoContributo;
  readonly comune: ComuneBreve | null;
  readonly zona: string | null;
  readonly provenienza: ProvenienzaView;
  readonly mostraNome: boolean;
  readonly canale: CanaleContributo;
  readonly tavolo: TavoloBreve;
  readonly ambito: { readonly nome: string; readonly slug: string };
  readonly inviatoAt: string;
  /** By when the next thing should happen, told as "entro il". */
  readonly moderareEntroAt: string | null;
  readonly rispondereEntroAt: string | null;
  readonly motivo: MotivoRespingimento | null;
  readonly motivazione: string | null;
  readonly motivoOmissis: string | null;
  readonly pubblico: TestiContributo | null;
  readonly files: readonly AllegatoView[];
  readonly riesame: RiesameView | null;
  readonly unitoA: ContributoBreve | null;
  /** Of the public page; null while there is none. */
  readonly percorsoPubblico: string | null;
  readonly filo: readonly PassoView[];
  readonly azioni: readonly AzioneAutore[];
  /** The guided questions of the tavolo, for who writes it anew. */
  readonly domande: readonly DomandaGuidata[];
}

/** GET account/contributi — the own ones, latest first. */
export interface MioContributoView {
  readonly id: string;
  readonly codice: string;
  readonly titolo: string;
  readonly stato: StatoContributo;
  readonly tavolo: TavoloBreve;
  readonly ambito: { readonly nome: string; readonly slug: string };
  readonly inviatoAt: string;
  readonly azioni: readonly AzioneAutore[];
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
