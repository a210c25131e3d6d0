import type { AzioneCongiunto, AzioneIncontro, CongiuntoView, IncontroView } from '@tavoli/shared';
import type { Parole } from '../ui/forms/passi';

const nomi = ({ gestione }: IncontroView): string =>
  (gestione?.nuovi ?? []).map(({ nome, ente }) => [nome ?? 'una persona di un altro tavolo', ente].filter(Boolean).join(', ')).join('; ');

/** `convoca` and `sposta` show more before they leave: each has a dialog of its own. `integra` has a page. */
export const AZIONI = {
  convoca: { modulo: true, label: 'Convoca', fatto: 'Incontro convocato: i messaggi sono in partenza.' },
  convoca_nuovi: {
    label: v => `Convoca anche i nuovi (${v.gestione?.nuovi.length ?? 0})`,
    titolo: 'Convocare chi si è aggiunto?',
    conseguenza: v => `Ricevono la convocazione solo ${nomi(v)}. Per chi è già convocato non cambia niente.`,
    conferma: 'Manda la convocazione',
    fatto: 'Convocazione in partenza per chi si è aggiunto.',
  },
  integra: {
    modulo: true,
    label: 'Integra la convocazione',
    tono: 'outline',
    fatto: 'Integrazione in partenza: chi è invitato riceve la differenza.',
  },
  apri: {
    label: 'Apri l’incontro',
    titolo: 'Aprire l’incontro?',
    conseguenza:
      'Da quel momento puoi rilevare le presenze, e chi è invitato può seguire i lavori. Non potrai più spostarlo né annullarlo.',
    conferma: 'Apri',
    fatto: 'Incontro aperto: puoi rilevare le presenze.',
  },
  chiudi: {
    label: 'Chiudi l’incontro',
    tono: 'outline',
    titolo: 'Chiudere l’incontro?',
    conseguenza: 'Il numero legale resta fissato com’è ora. Controlla prima le presenze.',
    fatto: 'Incontro chiuso: presenze e numero legale sono fissati.',
  },
  sposta: { modulo: true, label: 'Sposta', tono: 'outline', fatto: 'Incontro spostato: abbiamo scritto a tutti gli invitati.' },
  annulla: {
    label: 'Annulla l’incontro',
    tono: 'danger',
    titolo: 'Annullare l’incontro?',
    conseguenza: 'Chi è invitato riceve subito un messaggio, e l’incontro sparisce dal suo calendario.',
    motivo: {},
    fatto: 'Incontro annullato: abbiamo scritto a tutti gli invitati.',
  },
} as const satisfies Parole<AzioneIncontro, IncontroView>;

/** Of who leads another tavolo of an incontro congiunto. */
export const AZIONI_CONGIUNTO = {
  consenti: {
    label: 'Dai il consenso',
    titolo: 'Dare il consenso?',
    conseguenza:
      'Chi siede al tuo tavolo potrà essere convocato a questo incontro, in questa data e in questo luogo. Se cambiano te lo chiediamo di nuovo.',
    fatto: 'Consenso dato.',
  },
  nega: {
    label: 'Nega il consenso',
    tono: 'danger',
    titolo: 'Negare il consenso?',
    conseguenza: 'Il referente che propone l’incontro riceve un messaggio con il motivo.',
    motivo: {},
    fatto: 'Consenso negato.',
  },
} as const satisfies Parole<AzioneCongiunto, CongiuntoView>;
