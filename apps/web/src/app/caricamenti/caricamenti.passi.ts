import type { AzioneCaricamento, CaricamentoView } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  esegui: { altrove: true, fatto: 'Caricamento eseguito.' },
  annulla: {
    label: 'Annulla il caricamento',
    tono: 'danger',
    titolo: 'Annullare il caricamento?',
    conseguenza: k =>
      `Quello che ha aggiunto sarà tolto, e quello che ha cambiato tornerà com’era.${k.messaggi === 'subito' || k.scrittoAt !== null ? ' I messaggi già partiti non si possono richiamare: i loro collegamenti non funzioneranno più.' : ''}`,
    motivo: { aiuto: 'Resta scritta nel registro degli atti.' },
    fatto: 'Caricamento annullato: tutto è tornato com’era.',
  },
} as const satisfies Parole<AzioneCaricamento, CaricamentoView>;
