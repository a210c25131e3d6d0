import type { AzioneSegnalazione, SegnalazioneView, StatoSegnalazione } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';
import type { BadgeTone } from '../ui/stati';

export const AZIONI = {
  risolvi: {
    label: 'Segna come risolta',
    titolo: () => 'Segnare la segnalazione come risolta?',
    conseguenza:
      'Non aspetta più in «Oggi». Il portale non scrive a nessuno: se chi ha segnalato ha lasciato un indirizzo, rispondi dalla tua posta.',
    motivo: { aiuto: 'Che cosa hai fatto, anche se non c’era nulla da correggere. Lo legge l’ufficio.' },
    fatto: 'Segnalazione risolta.',
  },
} as const satisfies Parole<AzioneSegnalazione, SegnalazioneView>;

export const STATI_IN_PAROLE: Readonly<Record<StatoSegnalazione, { readonly label: string; readonly tone: BadgeTone }>> = {
  nuova: { label: 'Da guardare', tone: 'warning' },
  risolta: { label: 'Risolta', tone: 'success' },
};
