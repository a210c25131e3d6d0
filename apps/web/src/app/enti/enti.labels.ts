import type { StatoEnte } from '@tavoli/shared';

/** What happens next, in plain words: for who acts for the ente, and for the offices. */
export const E_ADESSO: Readonly<Record<StatoEnte, { readonly ente: string; readonly uffici: string }>> = {
  in_verifica: {
    ente: '[Il tecnico] controlla i dati. Riceverai un messaggio con l’esito: intanto puoi completarli, caricare lo statuto e invitare altri operatori.',
    uffici: 'Controlla i dati e lo statuto, poi verifica l’ente oppure respingi la registrazione spiegando perché.',
  },
  da_integrare: {
    ente: 'Alla registrazione manca qualcosa. Leggi che cosa serve, completala e ripresentala.',
    uffici:
      'Hai chiesto all’ente di completare la registrazione. Quando la ripresenta la ritrovi tra gli enti in verifica; se non lo fa la puoi respingere.',
  },
  verificato: {
    ente: 'L’ente è verificato: può rispondere agli avvisi e designare i suoi rappresentanti ai tavoli.',
    uffici: 'L’ente è verificato e può designare i suoi rappresentanti.',
  },
  respinto: {
    ente: 'La registrazione non è stata accettata. Leggi il motivo, correggi i dati e ripresentala.',
    uffici:
      'La registrazione è stata respinta. L’ente può correggere i dati e ripresentarla: in quel caso la ritrovi tra gli enti in verifica.',
  },
  sospeso: {
    ente: 'L’ente è sospeso: finché dura non può inviare designazioni. La sua storia resta, e i dati si possono aggiornare.',
    uffici: 'L’ente è sospeso e non può inviare designazioni. Quando il motivo è superato lo puoi riattivare.',
  },
};
