import { AMBITO_KIND } from './ambiti/ambito.kind.js';
import { AVVISO_KIND } from './avvisi/avviso.kind.js';
import { CARICAMENTO_KIND } from './caricamenti/caricamento.kind.js';
import { COMPONENTE_KIND } from './componenti/componente.kind.js';
import { AUTORE_SECRET, CONFERMA_SECRET, CONTRIBUTO_KIND } from './contributi/contributo/contributo.kind.js';
import { DECADENZA_KIND } from './decadenze/decadenza.kind.js';
import { DESIGNAZIONE_KIND, RAPPRESENTANTE_SECRET } from './designazioni/designazione.kind.js';
import { DIRETTO_KIND, INVITO_DIRETTO_SECRET } from './diretti/diretto.kind.js';
import { LETTORE_SECRET } from './elaborati/consultazione/lettore.secret.js';
import { ELABORATO_KIND } from './elaborati/elaborato/elaborato.kind.js';
import { ENTE_KIND } from './enti/ente.kind.js';
import { INCARICO_KIND } from './incarichi/incarico.kind.js';
import { INCONTRO_KIND } from './incontri/incontro/incontro.kind.js';
import { INVITATO_SECRET } from './incontri/inviti/invitato.secret.js';
import { ADESIONE_KIND, ATTO_KIND, FASE_KIND, FIRMATARIO_KIND, OSSERVAZIONE_KIND } from './iter/iter/iter.kinds.js';
import { EMAIL_KIND } from './messaggi/email.kind.js';
import { OSSERVATORE_KIND } from './osservatori/osservatore.kind.js';
import { PIANO_KIND } from './piani/piano/piano.kind.js';
import { Kinds } from './platform/procedura/kinds.js';
import { DISPONIBILE_SECRET, DISPONIBILITA_KIND } from './incontri/disponibilita/disponibilita.kind.js';
import { PROPOSTA_KIND } from './incontri/proposte/proposta.kind.js';
import { PROTOCOLLO_KIND } from './protocolli/protocollo.kind.js';
import { SEGNALAZIONE_KIND } from './segnalazioni/segnalazione.kind.js';
import { TAVOLO_KIND } from './tavoli/tavolo.kind.js';
import { VERBALE_KIND } from './verbali/verbale/verbale.kind.js';

/** Every kind of thing and every secret of the product: a new one is a line here, and is found, guarded and tested as the others are. */
export const KINDS = new Kinds(
  [
    AMBITO_KIND,
    TAVOLO_KIND,
    ENTE_KIND,
    COMPONENTE_KIND,
    AVVISO_KIND,
    DESIGNAZIONE_KIND,
    DECADENZA_KIND,
    DIRETTO_KIND,
    INCONTRO_KIND,
    VERBALE_KIND,
    CONTRIBUTO_KIND,
    ELABORATO_KIND,
    PIANO_KIND,
    FASE_KIND,
    ATTO_KIND,
    FIRMATARIO_KIND,
    ADESIONE_KIND,
    OSSERVATORE_KIND,
    OSSERVAZIONE_KIND,
    PROPOSTA_KIND,
    DISPONIBILITA_KIND,
    INCARICO_KIND,
    EMAIL_KIND,
    PROTOCOLLO_KIND,
    CARICAMENTO_KIND,
    SEGNALAZIONE_KIND,
  ],
  [RAPPRESENTANTE_SECRET, INVITO_DIRETTO_SECRET, INVITATO_SECRET, DISPONIBILE_SECRET, AUTORE_SECRET, CONFERMA_SECRET, LETTORE_SECRET],
);
