import type { AzioneInvito, PostoInvitoView } from '@tavoli/shared';
import { detto, type Parole } from '../ui/forms/passi';
import { LA_TUA_RISPOSTA } from './invito.labels';

/** Answers to a call: nothing is asked by a dialog. On the portal one press is enough, behind a mailed link the page asks once more. */
export const AZIONI_INVITO = {
  partecipa: { modulo: true, label: 'Ci sarò', fatto: LA_TUA_RISPOSTA.si },
  declina: { modulo: true, tono: 'outline', label: 'Non potrò esserci', fatto: LA_TUA_RISPOSTA.no },
  passa: {
    modulo: true,
    tono: 'outline',
    label: p => `Non posso: passa al supplente${p.supplente === null ? '' : ` (${p.supplente})`}`,
    fatto: LA_TUA_RISPOSTA.passa,
  },
} as const satisfies Parole<AzioneInvito, Pick<PostoInvitoView, 'supplente'>>;

/** What somebody is about to answer, in short. */
export const rispostaInBreve = (azione: AzioneInvito): string => detto(AZIONI_INVITO[azione].label, { supplente: null });
