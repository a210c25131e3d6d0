import type { AzioneDiretto, AzioneNomina, DirettoView, NominaView, StatoDiretto, VesteDiretta } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';
import type { BadgeTone } from '../ui/stati';

export const AZIONI = {
  rinnova: {
    label: 'Manda di nuovo',
    tono: 'outline',
    titolo: 'Mandare di nuovo l’invito?',
    conseguenza: 'L’ente riceve un nuovo messaggio e ha altri 30 giorni per rispondere.',
    fatto: 'Invito mandato di nuovo.',
  },
  ritira: {
    label: 'Ritira',
    tono: 'danger',
    titolo: 'Ritirare l’invito?',
    conseguenza: 'L’ente non potrà più rispondere e riceve un messaggio.',
    motivo: {},
    fatto: 'Invito ritirato.',
  },
} as const satisfies Parole<AzioneDiretto, DirettoView>;

/** Of the ente that was invited. */
export const AZIONI_NOMINA = {
  nomina: { altrove: true, fatto: 'Nomina ricevuta. Abbiamo scritto alle persone nominate.' },
  declina: {
    label: 'Non partecipiamo',
    tono: 'outline',
    titolo: 'Confermate che non partecipate?',
    conseguenza: 'Chi vi ha invitato riceve la vostra risposta.',
    motivo: { etichetta: 'Perché (si legge nell’ufficio che vi ha invitato)' },
    fatto: 'Abbiamo registrato che non partecipate.',
  },
} as const satisfies Parole<AzioneNomina, NominaView['posti'][number]>;

export const STATI_IN_PAROLE: Readonly<Record<StatoDiretto, { readonly label: string; readonly tone: BadgeTone }>> = {
  in_attesa: { label: 'In attesa di risposta', tone: 'warning' },
  nominata: { label: 'Ha nominato', tone: 'success' },
  declinata: { label: 'Non partecipa', tone: 'neutral' },
  scaduta: { label: 'Scaduto senza risposta', tone: 'danger' },
  ritirata: { label: 'Ritirato', tone: 'neutral' },
};

export const VESTI_IN_PAROLE: Readonly<Record<VesteDiretta, string>> = {
  istituzionale: 'componente istituzionale',
  osservatore: 'osservatore',
};
