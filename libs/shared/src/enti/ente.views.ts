import type { AzioneEnte, StatoEnte } from './ente.states.js';
import type { EnteDatiInput } from './ente.schema.js';
import type { NaturaGiuridica } from './natura-giuridica.js';

export interface EnteRigaView {
  readonly id: string;
  readonly denominazione: string;
  readonly naturaGiuridica: NaturaGiuridica;
  readonly codiceFiscale: string;
  readonly comune: string;
  readonly stato: StatoEnte;
  readonly creatoAt: string;
  /** How many other registrations have the same codice fiscale; always 0 but for the offices. */
  readonly altreRegistrazioni: number;
  readonly azioni: readonly AzioneEnte[];
  readonly version: number;
}

/** How many of the enti that the reader may see are in each state. */
export type EntiConteggiView = Readonly<Record<StatoEnte, number>>;

/** One ente as its operatori and the offices see it. */
export interface EnteView extends EnteDatiInput {
  readonly id: string;
  readonly stato: StatoEnte;
  readonly motivazione: string | null;
  readonly statuto: { readonly nome: string; readonly bytes: number; readonly sha256: string } | null;
  readonly operatori: readonly OperatoreView[];
  readonly inviti: readonly InvitoOperatoreView[];
  readonly richieste: readonly RichiestaIngressoView[];
  readonly storia: readonly StoriaView[];
  /** Other registrations with the same codice fiscale, the first to come first; always empty but for the offices. */
  readonly altreRegistrazioni: readonly AltraRegistrazioneView[];
  readonly azioni: readonly AzioneEnte[];
  readonly puoModificare: boolean;
  readonly version: number;
}

export interface AltraRegistrazioneView {
  readonly id: string;
  readonly denominazione: string;
  readonly stato: StatoEnte;
  readonly creatoAt: string;
}
export interface OperatoreView {
  readonly id: string;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly dal: string;
  readonly seStesso: boolean;
}
export interface InvitoOperatoreView {
  readonly id: string;
  readonly email: string;
  readonly scadeAt: string;
}

/** What the holder of a mailed invitation reads before accepting it. */
export interface InvitoView {
  readonly ente: { readonly id: string; readonly denominazione: string };
  readonly ambito: { readonly slug: string; readonly nome: string };
  readonly email: string;
  readonly scadeAt: string;
}

export interface RichiestaIngressoView {
  readonly id: string;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly messaggio: string;
  readonly creataAt: string;
}

/** One act, as the history of a thing shows it; `id` is its number in the registro of the ambito. */
export interface StoriaView {
  readonly id: number;
  readonly azione: string;
  readonly at: string;
  readonly attore: string;
  readonly motivazione: string | null;
}
