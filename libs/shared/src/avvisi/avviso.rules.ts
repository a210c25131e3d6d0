import type { NaturaGiuridica } from '../enti/natura-giuridica.js';
import type { StatoAvviso } from './avviso.states.js';

export interface FinestraAvviso {
  readonly stato: 'bozza' | 'pubblicato' | 'annullato';
  readonly apreAt: Date;
  readonly chiudeAt: Date;
}

/** The state at `now`: the closing instant itself is already closed (domain facts §7). */
export function statoAvviso(avviso: FinestraAvviso, now: Date): StatoAvviso {
  return avviso.stato === 'pubblicato' && now >= avviso.chiudeAt ? 'chiuso' : avviso.stato;
}

export type Ammissione =
  'in_termini' | 'consultivo' | 'avviso.non_aperto' | 'avviso.chiuso' | 'avviso.annullato' | 'avviso.natura_non_ammessa';

/**
 * How an answer sent at `now` is taken: in time as `in_termini`; late as `consultivo` where the avviso admits it
 * (practice of Cernusco, a setting of the avviso); else the code of the refusal.
 */
export function ammissione(
  avviso: FinestraAvviso & { readonly ammetteTardive: boolean; readonly natureAmmesse: readonly NaturaGiuridica[] },
  natura: NaturaGiuridica,
  now: Date,
): Ammissione {
  if (avviso.stato === 'annullato') return 'avviso.annullato';
  if (avviso.stato === 'bozza' || now < avviso.apreAt) return 'avviso.non_aperto';
  if (avviso.natureAmmesse.length > 0 && !avviso.natureAmmesse.includes(natura)) return 'avviso.natura_non_ammessa';
  if (now < avviso.chiudeAt) return 'in_termini';
  return avviso.ammetteTardive ? 'consultivo' : 'avviso.chiuso';
}
