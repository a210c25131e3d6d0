import type { StatoAvviso } from '../avvisi/avviso.states.js';
import type { Veste } from '../enti/natura-giuridica.js';
import type { RuoloRappresentante } from '../designazioni/designazione.schema.js';

export interface TavoloRigaView {
  readonly id: string;
  readonly slug: string;
  readonly codice: string;
  readonly nome: string;
  readonly scopo: string;
  readonly aree: readonly string[];
  readonly referente: string | null;
  readonly numeroEnti: number;
}

/** The public page of a tavolo: people are named only after their consent, and only by name. */
export interface TavoloView extends Omit<TavoloRigaView, 'numeroEnti'> {
  readonly areeId: readonly string[];
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number };
  readonly enti: readonly EnteAlTavoloView[];
  readonly avvisi: readonly { readonly id: string; readonly titolo: string; readonly chiudeAt: string; readonly stato: StatoAvviso }[];
  readonly version: number;
}

export interface EnteAlTavoloView {
  readonly denominazione: string;
  readonly veste: Veste;
  readonly dal: string;
  readonly rappresentanti: readonly { readonly ruolo: RuoloRappresentante; readonly nome: string; readonly cognome: string }[];
  /** How many named persons have not consented yet. */
  readonly inAttesa: number;
}
