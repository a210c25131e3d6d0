import type { EmailStatoView } from '../designazioni/designazione.views.js';
import type { RuoloRappresentante } from '../designazioni/designazione.schema.js';
import type { StoriaView } from '../enti/ente.views.js';
import type { Veste } from '../enti/natura-giuridica.js';
import type { OspiteInput, SedeIncontro, TipoIncontro } from './incontro.schema.js';
import type { AzioneCongiunto, StatoCongiunto } from './congiunto.states.js';
import type { AzioneIncontro, StatoIncontro } from './incontro.states.js';
import type { Preavviso } from './incontro.rules.js';
import type { AzioneInvito, Risposta } from './invito.states.js';
import type { StatoPresenza } from './presenza.schema.js';
import type { Quorum } from './quorum.rules.js';
import type { RegoleTavolo } from './regole-tavolo.schema.js';

export interface TavoloBreve {
  readonly id: string;
  readonly slug: string;
  readonly codice: string;
  readonly nome: string;
}

/** A row of the calendars. Instants are RFC 3339 UTC. */
export interface IncontroRigaView {
  readonly id: string;
  readonly tipo: TipoIncontro;
  readonly titolo: string;
  readonly stato: StatoIncontro;
  readonly inizioAt: string;
  readonly fineAt: string;
  readonly sede: SedeIncontro | null;
  /** Whether it can be followed from home; the address itself is for members only. */
  readonly online: boolean;
  readonly tavoli: readonly TavoloBreve[];
}

export interface PuntoView {
  readonly id: string;
  readonly titolo: string;
  readonly minuti: number | null;
  readonly relatore: string | null;
  /** Frozen when its discussion began; null before. */
  readonly quorum: Quorum | null;
  readonly iniziatoAt: string | null;
}

/** Clashes found while planning: told, never forbidden. */
export interface ConflittoView {
  readonly tipo: 'festivo' | 'sede' | 'persone';
  /** Plain words, ready to be shown. */
  readonly testo: string;
  readonly incontroId: string | null;
}

/** One incontro. What the public may not see is null or empty for the public. */
export interface IncontroView extends IncontroRigaView {
  /** The tavolo that calls; null: a plenaria. */
  readonly tavoloId: string | null;
  readonly linkVideo: string | null;
  readonly punti: readonly PuntoView[];
  readonly files: readonly { readonly id: string; readonly nome: string; readonly bytes: number; readonly puntoId: string | null }[];
  readonly secondaConvocazione: boolean;
  readonly convocatoAt: string | null;
  readonly apertoAt: string | null;
  readonly chiusoAt: string | null;
  readonly puntoCorrente: string | null;
  readonly quorum: Quorum | null;
  /** Why it was annulled or last moved. */
  readonly motivazione: string | null;
  readonly sequence: number;
  readonly serieId: string | null;
  readonly azioni: readonly AzioneIncontro[];
  readonly puoModificare: boolean;
  readonly puoRilevare: boolean;
  /** The caller's own invitation, if any. */
  readonly invito: InvitoProprioView | null;
  /** For who may manage it; null for others. */
  readonly gestione: GestioneIncontroView | null;
  readonly version: number;
}

/** What another tavolo called to the incontro has said of it. */
export interface CongiuntoView {
  readonly tavolo: { readonly id: string; readonly nome: string };
  readonly stato: StatoCongiunto;
  /** When it answered, and who; null: nobody yet, or before answers were kept. */
  readonly at: string | null;
  readonly da: string | null;
  /** Why it said no. */
  readonly motivo: string | null;
  /** Who may answer for the tavolo; null: nobody leads it, and only the coordinatore may. */
  readonly referente: string | null;
  readonly azioni: readonly AzioneCongiunto[];
}

export interface GestioneIncontroView {
  /** The other tavoli of an incontro congiunto. */
  readonly congiunti: readonly CongiuntoView[];
  readonly ospiti: readonly OspiteInput[];
  readonly membri: readonly string[];
  readonly preavviso: Preavviso;
  readonly conflitti: readonly ConflittoView[];
  readonly invitati: readonly InvitatoView[];
  readonly convocazioni: readonly ConvocazioneView[];
  readonly emails: readonly EmailStatoView[];
  readonly storia: readonly StoriaView[];
}

export type RuoloInvitato = RuoloRappresentante | 'referente' | 'coordinatore' | 'ospite';

/** Who is called, and what they answered. */
export interface InvitatoView {
  readonly id: string;
  readonly ruolo: RuoloInvitato;
  readonly nome: string;
  /** Null where they sit for a tavolo that the reader does not work for. */
  readonly email: string | null;
  readonly ente: string | null;
  readonly risposta: Risposta;
  readonly rispostaAt: string | null;
  /** False when their seat has ended since: their link answers no more. */
  readonly attivo: boolean;
}

