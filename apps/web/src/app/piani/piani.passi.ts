import type { AzionePiano, PianoView } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  chiudi: {
    label: 'Chiudi il dossier',
    titolo: 'Chiudere il dossier?',
    conseguenza:
      'Si compila la versione definitiva, senza la scritta «BOZZA». Da allora ordine, numeri e impronte degli allegati non cambiano più, e le impronte vanno nel registro degli atti.',
    fatto: 'Il dossier definitivo si sta compilando. Quando è pronto, il Piano è chiuso.',
  },
  pubblica: {
    label: 'Pubblica il Piano',
    titolo: 'Pubblicare il Piano?',
    conseguenza: p =>
      `${p.consegna === null ? 'Non hai ancora scritto quando è stato inviato alla Regione: potrai farlo anche dopo. ' : ''}Chiunque potrà leggere il dossier e gli allegati, scaricarli e verificarli. Non si può tornare indietro.`,
    fatto: 'Il Piano è pubblicato: chiunque può leggerlo e verificarlo.',
  },
  riapri: {
    label: 'Riapri il dossier',
    tono: 'danger',
    titolo: 'Riaprire il dossier?',
    conseguenza:
      'Gli allegati si potranno cambiare, e servirà una nuova chiusura. La versione chiusa resta tra le versioni; le copie firmate e i dati dell’invio vengono tolti.',
    motivo: { aiuto: 'Resta nel registro degli atti.' },
    fatto: 'Il Piano è di nuovo in preparazione.',
  },
} as const satisfies Parole<AzionePiano, PianoView>;
