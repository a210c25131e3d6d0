import type { AzioneDisponibilita, DisponibilitaView, RispostaData } from '@tavoli/shared';
import type { Parole } from '../../ui/forms/passi';

export const AZIONI = {
  chiudi: {
    label: 'Chiudi senza scegliere',
    tono: 'outline',
    titolo: 'Chiudere senza scegliere una data?',
    conseguenza: 'Nessuno potrà più rispondere. Le risposte restano qui, e puoi ancora preparare un incontro da una di queste date.',
    fatto: 'Ricerca chiusa.',
  },
} as const satisfies Parole<AzioneDisponibilita, DisponibilitaView>;

export const RISPOSTE: Readonly<Record<RispostaData, string>> = { si: 'Sì', se_serve: 'Se serve', no: 'No' };
