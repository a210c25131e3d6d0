import type { NaturaGiuridica } from '../enti/natura-giuridica.js';
import type { AzioneAvviso, StatoAvviso } from './avviso.states.js';

export interface AvvisoRigaView {
  readonly id: string;
  readonly titolo: string;
  readonly stato: StatoAvviso;
  /** RFC 3339 instants. */
  readonly apreAt: string;
  readonly chiudeAt: string;
  readonly numeroTavoli: number;
}

export interface AvvisoView extends Omit<AvvisoRigaView, 'numeroTavoli'> {
  readonly testo: string;
  readonly tavoli: readonly { readonly id: string; readonly slug: string; readonly codice: string; readonly nome: string }[];
  readonly postiTitolari: number;
  readonly postiSupplenti: number;
  readonly natureAmmesse: readonly NaturaGiuridica[];
  readonly ammetteTardive: boolean;
  readonly pubblicatoAt: string | null;
  readonly motivazione: string | null;
  readonly proroghe: readonly { readonly da: string; readonly a: string; readonly motivazione: string; readonly at: string }[];
  readonly files: readonly { readonly id: string; readonly nome: string; readonly bytes: number }[];
  /** What the caller may do now; empty for the public. */
  readonly azioni: readonly AzioneAvviso[];
  readonly puoModificare: boolean;
  readonly version: number;
}
