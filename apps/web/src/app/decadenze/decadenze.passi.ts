import type { AzioneDecadenza, DecadenzaView, PropostaDecadenzaView } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

export const AZIONI = {
  presenta_memorie: { altrove: true, fatto: 'Memorie presentate: chi decide riceve un messaggio.' },
  concludi: {
    label: 'Concludi con la decadenza',
    tono: 'danger',
    titolo: 'Dichiarare la decadenza?',
    conseguenza: k =>
      k.sentito
        ? `Da subito ${k.ente.denominazione} non siede più al tavolo «${k.tavolo.nome}» e chi è già convocato riceve la disdetta. Non si torna indietro.`
        : 'L’ente ha ancora tempo per scrivere: si può concludere quando ha presentato le memorie, o quando il termine è passato.',
    conferma: 'Dichiara la decadenza',
    motivo: k =>
      k.sentito ? { aiuto: 'Dì anche come hai valutato le memorie. La leggono l’ente e le persone che lo rappresentano.' } : null,
    fatto: 'Decadenza dichiarata. L’ente e le persone ricevono la motivazione.',
  },
  archivia: {
    label: 'Archivia',
    titolo: 'Archiviare il procedimento?',
    conseguenza: 'L’ente tiene il suo posto al tavolo.',
    motivo: { aiuto: 'La leggono l’ente e le persone che lo rappresentano.' },
    fatto: 'Procedimento archiviato. L’ente riceve la motivazione.',
  },
} as const satisfies Parole<AzioneDecadenza, DecadenzaView>;

/** Of what a referente has proposed, for who decides: to take it up is to open the procedimento. */
export const AZIONI_PROPOSTA = {
  declina: {
    label: 'Non accogliere la proposta',
    tono: 'outline',
    titolo: 'Non accogliere la proposta?',
    conseguenza: 'L’ente tiene il suo posto e non riceve niente. Il referente riceve il motivo.',
    conferma: 'Non accogliere',
    motivo: { aiuto: 'Lo leggono i referenti del tavolo.' },
    fatto: 'Proposta non accolta. Il referente riceve il motivo.',
  },
} as const satisfies Parole<'declina', PropostaDecadenzaView>;
