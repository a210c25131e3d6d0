import { AZIONI_DESIGNAZIONE } from '../designazioni/designazione.states.js';
import { AZIONI_CONSENSO } from '../designazioni/consenso.states.js';
import { AZIONI_DECADENZA } from '../decadenze/decadenza.states.js';
import { AZIONI_DIRETTO, AZIONI_NOMINA } from '../diretti/diretto.states.js';
import { AZIONI_ENTE } from '../enti/ente.states.js';
import { AZIONI_AVVISO } from '../avvisi/avviso.states.js';
import { AZIONI_INCONTRO } from '../incontri/incontro.states.js';
import { AZIONI_INVITO } from '../incontri/invito.states.js';
import { AZIONI_VERBALE } from '../verbali/verbale.states.js';
import { AZIONI_AUTORE, AZIONI_CONTRIBUTO } from '../contributi/contributo.states.js';
import { AZIONI_ELABORATO } from '../elaborati/elaborato.states.js';
import { AZIONI_PIANO } from '../piani/piano.states.js';
import { AZIONI_FASE } from '../iter/fase.states.js';
import { AZIONI_FIRMA } from '../iter/firma.states.js';
import { AZIONI_ADESIONE } from '../iter/adesione.states.js';
import { AZIONI_CARICAMENTO } from '../caricamenti/caricamento.states.js';
import { AZIONI_OSSERVATORE } from '../osservatori/osservatore.states.js';
import { AZIONI_DISPONIBILITA } from '../disponibilita/disponibilita.states.js';
import { AZIONI_PROPOSTA } from '../proposte/proposta.states.js';
import { AZIONI_SEGNALAZIONE } from '../segnalazioni/segnalazione.states.js';
import { AZIONI_OSSERVAZIONE } from '../iter/osservazione.states.js';

/** The steps of every procedura that an address names by `:azione`. Guards, permissions and tests know no other list. */
export const AZIONI_DI = {
  designazione: AZIONI_DESIGNAZIONE,
  consenso: AZIONI_CONSENSO,
  decadenza: AZIONI_DECADENZA,
  diretto: AZIONI_DIRETTO,
  nomina: AZIONI_NOMINA,
  ente: AZIONI_ENTE,
  avviso: AZIONI_AVVISO,
  incontro: AZIONI_INCONTRO,
  invito: AZIONI_INVITO,
  verbale: AZIONI_VERBALE,
  contributo: AZIONI_CONTRIBUTO,
  autore: AZIONI_AUTORE,
  elaborato: AZIONI_ELABORATO,
  piano: AZIONI_PIANO,
  fase: AZIONI_FASE,
  firmatario: AZIONI_FIRMA,
  adesione: AZIONI_ADESIONE,
  osservatore: AZIONI_OSSERVATORE,
  osservazione: AZIONI_OSSERVAZIONE,
  proposta: AZIONI_PROPOSTA,
  segnalazione: AZIONI_SEGNALAZIONE,
  disponibilita: AZIONI_DISPONIBILITA,
  caricamento: AZIONI_CARICAMENTO,
} as const;

export type Procedura = keyof typeof AZIONI_DI;

/** The permission of each step of each procedura: a step without a row in the matrix does not compile. */
export type PermessoDiPasso = { [P in Procedura]: `${P}.${(typeof AZIONI_DI)[P][number]}` }[Procedura];
