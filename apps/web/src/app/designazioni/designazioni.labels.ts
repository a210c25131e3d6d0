import type { StatoDesignazione } from '@tavoli/shared';

/** What happens next, in plain words, for each state. */
export const E_ADESSO: Readonly<Record<StatoDesignazione, string>> = {
  bozza: 'È una bozza: la vede solo il tuo ente. Completa i dati e inviala.',
  inviata: 'Il referente del tavolo la esaminerà. Intanto le persone indicate possono dare il consenso dal messaggio che hanno ricevuto.',
  da_integrare:
    'È tornata all’ente perché la completi e la invii di nuovo. Non è respinta: vale sempre il giorno del primo invio, e le persone già indicate possono dare il consenso.',
  accettata: 'L’ente siede al tavolo. I nomi compaiono nella pagina pubblica quando ciascuno ha dato il consenso.',
  sospesa: 'Il posto è sospeso: l’ente non siede al tavolo, non viene convocato e non conta nel numero legale finché la sospensione dura.',
  respinta: 'Non è stata accettata: qui sotto trovi il motivo. Se l’avviso lo permette, l’ente può inviarne una nuova.',
  revocata: 'L’ente l’ha revocata. L’ente può inviarne una nuova.',
  sostituita: 'Al suo posto vale una designazione più recente.',
  decaduta: 'L’ente non siede più al tavolo: il suo posto è finito per decadenza.',
  cessata: 'L’ente non siede più al tavolo: il suo posto è finito.',
};
