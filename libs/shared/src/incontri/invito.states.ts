import { inInsieme, type Insiemi } from '../kernel/insiemi.js';
import type { TransitionTable } from '../kernel/state-machine.js';

/** What an invited person has answered. `passa`: the titolare hands over to the supplente. */
export const RISPOSTE = ['in_attesa', 'si', 'no', 'passa'] as const;
export type Risposta = (typeof RISPOSTE)[number];

const RISPOSTA_INSIEMI = {
  in_attesa: ['con_il_posto', 'attesi'],
  si: ['con_il_posto', 'attesi'],
  no: ['con_il_posto', 'assenti'],
  passa: ['assenti'],
} as const satisfies Insiemi<Risposta>;
/** The seat is still theirs. */
export const RISPOSTE_CON_IL_POSTO = inInsieme(RISPOSTA_INSIEMI, 'con_il_posto');
/** They may come. */
export const RISPOSTE_ATTESE = inInsieme(RISPOSTA_INSIEMI, 'attesi');
/** They will not come themselves. */
export const RISPOSTE_ASSENTI = inInsieme(RISPOSTA_INSIEMI, 'assenti');

export const AZIONI_INVITO = ['partecipa', 'declina', 'passa'] as const;
export type AzioneInvito = (typeof AZIONI_INVITO)[number];

/** People change their minds until the incontro begins; only a titolare with a supplente may hand over (`azioniInvito`). */
export const INVITO: TransitionTable<Risposta, AzioneInvito> = {
  partecipa: { from: ['in_attesa', 'no', 'passa'], to: 'si' },
  declina: { from: ['in_attesa', 'si', 'passa'], to: 'no' },
  passa: { from: ['in_attesa', 'si', 'no'], to: 'passa' },
};
