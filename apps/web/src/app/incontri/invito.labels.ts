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
  supplente: 'Supplente, per conoscenza',
  ...(Object.fromEntries(
    RUOLI_INCARICO.map(ruolo => [ruolo, RUOLO[ruolo].parole.uno.replace(/^./, prima => prima.toUpperCase())]),
  ) as Record<RuoloIncarico, string>),
  ospite: 'Ospite',
};
