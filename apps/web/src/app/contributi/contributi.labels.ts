import type { PassoView, StatoContributo, TipoContributo, TipoProvenienza } from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

/** What each kind is for, under the choices of the form. */
export const AIUTO_TIPI: Readonly<Record<TipoContributo, string>> = {
  bisogno: 'Qualcosa che manca alle persone del territorio.',
  proposta: 'Un’idea di che cosa si potrebbe fare.',
  segnalazione_servizio: 'Come funziona, bene o male, un servizio che c’è già.',
  esperienza: 'Qualcosa che hai vissuto e che può servire a capire.',
};

export const TONI: Readonly<Record<StatoContributo, BadgeTone>> = {
  da_confermare: 'warning',
  in_moderazione: 'primary',
  da_modificare: 'warning',
  pubblicato: 'primary',
  in_esame: 'primary',
  accolto: 'success',
  accolto_in_parte: 'success',
  non_accolto: 'danger',
  rinviato: 'neutral',
  unito: 'neutral',
  respinto: 'danger',
  ritirato: 'neutral',
};

/** What each state means to its author, in a sentence. */
export const SPIEGAZIONI: Readonly<Record<StatoContributo, string>> = {
  da_confermare: 'Non è ancora arrivato al tavolo: apri il messaggio che ti abbiamo mandato e premi «Conferma il contributo».',
  in_moderazione: 'Il referente del tavolo lo sta leggendo.',
  da_modificare: 'Ti abbiamo chiesto di cambiare qualcosa.',
  pubblicato: 'Tutti lo possono leggere. Il tavolo deve ancora esaminarlo.',
  in_esame: 'Il tavolo ne sta discutendo.',
  accolto: 'Il tavolo lo ha accolto.',
  accolto_in_parte: 'Il tavolo lo ha accolto in parte.',
  non_accolto: 'Il tavolo non lo ha accolto.',
  rinviato: 'Il tavolo lo riprenderà più avanti.',
  unito: 'Parla della stessa cosa di un altro contributo: i due vanno avanti insieme.',
  respinto: 'Non lo abbiamo pubblicato.',
  ritirato: 'Lo hai ritirato.',
};

export const PROVENIENZE: Readonly<Record<TipoProvenienza, string>> = {
  cittadino: 'A nome mio',
  gruppo: 'A nome di un gruppo di persone',
  ente: 'A nome di un ente',
};
/** Where it came from, when the name is not shown. */
export const DA_CHI: Readonly<Record<TipoProvenienza, string>> = {
  cittadino: 'Una persona',
  gruppo: 'Un gruppo di persone',
  ente: 'Un ente',
};

/** What happened, as the timeline tells it; the name of what it speaks of follows where there is one. */
export const PASSI: Readonly<Record<PassoView['tipo'], string>> = {
  inviato: 'Inviato',
  confermato: 'Confermato da chi lo ha scritto',
  modifica_chiesta: 'Chiesta una modifica',
  ripresentato: 'Riscritto e mandato di nuovo',
  pubblicato: 'Pubblicato',
  respinto: 'Respinto',
  spostato: 'Passato al tavolo',
  incontro: 'All’ordine del giorno di',
  verbale: 'Nel verbale',
  elaborato: 'In un documento del tavolo',
  in_esame: 'Il tavolo lo esamina',
  accolto: 'Accolto',
  accolto_in_parte: 'Accolto in parte',
  non_accolto: 'Non accolto',
  rinviato: 'Rinviato',
  unito: 'Unito a',
  riunito: 'Vi è stato unito',
  riesame_chiesto: 'Chiesto il riesame',
  riesame_riaperto: 'Riesame: si esamina di nuovo',
  riesame_confermato: 'Riesame: la risposta è confermata',
  omissis: 'Cambiate le parti omesse',
  ritirato: 'Ritirato',
};
