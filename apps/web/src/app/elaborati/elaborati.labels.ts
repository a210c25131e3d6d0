import type { AzioneElaborato, StatoCommento, StatoElaborato } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

export const TONI: Readonly<Record<StatoElaborato, BadgeTone>> = {
  bozza: 'neutral',
  in_consultazione: 'primary',
  approvato: 'success',
  consegnato: 'primary',
  accolto: 'success',
  da_rivedere: 'warning',
};

export const STATI_COMMENTO: Readonly<Record<StatoCommento, readonly [label: string, tone: BadgeTone]>> = {
  aperto: ['Senza risposta', 'warning'],
  accolto: ['Accolto', 'success'],
  non_accolto: ['Non accolto', 'neutral'],
};

/** The button of each step, what it does, what is said when it is done. */
export const AZIONI: Readonly<Record<AzioneElaborato, { readonly verbo: string; readonly spiega: string; readonly fatto: string }>> = {
  apri_consultazione: {
    verbo: 'Apri la consultazione',
    spiega: 'Chi siede al tavolo lo legge e può commentare ogni passaggio. Riceve un messaggio.',
    fatto: 'Consultazione aperta.',
  },
  restituisci: {
    verbo: 'Riporta in scrittura',
    spiega: 'Torna in bozza. Il motivo lo legge chi siede al tavolo.',
    fatto: 'Di nuovo in scrittura.',
  },
  approva: {
    verbo: 'Registra l’approvazione',
    spiega: 'Indica in quale verbale il tavolo lo ha approvato. Da quel momento il testo non cambia più.',
    fatto: 'Approvazione registrata.',
  },
  consegna: {
    verbo: 'Consegna',
    spiega: 'Passa al coordinatore, che lo accoglie nel Piano o lo rimanda con un motivo.',
    fatto: 'Consegnato al coordinatore.',
  },
  accogli: {
    verbo: 'Accogli nel Piano',
    spiega: 'Questa versione resta com’è per sempre, con il suo PDF, e diventa pubblica.',
    fatto: 'Accolto nel Piano.',
  },
  rimanda: {
    verbo: 'Rimanda al tavolo',
    spiega: 'Il referente legge il motivo e può rimetterlo in scrittura.',
    fatto: 'Rimandato al tavolo.',
  },
  riprendi: { verbo: 'Riprendi a scrivere', spiega: 'Torna in bozza, per fare le modifiche chieste.', fatto: 'Di nuovo in scrittura.' },
};
