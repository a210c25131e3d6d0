import { RUOLI_RAPPRESENTANTE, type RuoloRappresentante } from '../designazioni/designazione.schema.js';
import { hasPermission } from '../permissions/can.js';
import { ruoloInFrase, RUOLI_INCARICO, RUOLO, eIncarico, type RuoloIncarico } from '../permissions/ruoli.js';

/** As what one is called to an incontro: for a seat, for an incarico, as who follows the tavolo without a seat, as a guest. */
export type RuoloInvitato = RuoloRappresentante | RuoloIncarico | 'osservatore' | 'ospite';

/** Called for themselves: in no seat, and for no incarico. */
export const INVITATI_SENZA_POSTO = ['osservatore', 'ospite'] as const satisfies readonly RuoloInvitato[];

/** Those that there are, the seats first: of the incarichi, those that the matrix calls (`incontro.presenzia`). */
export const RUOLI_INVITATO: readonly RuoloInvitato[] = [
  ...RUOLI_RAPPRESENTANTE,
  ...RUOLI_INCARICO.filter(ruolo => hasPermission([ruolo], 'incontro.presenzia')),
  ...INVITATI_SENZA_POSTO,
];

/** In a sentence of a mail, after «sei»: by the gender of who reads it. */
export const invitatoInFrase = (ruolo: RuoloInvitato, prima = ''): string =>
  eIncarico(ruolo) ? ruoloInFrase(ruolo, prima) : prima + ruolo;

/** In a list: «referente», «titolare». */
export const parolaInvitato = (ruolo: RuoloInvitato): string => (eIncarico(ruolo) ? RUOLO[ruolo].parole.uno : ruolo);
