import { TIPI_MANCANZA } from '@tavoli/shared';
import { CONTRIBUTO_CON_RISPOSTA } from './attese/contributi/contributo-con-risposta.js';
import { CONTRIBUTO_DA_CONFERMARE } from './attese/contributi/contributo-da-confermare.js';
import { CONTRIBUTO_DA_LEGGERE } from './attese/contributi/contributo-da-leggere.js';
import { CONTRIBUTO_DA_MODIFICARE } from './attese/contributi/contributo-da-modificare.js';
import { CONTRIBUTO_DA_RISPONDERE } from './attese/contributi/contributo-da-rispondere.js';
import { CONTRIBUTO_IN_RITARDO } from './attese/contributi/contributo-in-ritardo.js';
import { RIESAME_IN_RITARDO } from './attese/contributi/riesame-in-ritardo.js';
import { RIESAME_DA_DECIDERE } from './attese/contributi/riesame-da-decidere.js';
import { COMMENTO_SENZA_RISPOSTA } from './attese/elaborati/commento-senza-risposta.js';
import { CONSULTAZIONE_APERTA } from './attese/elaborati/consultazione-aperta.js';
import { ELABORATO_DA_CONSEGNARE } from './attese/elaborati/elaborato-da-consegnare.js';
import { ELABORATO_DA_ESAMINARE } from './attese/elaborati/elaborato-da-esaminare.js';
import { ELABORATO_DA_RIVEDERE } from './attese/elaborati/elaborato-da-rivedere.js';
import { AVVISO_APERTO } from './attese/enti/avviso-aperto.js';
import { DESIGNAZIONE_IN_BOZZA } from './attese/enti/designazione-in-bozza.js';
import { DESIGNAZIONE_NON_ACCETTATA } from './attese/enti/designazione-non-accettata.js';
import { DESIGNAZIONE_SENZA_CONSENSO } from './attese/enti/designazione-senza-consenso.js';
import { ENTE_DA_COMPLETARE } from './attese/enti/ente-da-completare.js';
import { DESIGNAZIONE_DA_COMPLETARE } from './attese/enti/designazione-da-completare.js';
import { ENTE_DA_VERIFICARE } from './attese/enti/ente-da-verificare.js';
import { MEMORIA_DA_PRESENTARE } from './attese/enti/memoria-da-presentare.js';
import { RICHIESTA_DI_INGRESSO } from './attese/enti/richiesta-di-ingresso.js';
import { STATUTO_MANCANTE } from './attese/enti/statuto-mancante.js';
import { CONGIUNTO_DA_CONSENTIRE } from './attese/incontri/congiunto-da-consentire.js';
import { CONVOCAZIONE_DA_RISPONDERE } from './attese/incontri/convocazione-da-rispondere.js';
import { INCONTRO_DA_CHIUDERE } from './attese/incontri/incontro-da-chiudere.js';
import { INCONTRO_DA_CONVOCARE } from './attese/incontri/incontro-da-convocare.js';
import { INCONTRO_VICINO } from './attese/incontri/incontro-vicino.js';
import { DATA_DA_SCEGLIERE } from './attese/incontri/data-da-scegliere.js';
import { PROPOSTA_DA_DECIDERE } from './attese/incontri/proposta-da-decidere.js';
import { TAVOLO_SENZA_INCONTRI } from './attese/incontri/tavolo-senza-incontri.js';
import { ADESIONE_DA_ESAMINARE } from './attese/piano/adesione-da-esaminare.js';
import { ATTO_MANCANTE } from './attese/piano/atto-mancante.js';
import { FASE_IN_RITARDO } from './attese/piano/fase-in-ritardo.js';
import { FIRMA_MANCANTE } from './attese/piano/firma-mancante.js';
import { IMPEGNO_DEL_TAVOLO } from './attese/piano/impegno-del-tavolo.js';
import { IMPEGNO_SCADUTO } from './attese/piano/impegno-scaduto.js';
import { INCARICO_IN_SCADENZA } from './attese/piano/incarico-in-scadenza.js';
import { MESSAGGIO_NON_CONSEGNATO } from './attese/piano/messaggio-non-consegnato.js';
import { OSSERVAZIONE_SENZA_RISPOSTA } from './attese/piano/osservazione-senza-risposta.js';
import { SEGNALAZIONE_NUOVA } from './attese/piano/segnalazione-nuova.js';
import { TAVOLO_SENZA_REFERENTE } from './attese/piano/tavolo-senza-referente.js';
import { CONSENSO_IN_ATTESA } from './attese/posti/consenso-in-attesa.js';
import { DECADENZA_DA_DECIDERE } from './attese/posti/decadenza-da-decidere.js';
import { DECADENZA_PROPOSTA } from './attese/posti/decadenza-proposta.js';
import { DESIGNAZIONE_IN_ATTESA } from './attese/posti/designazione-in-attesa.js';
import { DESIGNAZIONE_NON_COMPLETATA } from './attese/posti/designazione-non-completata.js';
import { ELENCO_DA_PUBBLICARE } from './attese/posti/elenco-da-pubblicare.js';
import { OSSERVATORE_DA_DECIDERE } from './attese/posti/osservatore-da-decidere.js';
import { SOTTOGRUPPO_DA_CHIUDERE } from './attese/posti/sottogruppo-da-chiudere.js';
import { POSTO_SENZA_RISPOSTA } from './attese/posti/posto-senza-risposta.js';
import { TAVOLO_SENZA_ENTI } from './attese/posti/tavolo-senza-enti.js';
import { CORREZIONE_DA_DECIDERE } from './attese/verbali/correzione-da-decidere.js';
import { VERBALE_DA_APPROVARE } from './attese/verbali/verbale-da-approvare.js';
import { VERBALE_DA_CORREGGERE } from './attese/verbali/verbale-da-correggere.js';
import { VERBALE_DA_FINIRE } from './attese/verbali/verbale-da-finire.js';
import { VERBALE_DA_PUBBLICARE } from './attese/verbali/verbale-da-pubblicare.js';
import { VERBALE_DA_SCRIVERE } from './attese/verbali/verbale-da-scrivere.js';
import { VERBALE_IN_RITARDO } from './attese/verbali/verbale-in-ritardo.js';
import type { Attesa, Manca } from './attese/attesa.js';

