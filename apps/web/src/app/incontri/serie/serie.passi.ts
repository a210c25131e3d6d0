import type { AzioneSerie } from '@tavoli/shared';

/** What the page of a series does; drafts are written again in their own form. */
export const AZIONI_PAGINA = ['convoca', 'sposta', 'annulla', 'elimina'] as const satisfies readonly AzioneSerie[];
export type AzionePagina = (typeof AZIONI_PAGINA)[number];

interface ParoleSerie {
  /** What one chooses, and what is asked. */
  readonly label: string;
  readonly conferma: string;
  readonly conseguenza: string;
  /** What becomes of each. */
  readonly sorte: string;
  readonly fatto: string;
}

/** The words of an act on several incontri at once. */
export const PAROLE_SERIE: Readonly<Record<AzionePagina, ParoleSerie>> = {
  convoca: {
    label: 'Convocare',
    conferma: 'Manda le convocazioni',
    conseguenza: 'Chi è invitato riceve un messaggio per ogni data, con l’invito per il calendario, e risponde data per data.',
    sorte: 'viene convocato',
    fatto: 'Incontri convocati',
  },
  sposta: {
    label: 'Spostare',
    conferma: 'Sposta e avvisa tutti',
    conseguenza: 'Chi è invitato riceve un messaggio per ogni data, e il suo calendario si aggiorna.',
    sorte: 'viene spostato',
    fatto: 'Incontri spostati',
  },
  annulla: {
    label: 'Annullare',
    conferma: 'Annulla e avvisa tutti',
    conseguenza: 'Chi è invitato riceve un messaggio per ogni data, e gli incontri spariscono dal suo calendario.',
    sorte: 'viene annullato',
    fatto: 'Incontri annullati',
  },
  elimina: {
    label: 'Eliminare le bozze',
    conferma: 'Elimina',
    conseguenza: 'Non potrai recuperarle.',
    sorte: 'la bozza viene eliminata',
    fatto: 'Bozze eliminate',
  },
};
