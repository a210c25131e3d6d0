import type { CanaleContributo, MotivoRespingimento, TipoContributo } from './contributo.schema.js';
import type { StatoContributo } from './contributo.states.js';

export const ETICHETTE_TIPO_CONTRIBUTO: Readonly<Record<TipoContributo, string>> = {
  bisogno: 'Bisogno',
  proposta: 'Proposta',
  segnalazione_servizio: 'Segnalazione su un servizio',
  esperienza: 'Esperienza',
};

export const ETICHETTE_STATO_CONTRIBUTO: Readonly<Record<StatoContributo, string>> = {
  da_confermare: 'Da confermare',
  in_moderazione: 'In moderazione',
  da_modificare: 'Da modificare',
  pubblicato: 'Pubblicato',
  in_esame: 'In esame',
  accolto: 'Accolto',
  accolto_in_parte: 'Accolto in parte',
  non_accolto: 'Non accolto',
  rinviato: 'Rinviato',
  unito: 'Unito a un altro',
  respinto: 'Respinto',
  ritirato: 'Ritirato',
};

export const ETICHETTE_CANALE: Readonly<Record<CanaleContributo, string>> = {
  web: 'Dal portale',
  carta: 'Su carta, allo sportello',
  voce: 'A voce, allo sportello',
};

/** The public list of reasons for which a contributo is refused, as its author reads it. */
export const ETICHETTE_MOTIVO: Readonly<Record<MotivoRespingimento, string>> = {
  fuori_tema: 'Non riguarda i temi del tavolo.',
  dati_personali: 'Contiene dati personali di altre persone che non si possono togliere senza perdere il senso.',
  offensivo: 'Contiene offese.',
  pubblicita: 'È pubblicità.',
  incomprensibile: 'Non siamo riusciti a capirlo.',
  non_competenza: 'Riguarda qualcosa che non dipende dall’ambito.',
};
