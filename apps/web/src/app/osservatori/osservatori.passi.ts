import type { AzioneOsservatore, OsservatoreView, StatoOsservatore } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';
import type { BadgeTone } from '../ui/stati';

export const AZIONI = {
  ammetti: {
    label: 'Ammetti',
    titolo: o => `Ammettere ${o.persona.nome} come osservatore?`,
    conseguenza:
      'Riceve un messaggio, e da ora è tra gli invitati agli incontri del tavolo: senza diritto di voto, e fuori dal numero legale.',
    fatto: 'Richiesta accolta.',
  },
  declina: {
    label: 'Non ammettere',
    tono: 'danger',
    titolo: o => `Non ammettere ${o.persona.nome}?`,
    conseguenza: 'Riceve un messaggio con il motivo. Potrà chiedere di nuovo.',
    motivo: { aiuto: 'Lo legge chi ha fatto la richiesta.' },
    fatto: 'Richiesta non accolta.',
  },
  cessa: {
    label: 'Termina',
    tono: 'danger',
    titolo: o => `Da oggi ${o.persona.nome} non è più osservatore?`,
    conseguenza: 'Riceve un messaggio con il motivo e, se era tra gli invitati a un incontro, la disdetta per il calendario.',
    motivo: { aiuto: 'Lo legge la persona.' },
    fatto: 'La persona non è più tra gli osservatori.',
  },
} as const satisfies Parole<AzioneOsservatore, OsservatoreView>;

export const STATI_IN_PAROLE: Readonly<Record<StatoOsservatore, { readonly label: string; readonly tone: BadgeTone }>> = {
  ricevuta: { label: 'Attende una risposta', tone: 'warning' },
  ammessa: { label: 'Ammessa', tone: 'success' },
  non_ammessa: { label: 'Non accolta', tone: 'neutral' },
  cessata: { label: 'Terminata', tone: 'neutral' },
  ritirata: { label: 'Ritirata', tone: 'neutral' },
};
