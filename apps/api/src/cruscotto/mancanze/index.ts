import { ADESIONE_DA_ESAMINARE } from './adesione-da-esaminare.js';
import { CONTRIBUTO_IN_RITARDO } from './contributo-in-ritardo.js';
import { CONSENSO_IN_ATTESA } from './consenso-in-attesa.js';
import { DECADENZA_DA_DECIDERE } from './decadenza-da-decidere.js';
import { DESIGNAZIONE_IN_ATTESA } from './designazione-in-attesa.js';
import { ELABORATO_DA_ESAMINARE } from './elaborato-da-esaminare.js';
import { ELABORATO_DA_RIVEDERE } from './elaborato-da-rivedere.js';
import { ELENCO_DA_PUBBLICARE } from './elenco-da-pubblicare.js';
import { ENTE_DA_VERIFICARE } from './ente-da-verificare.js';
import { FASE_IN_RITARDO } from './fase-in-ritardo.js';
import { FIRMA_MANCANTE } from './firma-mancante.js';
import type { Mancanza } from './mancanza.js';
import { OSSERVAZIONE_SENZA_RISPOSTA } from './osservazione-senza-risposta.js';
import { TAVOLO_SENZA_ENTI } from './tavolo-senza-enti.js';
import { TAVOLO_SENZA_INCONTRI } from './tavolo-senza-incontri.js';
import { TAVOLO_SENZA_REFERENTE } from './tavolo-senza-referente.js';
import { VERBALE_IN_RITARDO } from './verbale-in-ritardo.js';

/** All that the cockpit looks for, the most pressing kinds first. A new kind is one file, and one line here. */
export const MANCANZE: readonly Mancanza[] = [
  FASE_IN_RITARDO,
  TAVOLO_SENZA_REFERENTE,
  TAVOLO_SENZA_INCONTRI,
  TAVOLO_SENZA_ENTI,
  VERBALE_IN_RITARDO,
  CONTRIBUTO_IN_RITARDO,
  ELABORATO_DA_ESAMINARE,
  ELABORATO_DA_RIVEDERE,
  DESIGNAZIONE_IN_ATTESA,
  DECADENZA_DA_DECIDERE,
  ELENCO_DA_PUBBLICARE,
  CONSENSO_IN_ATTESA,
  ENTE_DA_VERIFICARE,
  ADESIONE_DA_ESAMINARE,
  OSSERVAZIONE_SENZA_RISPOSTA,
  FIRMA_MANCANTE,
];
