import type { AzioneAutore, ContributoAutoreView } from '@tavoli/shared';
import type { Parole } from '../../ui/forms/passi';

/** What an author may do with their own contributo. */
export const AZIONI_AUTORE = {
  ripresenta: { altrove: true, fatto: 'Mandato di nuovo: il referente lo legge.' },
  chiedi_riesame: {
    label: 'Chiedi il riesame',
    tono: 'outline',
    titolo: 'Chiedere il riesame?',
    motivo: {
      etichetta: 'Perché la risposta non ti convince',
      aiuto: 'La legge il coordinatore, che decide. Puoi chiederlo una volta sola.',
    },
    fatto: 'Riesame chiesto: decide il coordinatore, e ti scriviamo.',
  },
  ritira: {
    label: 'Ritira il contributo',
    tono: 'danger',
    titolo: 'Ritirare il contributo?',
    conseguenza: 'Il tavolo non lo esamina più. Se era pubblico, sparisce dalle pagine pubbliche.',
    fatto: 'Contributo ritirato.',
  },
} as const satisfies Parole<AzioneAutore, ContributoAutoreView>;
