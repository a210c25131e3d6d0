import {
  ETICHETTE_STATO_ENTE,
  type EmailStatoView,
  type StatoAvviso,
  type StatoCaricamento,
  type StatoConsenso,
  type StatoDesignazione,
  type StatoEnte,
  type StatoIncontro,
} from '@tavoli/shared';

export type BadgeTone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
export type Stato =
  StatoAvviso | StatoCaricamento | StatoConsenso | StatoDesignazione | StatoEnte | StatoIncontro | EmailStatoView['stato'];

/** The words and the colour of every state. A new state without a row here does not compile. */
export const STATI: Readonly<Record<Stato, { readonly label: string; readonly tone: BadgeTone }>> = {
  bozza: { label: 'Bozza', tone: 'neutral' },
  inviata: { label: 'Inviata', tone: 'primary' },
  accettata: { label: 'Accettata', tone: 'success' },
  sospesa: { label: 'Posto sospeso', tone: 'danger' },
  respinta: { label: 'Respinta', tone: 'danger' },
  revocata: { label: 'Revocata', tone: 'neutral' },
  sostituita: { label: 'Sostituita', tone: 'neutral' },
  decaduta: { label: 'Decaduta', tone: 'neutral' },
  cessata: { label: 'Posto finito', tone: 'neutral' },

  in_attesa: { label: 'In attesa di consenso', tone: 'warning' },
  dato: { label: 'Consenso dato', tone: 'success' },
  negato: { label: 'Consenso negato', tone: 'danger' },
  ritirato: { label: 'Consenso ritirato', tone: 'danger' },
  dimesso: { label: 'Ha dato le dimissioni', tone: 'neutral' },

  in_verifica: { label: ETICHETTE_STATO_ENTE.in_verifica, tone: 'warning' },
  da_integrare: { label: ETICHETTE_STATO_ENTE.da_integrare, tone: 'warning' },
  verificato: { label: ETICHETTE_STATO_ENTE.verificato, tone: 'success' },
  respinto: { label: ETICHETTE_STATO_ENTE.respinto, tone: 'danger' },
  sospeso: { label: ETICHETTE_STATO_ENTE.sospeso, tone: 'danger' },

  pubblicato: { label: 'Aperto', tone: 'success' },
  chiuso: { label: 'Chiuso', tone: 'neutral' },
  annullato: { label: 'Annullato', tone: 'danger' },

  simulazione: { label: 'Simulazione', tone: 'primary' },
  eseguito: { label: 'Eseguito', tone: 'success' },

  convocato: { label: 'Convocato', tone: 'primary' },
  in_corso: { label: 'In corso', tone: 'success' },
  svolto: { label: 'Svolto', tone: 'neutral' },

  in_coda: { label: 'In coda', tone: 'neutral' },
  rifiutata: { label: 'Rifiutata dal destinatario', tone: 'danger' },
  fallita: { label: 'Non consegnata', tone: 'danger' },
};
