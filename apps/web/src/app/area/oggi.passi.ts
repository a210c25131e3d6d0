import type { AzioneEnte, VoceOggiView } from '@tavoli/shared';
import { AZIONI } from '../enti/enti.passi';
import type { Parole } from '../ui/forms/passi';

/** What is done to an ente without leaving Oggi: nobody has just read its page, so the question leads to it. */
export const AZIONI_ENTE_IN_OGGI: Parole<Extract<AzioneEnte, 'verifica'>, VoceOggiView> = {
  verifica: {
    ...AZIONI.verifica,
    conseguenza: voce =>
      `${voce.testo} riceverà subito un messaggio e potrà designare i suoi rappresentanti. Hai guardato i dati e lo statuto nella sua pagina?`,
    fatto: voce => `${voce.testo} è verificato.`,
  },
};
