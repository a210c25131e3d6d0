import type { ParoleAmbito } from './ambito.words.js';

export interface AmbitoView {
  readonly id: string;
  readonly slug: string;
  readonly nome: string;
  readonly regione: string;
  readonly capofila: string;
  readonly comuni: readonly { readonly istat: string; readonly nome: string; readonly abitanti: number }[];
  readonly contatti: { readonly indirizzo: string; readonly email: string; readonly pec: string; readonly telefono: string };
  readonly piano: { readonly titolo: string; readonly dal: number; readonly al: number } | null;
  readonly aree: readonly { readonly id: string; readonly nome: string }[];
  /** How its bodies are called. */
  readonly parole: ParoleAmbito;
}

export interface AmbitoRigaView {
  readonly slug: string;
  readonly nome: string;
  readonly regione: string;
  readonly capofila: string;
}

/** GET /api/v1/installazione */
export interface InstallazioneView {
  readonly demo: boolean;
  readonly versione: string;
}

/** Every collection of the API (ModI): rows, page size, cursor of the next page. */
export interface Pagina<T> {
  readonly items: readonly T[];
  readonly limit: number;
  readonly nextCursor: string | null;
}

/** A message that only the staff of a tavolo or ambito hears, live: "look again at this". Never carries data. */
export interface LiveEvent {
  readonly tipo:
    | 'designazione'
    | 'ente'
    | 'avviso'
    | 'email'
    | 'incontro'
    | 'verbale'
    | 'iter'
    | 'adesione'
    | 'piano'
    | 'elaborato'
    | 'contributo'
    | 'impegno';
  readonly id: string;
  readonly ambitoId: string;
}
