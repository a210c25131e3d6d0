import type { Permission } from '@tavoli/shared';

export interface DemoPersona {
  readonly nome: string;
  readonly cognome: string;
  /** What the demo page says of this person. */
  readonly chi: string;
  /** The office this person holds: the one that may do this. */
  readonly puo?: Permission;
  /** Slug of the tavolo where they hold it. */
  readonly tavolo?: string;
  /** Key of the ente this person acts for. */
  readonly ente?: string;
}

/** Whoever acts in the story, first those who show the most. */
export const PERSONE: readonly DemoPersona[] = [
  {
    nome: 'Caterina',
    cognome: 'Modello',
    puo: 'avviso.crea',
    chi: 'Coordinatrice dei tavoli: pubblica gli avvisi, verifica gli enti, vede tutto.',
  },
  { nome: 'Ugo', cognome: 'Campione', puo: 'ente.istruisci', chi: 'Ufficio di piano: verifica gli enti e segue le designazioni.' },
  {
    nome: 'Rita',
    cognome: 'Esempio',
    puo: 'tavolo.conduci',
    tavolo: 'anziani',
    chi: 'Referente del tavolo Invecchiamento attivo e anziani: accetta o respinge le designazioni.',
  },
  { nome: 'Remo', cognome: 'Fittizi', puo: 'tavolo.conduci', tavolo: 'disabilita', chi: 'Referente del tavolo Disabilità.' },
  {
    nome: 'Rosa',
    cognome: 'Inventati',
    puo: 'tavolo.conduci',
    tavolo: 'immigrazione',
    chi: 'Referente del tavolo Immigrazione e accoglienza.',
  },
  {
    nome: 'Renzo',
    cognome: 'Prova',
    puo: 'tavolo.conduci',
    tavolo: 'dipendenze-violenza-di-genere',
    chi: 'Referente del tavolo Dipendenze e contrasto alla violenza di genere.',
  },
  {
    nome: 'Rachele',
    cognome: 'Finta',
    puo: 'tavolo.conduci',
    tavolo: 'poverta',
    chi: 'Referente del tavolo Povertà e inclusione sociale.',
  },
  {
    nome: 'Rocco',
    cognome: 'Simulato',
    puo: 'tavolo.conduci',
    tavolo: 'famiglia-giovani-minori',
    chi: 'Referente del tavolo Famiglia, giovani e minori.',
  },
  { nome: 'Paola', cognome: 'Immaginari', ente: 'ponte', chi: 'Operatrice dell’Associazione Il Ponte (demo), verificata: può designare.' },
  { nome: 'Otto', cognome: 'Ipotetico', ente: 'aurora', chi: 'Operatore di Aurora (demo), verificata, con designazioni in ogni stato.' },
  { nome: 'Olga', cognome: 'Verosimile', ente: 'nido', chi: 'Operatrice di Il Nido (demo), ancora in verifica.' },
  { nome: 'Cino', cognome: 'Cittadino', chi: 'Cittadino registrato, senza incarichi: può registrare un ente.' },
  { nome: 'Anna', cognome: 'Prototipo', puo: 'ambito.crea', chi: 'Amministratrice dell’installazione.' },
  { nome: 'Fiora', cognome: 'Ideata', ente: 'fili', chi: 'Operatrice della Cooperativa Fili d’erba (demo), verificata.' },
  { nome: 'Tancredi', cognome: 'Supposto', ente: 'sibari', chi: 'Operatore del Comitato Piana Aperta (demo), un gruppo informale.' },
  { nome: 'Ginevra', cognome: 'Lavagna', ente: 'scuola', chi: 'Operatrice dell’Istituto comprensivo Girasole (demo).' },
  { nome: 'Argo', cognome: 'Tessera', ente: 'sindacato', chi: 'Operatore del Sindacato pensionati Argento (demo).' },
  { nome: 'Cesira', cognome: 'Fondata', ente: 'casa', chi: 'Operatrice della Fondazione Casa Comune (demo).' },
  { nome: 'Velia', cognome: 'Randa', ente: 'vela', chi: 'Operatrice della Polisportiva La Vela (demo), respinta: può ripresentarsi.' },
  { nome: 'Fausto', cognome: 'Lanterna', ente: 'faro', chi: 'Operatore di Il Faro (demo), sospeso.' },
];
