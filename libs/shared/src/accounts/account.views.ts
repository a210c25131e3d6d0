/** GET /api/v1/sessione: who is signed in and every relation they hold. `null` for the public. */
export interface SessioneView {
  /** Somebody was signed in here, and the session ended because it was long unused. */
  readonly inattiva?: true;
  readonly account: AccountView | null;
  readonly amministratore: boolean;
  readonly incarichi: readonly IncaricoProprio[];
  readonly enti: readonly EnteProprio[];
  readonly tavoli: readonly TavoloProprio[];
}

export interface AccountView {
  readonly id: string;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
}

export interface IncaricoProprio {
  readonly ruolo: 'coordinatore' | 'ufficio_di_piano' | 'referente';
  readonly ambito: { readonly id: string; readonly slug: string; readonly nome: string };
  readonly tavolo: { readonly id: string; readonly slug: string; readonly nome: string } | null;
}

export interface EnteProprio {
  readonly ambito: { readonly id: string; readonly slug: string; readonly nome: string };
  readonly id: string;
  readonly denominazione: string;
  readonly stato: string;
}

export interface TavoloProprio {
  readonly ambito: { readonly id: string; readonly slug: string; readonly nome: string };
  readonly id: string;
  readonly slug: string;
  readonly nome: string;
}

export interface SessioneAttivaView {
  readonly id: string;
  /** RFC 3339 instants. */
  readonly creataAt: string;
  readonly vistaAt: string;
  readonly dispositivo: string;
  readonly attuale: boolean;
}
