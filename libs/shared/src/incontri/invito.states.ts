import type { TransitionTable } from '../kernel/state-machine.js';

/** What an invited person has answered. `passa`: the titolare hands over to the supplente. */
export const RISPOSTE = ['in_attesa', 'si', 'no', 'passa'] as const;
export type Risposta = (typeof RISPOSTE)[number];

export const AZIONI_INVITO = ['partecipa', 'declina', 'passa'] as const;
export type AzioneInvito = (typeof AZIONI_INVITO)[number];

/** People change their minds until the incontro begins; only a titolare with a supplente may hand over (`azioniInvito`). */
export const INVITO: TransitionTable<Risposta, AzioneInvito> = {
  partecipa: { from: ['in_attesa', 'no', 'passa'], to: 'si' },
  declina: { from: ['in_attesa', 'si', 'passa'], to: 'no' },
  passa: { from: ['in_attesa', 'si', 'no'], to: 'passa' },
};