/** One seat for which a mailbox was called: it is answered for itself. */
export interface PostoInvitoView {
  readonly id: string;
  readonly ruolo: RuoloInvitato;
  /** Null for who holds no seat. */
  readonly ente: string | null;
  readonly tavolo: string | null;
  readonly risposta: Risposta;
  readonly azioni: readonly AzioneInvito[];
  readonly supplente: string | null;
}

/** One's own invitation: of the first seat, and all the seats it is for. */
export interface InvitoProprioView {
  readonly posti: readonly PostoInvitoView[];
  readonly risposta: Risposta;
  readonly azioni: readonly AzioneInvito[];
  /** To whom `passa` would hand over; null: there is no supplente. */
  readonly supplente: string | null;
}

/** One act of calling: the first, a move, a cancellation. Its text is fixed by its fingerprint. */
export interface ConvocazioneView {
  readonly sequence: number;
  readonly tipo: 'convocazione' | 'spostamento' | 'annullamento';
  readonly at: string;
  readonly protocollo: { readonly numero: number; readonly anno: number } | null;
  readonly urgenza: string | null;
  readonly motivazione: string | null;
  /** SHA-256 of what was sent, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Who would be written to. Of a tavolo that the reader does not work for the address is null, and before it has agreed the name too. */
export interface DestinatarioView {
  readonly ruolo: RuoloInvitato;
  readonly nome: string | null;
  readonly email: string | null;
  readonly ente: string | null;
}

/** What sending would do, shown before it is done. */
export interface AnteprimaConvocazioneView {
  readonly preavviso: Preavviso;
  readonly conflitti: readonly ConflittoView[];
  readonly destinatari: readonly DestinatarioView[];
  /** The mail as its first recipient would read it. */
  readonly email: { readonly oggetto: string; readonly testo: string } | null;
}

/** What an invited person finds behind the mailed link. */
export interface InvitoIncontroView extends InvitoProprioView {
  readonly persona: { readonly nome: string; readonly ruolo: RuoloInvitato; readonly ente: string | null };
  readonly incontro: Omit<IncontroRigaView, 'online'> & {
    readonly linkVideo: string | null;
    readonly motivazione: string | null;
    readonly punti: readonly { readonly titolo: string; readonly minuti: number | null; readonly relatore: string | null }[];
  };
  readonly ambito: { readonly nome: string; readonly slug: string };
}

/** One seat in the list of presences. */
export interface PostoView {
  readonly id: string;
  readonly tavolo: string;
  readonly ente: string;
  readonly veste: Veste;
  readonly titolare: string | null;
  readonly supplente: string | null;
  readonly risposta: Risposta;
  readonly stato: StatoPresenza | null;
  /** Who recorded it and when; null: nobody yet. */
  readonly rilevataDa: string | null;
  readonly rilevataAt: string | null;
}

export interface PresenzeView {
  readonly incontroId: string;
  readonly stato: StatoIncontro;
  readonly quorum: Quorum;
  readonly posti: readonly PostoView[];
  readonly ospiti: readonly { readonly id: string; readonly nome: string; readonly per: string | null }[];
  readonly puntoCorrente: string | null;
  readonly version: number;
}

/** What became of each queued tap. */
export interface EsitoPresenzeView {
  readonly presenze: PresenzeView;
  /** Seats somebody else changed meanwhile: not overwritten, to be decided by who reads. */
  readonly conflitti: readonly {
    readonly postoId: string;
    readonly chiesto: StatoPresenza | null;
    readonly attuale: StatoPresenza | null;
    readonly da: string | null;
  }[];
}

/** Attendance of an ente at a tavolo, within the dates of its seat. */
export interface PartecipazioneView {
  readonly ente: { readonly id: string; readonly denominazione: string };
  /** Incontri svolti while the ente sat there. */
  readonly incontri: number;
  readonly presenze: number;
  readonly giustificate: number;
  readonly assenze: number;
  readonly assenzeDiFila: number;
  /** The tavolo's rule on absences is met: to be weighed by the coordinatore, never automatic. */
  readonly decadenzaProposta: boolean;
}

/** A tavolo as the coordinatore's cockpit shows it. */
export interface CruscottoTavoloView {
  readonly tavolo: TavoloBreve;
  readonly referente: string | null;
  readonly designazioni: { readonly daEsaminare: number; readonly accettate: number; readonly consensiInAttesa: number };
  readonly prossimo: {
    readonly id: string;
    readonly titolo: string;
    readonly inizioAt: string;
    readonly stato: StatoIncontro;
    readonly risposte: { readonly si: number; readonly no: number; readonly inAttesa: number };
  } | null;
  readonly ultimo: { readonly id: string; readonly inizioAt: string; readonly presenti: number; readonly posti: number } | null;
  /** Plain words, each with the page where it is solved (path within the ambito). */
  readonly daFare: readonly { readonly testo: string; readonly percorso: string }[];
}

export interface RegoleTavoloView extends RegoleTavolo {
  readonly version: number;
}
