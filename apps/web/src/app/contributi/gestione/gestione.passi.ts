import type { AzioneContributo, ContributoGestioneView, DecisioneRiesame } from '@tavoli/shared';
import type { Modulo, Parole } from '../../ui/forms/passi';

/** The button of each step, what it does, and what is said when it is done. */
export const AZIONI: Readonly<Record<AzioneContributo, Required<Pick<Modulo, 'conseguenza'>> & Modulo>> = {
  pubblica: {
    modulo: true,
    label: 'Pubblica',
    conseguenza: 'Da quel momento lo leggono tutti, e comincia a correre il termine per rispondere. Chi lo ha scritto riceve un messaggio.',
    fatto: 'Contributo pubblicato.',
  },
  chiedi_modifica: {
    modulo: true,
    label: 'Chiedi una modifica',
    conseguenza: 'Chi lo ha scritto riceve la richiesta e può riscriverlo.',
    fatto: 'Richiesta mandata.',
  },
  respingi: {
    tono: 'danger',
    modulo: true,
    label: 'Respingi',
    conseguenza: 'Non viene pubblicato. Chi lo ha scritto riceve il motivo, e può chiedere il riesame.',
    fatto: 'Contributo respinto.',
  },
  esamina: {
    modulo: true,
    label: 'Prendi in esame',
    conseguenza: 'Dice a tutti che il tavolo ne sta discutendo.',
    fatto: 'Contributo in esame.',
  },
  accogli: { modulo: true, label: 'Accogli', conseguenza: 'La motivazione la leggono tutti.', fatto: 'Risposta pubblicata: accolto.' },
  accogli_in_parte: {
    modulo: true,
    label: 'Accogli in parte',
    conseguenza: 'La motivazione la leggono tutti: spiega che cosa sì e che cosa no.',
    fatto: 'Risposta pubblicata: accolto in parte.',
  },
  non_accogliere: {
    modulo: true,
    label: 'Non accogliere',
    conseguenza: 'La motivazione la leggono tutti. Chi lo ha scritto può chiedere il riesame.',
    fatto: 'Risposta pubblicata: non accolto.',
  },
  rinvia: {
    modulo: true,
    label: 'Rinvia',
    conseguenza: 'Il tavolo lo riprenderà più avanti: la motivazione la leggono tutti.',
    fatto: 'Risposta pubblicata: rinviato.',
  },
  unisci: {
    modulo: true,
    label: 'Unisci a un altro',
    conseguenza: 'Avrà la stessa risposta di quello a cui lo unisci. Tutti quelli che hanno scritto continuano a ricevere notizie.',
    fatto: 'Contributi uniti.',
  },
};

/** Of the coordinatore, when an author asked for a review. */
export const AZIONI_RIESAME = {
  riapri: {
    label: 'Riapri',
    titolo: 'Riaprire il contributo?',
    conseguenza: 'Si esamina di nuovo, con un nuovo termine.',
    motivo: { aiuto: 'La leggono tutti.' },
    fatto: 'Si esamina di nuovo.',
  },
  conferma: {
    label: 'Conferma la risposta',
    tono: 'outline',
    titolo: 'Confermare la risposta?',
    conseguenza: 'La risposta resta quella. Non si può chiedere un altro riesame.',
    motivo: { aiuto: 'La leggono tutti.' },
    fatto: 'La risposta è confermata.',
  },
} as const satisfies Parole<DecisioneRiesame, ContributoGestioneView>;