/** All that may wait for somebody: of what presses alike, those of before come first. A new kind is one file, and one line here. */
export const ATTESE: readonly Attesa[] = [
  INCONTRO_VICINO,
  CONVOCAZIONE_DA_RISPONDERE,
  INCONTRO_DA_CHIUDERE,
  INCONTRO_DA_CONVOCARE,
  CONGIUNTO_DA_CONSENTIRE,
  CORREZIONE_DA_DECIDERE,
  VERBALE_DA_CORREGGERE,
  VERBALE_DA_SCRIVERE,
  VERBALE_DA_FINIRE,
  VERBALE_DA_APPROVARE,
  VERBALE_DA_PUBBLICARE,
  DESIGNAZIONE_IN_ATTESA,
  DESIGNAZIONE_NON_COMPLETATA,
  CONTRIBUTO_IN_RITARDO,
  RIESAME_IN_RITARDO,
  RIESAME_DA_DECIDERE,
  CONTRIBUTO_DA_LEGGERE,
  CONTRIBUTO_DA_RISPONDERE,
  ELABORATO_DA_ESAMINARE,
  ELABORATO_DA_RIVEDERE,
  ELABORATO_DA_CONSEGNARE,
  COMMENTO_SENZA_RISPOSTA,
  CONSULTAZIONE_APERTA,
  ENTE_DA_COMPLETARE,
  DESIGNAZIONE_DA_COMPLETARE,
  AVVISO_APERTO,
  DESIGNAZIONE_IN_BOZZA,
  DESIGNAZIONE_NON_ACCETTATA,
  DESIGNAZIONE_SENZA_CONSENSO,
  MEMORIA_DA_PRESENTARE,
  STATUTO_MANCANTE,
  RICHIESTA_DI_INGRESSO,
  ENTE_DA_VERIFICARE,
  CONSENSO_IN_ATTESA,
  DECADENZA_DA_DECIDERE,
  DECADENZA_PROPOSTA,
  ELENCO_DA_PUBBLICARE,
  POSTO_SENZA_RISPOSTA,
  OSSERVATORE_DA_DECIDERE,
  SOTTOGRUPPO_DA_CHIUDERE,
  PROPOSTA_DA_DECIDERE,
  DATA_DA_SCEGLIERE,
  CONTRIBUTO_CON_RISPOSTA,
  CONTRIBUTO_DA_MODIFICARE,
  CONTRIBUTO_DA_CONFERMARE,
  IMPEGNO_SCADUTO,
  IMPEGNO_DEL_TAVOLO,
  FASE_IN_RITARDO,
  ATTO_MANCANTE,
  ADESIONE_DA_ESAMINARE,
  OSSERVAZIONE_SENZA_RISPOSTA,
  FIRMA_MANCANTE,
  MESSAGGIO_NON_CONSEGNATO,
  SEGNALAZIONE_NUOVA,
  INCARICO_IN_SCADENZA,
  TAVOLO_SENZA_REFERENTE,
  TAVOLO_SENZA_INCONTRI,
  TAVOLO_SENZA_ENTI,
  VERBALE_IN_RITARDO,
];

export type Mancanza = Attesa & { readonly manca: Manca };

/** Those that the office sees as missing and may remind of, in the order of `TIPI_MANCANZA`. */
export const MANCANZE: readonly Mancanza[] = TIPI_MANCANZA.flatMap(tipo => ATTESE.filter((a): a is Mancanza => a.manca?.tipo === tipo));
