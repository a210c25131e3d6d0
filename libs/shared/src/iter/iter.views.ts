import type { StoriaView } from '../enti/ente.views.js';
import type { ModoFirma, RisorsaInput, TipoFirmatario, TipoOsservante } from './accordo.schema.js';
import type { AzioneAdesione, StatoAdesione } from './adesione.states.js';
import type { AttoAtteso, DirezioneAtto, TipoAtto } from './fase.schema.js';
import type { AzioneFase, StatoFase } from './fase.states.js';
import type { AzioneFirma, StatoFirma } from './firma.states.js';
import type { Organo } from './organi.js';
import type { AzioneOsservazione, StatoOsservazione } from './osservazione.states.js';

/** A stored file: its size in bytes, and its SHA-256 in hexadecimal. */
export interface FileIterView {
  readonly nome: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface AttoView {
  readonly id: string;
  readonly direzione: DirezioneAtto;
  readonly tipo: TipoAtto;
  readonly titolo: string;
  readonly numero: string | null;
  /** Day, `YYYY-MM-DD`. */
  readonly data: string | null;
  readonly albo: string | null;
  readonly pubblico: boolean;
  readonly file: FileIterView | null;
  readonly version: number;
}

/** What everybody reads of a phase; days are `YYYY-MM-DD` in Rome. */
export interface FasePubblicaView {
  readonly id: string;
  readonly titolo: string;
  /** The body in charge, in the words of the ambito. */
  readonly organo: string;
  readonly descrizione: string;
  readonly stato: StatoFase;
  readonly previstaDal: string | null;
  readonly previstaAl: string | null;
  readonly iniziataIl: string | null;
  readonly conclusaIl: string | null;
  /** Why it was skipped; null otherwise. */
  readonly motivoSaltata: string | null;
  readonly atti: readonly Omit<AttoView, 'pubblico' | 'version'>[];
}

export interface FirmatarioPubblicoView {
  readonly id: string;
  readonly tipo: TipoFirmatario;
  readonly ente: string;
  readonly carica: string;
  readonly stato: StatoFirma;
  readonly modo: ModoFirma | null;
  readonly data: string | null;
  readonly atto: string | null;
}

export interface AdesionePubblicaView {
  readonly id: string;
  readonly ente: string;
  readonly impegno: string;
  readonly risorse: readonly RisorsaInput[];
  /** Of all that has a price, in cents of euro. */
  readonly totale: number;
}

export interface OsservazionePubblicaView {
  readonly id: string;
  readonly tipo: TipoOsservante;
  readonly da: string;
  readonly ricevutaIl: string;
  readonly testo: string;
  readonly stato: StatoOsservazione;
  readonly risposta: string | null;
}

/** GET /iter: the public page. `fasi` empty: the iter was not opened yet. */
export interface IterPubblicoView {
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number } | null;
  readonly scadenza: string | null;
  readonly fasi: readonly FasePubblicaView[];
  readonly firmatari: readonly FirmatarioPubblicoView[];
  readonly adesioni: readonly AdesionePubblicaView[];
  readonly osservazioni: readonly OsservazionePubblicaView[];
}

export interface FaseView extends Omit<FasePubblicaView, 'atti' | 'organo'> {
  readonly organo: Organo;
  readonly organoNome: string | null;
  /** As shown: see `nomeOrgano`. */
  readonly organoMostrato: string;
  readonly note: string;
  readonly responsabile: string | null;
  readonly responsabileIncaricoId: string | null;
  /** Name of who holds the incarico, or what was written. */
  readonly responsabileMostrato: string | null;
  readonly attesi: readonly AttoAtteso[];
  /** Those of `attesi` that come out and that no act answers yet. */
  readonly mancanti: readonly AttoAtteso[];
  readonly atti: readonly AttoView[];
  readonly motivazione: string | null;
  readonly version: number;
  readonly azioni: readonly AzioneFase[];
  readonly eliminabile: boolean;
}

export interface FirmatarioView extends FirmatarioPubblicoView {
  readonly persona: string | null;
  readonly email: string | null;
  readonly version: number;
  readonly azioni: readonly AzioneFirma[];
}

export interface OsservazioneView extends OsservazionePubblicaView {
  readonly file: FileIterView | null;
  readonly version: number;
  readonly azioni: readonly AzioneOsservazione[];
}

/** GET /iter/gestione: the whole, for the offices. `iter` null: to be opened. */
export interface IterView {
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number } | null;
  readonly iter: { readonly id: string; readonly scadenza: string | null; readonly version: number } | null;
  readonly fasi: readonly FaseView[];
  readonly firmatari: readonly FirmatarioView[];
  readonly osservazioni: readonly OsservazioneView[];
  /** Whether the reader may change phases, and whether acts. */
  readonly puoModificare: boolean;
  readonly puoAllegare: boolean;
}

export interface AdesioneRigaView {
  readonly id: string;
  readonly ente: { readonly id: string; readonly denominazione: string };
  readonly stato: StatoAdesione;
  readonly totale: number;
  readonly quanteRisorse: number;
  readonly inviataAt: string | null;
  readonly version: number;
}

export interface AdesioneView extends AdesioneRigaView {
  readonly impegno: string;
  readonly risorse: readonly RisorsaInput[];
  readonly protocollo: { readonly numero: number; readonly anno: number } | null;
  readonly motivazione: string | null;
  readonly azioni: readonly AzioneAdesione[];
  readonly puoModificare: boolean;
  readonly storia: readonly StoriaView[];
}

/** GET /adesioni: those that the reader may see; `totale` of the accepted ones, in cents. */
export interface AdesioniView {
  readonly items: readonly AdesioneRigaView[];
  readonly totaleAccolte: number;
}
