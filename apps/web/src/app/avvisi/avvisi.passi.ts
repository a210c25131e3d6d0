import type { AvvisoView, AzioneAvviso } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  pubblica: {
    label: 'Pubblica',
    titolo: 'Pubblicare l’avviso?',
    conseguenza: 'Da quel momento lo vedono tutti. Non potrai più modificarlo in silenzio: potrai rettificarlo, prorogarlo o annullarlo.',
    fatto: 'Avviso pubblicato.',
  },
  proroga: {
    label: 'Proroga la chiusura',
    titolo: 'Prorogare la chiusura?',
    conferma: 'Proroga',
    motivo: {},
    fatto: 'Chiusura prorogata.',
  },
  annulla: {
    label: 'Annulla l’avviso',
    tono: 'danger',
    titolo: 'Annullare l’avviso?',
    conseguenza: 'Gli enti che stanno rispondendo riceveranno un messaggio.',
    motivo: {},
    fatto: 'Avviso annullato.',
  },
} as const satisfies Parole<AzioneAvviso, AvvisoView>;
