import type { AzioneCommento, AzioneElaborato, CommentoView } from '@tavoli/shared';
import type { Modulo, Parole } from '../../ui/forms/passi';

/** The button of each step, what it does, what is said when it is done. */
export const AZIONI: Readonly<Record<AzioneElaborato, Required<Pick<Modulo, 'conseguenza'>> & Modulo>> = {
  apri_consultazione: {
    modulo: true,
    label: 'Apri la consultazione',
    conseguenza: 'Chi siede al tavolo lo legge e può commentare ogni passaggio. Riceve un messaggio.',
    fatto: 'Consultazione aperta.',
  },
  restituisci: {
    modulo: true,
    label: 'Riporta in scrittura',
    conseguenza: 'Torna in bozza. Il motivo lo legge chi siede al tavolo.',
    fatto: 'Di nuovo in scrittura.',
  },
  approva: {
    modulo: true,
    label: 'Registra l’approvazione',
    conseguenza: 'Indica in quale verbale il tavolo lo ha approvato. Da quel momento il testo non cambia più.',
    fatto: 'Approvazione registrata.',
  },
  consegna: {
    modulo: true,
    label: 'Consegna',
    conseguenza: 'Passa al coordinatore, che lo accoglie nel Piano o lo rimanda con un motivo.',
    fatto: 'Consegnato al coordinatore.',
  },
  accogli: {
    modulo: true,
    label: 'Accogli nel Piano',
    conseguenza: 'Questa versione resta com’è per sempre, con il suo PDF, e diventa pubblica.',
    fatto: 'Accolto nel Piano.',
  },
  rimanda: {
    modulo: true,
    label: 'Rimanda al tavolo',
    conseguenza: 'Il referente legge il motivo e può rimetterlo in scrittura.',
    fatto: 'Rimandato al tavolo.',
  },
  riprendi: {
    modulo: true,
    label: 'Riprendi a scrivere',
    conseguenza: 'Torna in bozza, per fare le modifiche chieste.',
    fatto: 'Di nuovo in scrittura.',
  },
};

/** Of a comment made during the consultation. */
export const AZIONI_COMMENTO = {
  accogli: {
    label: 'Accogli il commento',
    titolo: 'Accogliere il commento?',
    motivo: { etichetta: 'Che cosa ne fai', aiuto: 'La risposta la legge chi siede al tavolo. Il testo lo cambi tu, nella parte.' },
    fatto: 'Risposta mandata.',
  },
  respingi: {
    label: 'Non accoglierlo',
    tono: 'outline',
    titolo: 'Non accogliere il commento?',
    motivo: { etichetta: 'Perché', aiuto: 'La risposta la legge chi siede al tavolo.' },
    fatto: 'Risposta mandata.',
  },
} as const satisfies Parole<AzioneCommento, CommentoView>;
