import type { StoriaView } from '../enti/ente.views.js';
import type { Veste } from '../enti/natura-giuridica.js';
import type { StatoConsenso } from './consenso.states.js';
import type { RuoloRappresentante } from './designazione.schema.js';
import type { AzioneDesignazione, StatoDesignazione } from './designazione.states.js';

/** A row of the lists of designazioni. */
export interface DesignazioneRigaView {
  readonly id: string;
  readonly stato: StatoDesignazione;
  readonly veste: Veste | null;
  readonly ente: { readonly id: string; readonly denominazione: string };
  readonly tavolo: { readonly id: string; readonly slug: string; readonly nome: string };
  readonly avviso: { readonly id: string; readonly titolo: string };
  readonly rappresentanti: readonly {
    readonly ruolo: RuoloRappresentante;
    readonly nome: string;
    readonly cognome: string;
    readonly consenso: StatoConsenso;
  }[];
  readonly protocollo: { readonly numero: number; readonly anno: number } | null;
  readonly inviataAt: string | null;
  readonly sostituisce: string | null;
  readonly azioni: readonly AzioneDesignazione[];
  readonly version: number;
}

export interface RappresentanteView {
  readonly id: string;
  readonly ruolo: RuoloRappresentante;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly telefono: string | null;
  readonly qualifica: string | null;
  readonly consenso: StatoConsenso;
  readonly consensoAt: string | null;
}

/** One designazione as its ente and the staff see it. */
export interface DesignazioneView extends Omit<DesignazioneRigaView, 'rappresentanti'> {
  readonly rappresentanti: readonly RappresentanteView[];
  readonly motivazione: string | null;
  readonly posti: { readonly titolari: number; readonly supplenti: number };
  readonly sostituitaDa: string | null;
  readonly emails: readonly EmailStatoView[];
  readonly storia: readonly StoriaView[];
  readonly puoModificare: boolean;
}

/** What became of one mail, as staff see it. `errore` holds the words of the receiving server. */
export interface EmailStatoView {
  readonly id: string;
  readonly tipo: string;
  readonly destinatario: string;
  readonly oggetto: string;
  readonly stato: 'in_coda' | 'inviata' | 'rifiutata' | 'fallita';
  readonly tentativi: number;
  readonly errore: string | null;
  readonly creataAt: string;
  readonly inviataAt: string | null;
  readonly prossimoTentativoAt: string | null;
}

/** What the designated person sees behind the mailed link. */
export interface ConsensoView {
  readonly persona: {
    readonly nome: string;
    readonly cognome: string;
    readonly email: string;
    readonly telefono: string | null;
    readonly qualifica: string | null;
  };
  readonly ruolo: RuoloRappresentante;
  readonly consenso: StatoConsenso;
  readonly azioni: readonly ('acconsenti' | 'rifiuta' | 'ritira')[];
  readonly ente: { readonly denominazione: string };
  readonly tavolo: { readonly nome: string; readonly slug: string; readonly scopo: string };
  readonly ambito: { readonly nome: string; readonly slug: string };
  /** False when the designazione has ended: nothing is asked any more. */
  readonly attiva: boolean;
}
