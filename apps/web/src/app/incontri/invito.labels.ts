import { RUOLI_INCARICO, RUOLO, type Risposta, type RuoloIncarico, type RuoloInvitato, type TipoIncontro } from '@tavoli/shared';

export const TIPI: Readonly<Record<TipoIncontro, string>> = {
  tavolo: 'Incontro del tavolo',
  congiunto: 'Incontro congiunto',
  plenaria: 'Plenaria dei tavoli',
  focus: 'Gruppo ristretto',
};

/** The answer as the person themself reads it. */
export const LA_TUA_RISPOSTA: Readonly<Record<Risposta, string>> = {
  in_attesa: 'Non hai ancora risposto.',
  si: 'Hai risposto che ci sarai.',
  no: 'Hai risposto che non ci sarai.',
  passa: 'Hai passato il posto al supplente.',
};

export const RUOLI_INVITATO: Readonly<Record<RuoloInvitato, string>> = {
  titolare: 'Titolare',
  supplente: 'Supplente',
  ...(Object.fromEntries(
    RUOLI_INCARICO.map(ruolo => [ruolo, RUOLO[ruolo].parole.uno.replace(/^./, prima => prima.toUpperCase())]),
  ) as Record<RuoloIncarico, string>),
  osservatore: 'Osservatore',
  ospite: 'Ospite',
};

/** In what role one is called: a supplente for information, until the seat is theirs. */
export const ruoloInvitato = ({ ruolo, atteso }: { readonly ruolo: RuoloInvitato; readonly atteso: boolean }): string =>
  ruolo === 'supplente' ? `${RUOLI_INVITATO[ruolo]}, ${atteso ? 'ha il posto' : 'per conoscenza'}` : RUOLI_INVITATO[ruolo];
