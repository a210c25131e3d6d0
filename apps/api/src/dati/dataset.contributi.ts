import { ESITI_CONTRIBUTO, STATI_PUBBLICI } from '@tavoli/shared';
import { FROM, PROVENIENZA, PUBBLICI } from '../contributi/contributo/contributi.sql.js';
import { fra } from '../platform/database/fra.js';
import type { DefinizioneDataset } from './definizione.js';
import { colonna, istante } from './dataset.sql.js';

/** The public twin of the texts, and nothing else of them. */
export const CONTRIBUTI: DefinizioneDataset = {
  titolo: 'Contributi',
  descrizione:
    'I contributi pubblicati, con lo stato e la risposta motivata del tavolo. Il nome di chi scrive c’è solo se ha chiesto di mostrarlo.',
  colonne: [
    colonna('codice', 'Codice del contributo.', 'c.codice'),
    colonna('titolo', 'Titolo, come pubblicato.', `c.pubblico->>'titolo'`),
    colonna('testo', 'Testo, come pubblicato.', `c.pubblico->>'testo'`),
    colonna('tipo', 'Bisogno, proposta, segnalazione_servizio o esperienza.', 'c.tipo'),
    colonna('stato', `Uno fra: ${STATI_PUBBLICI.join(', ')}.`, 'c.stato'),
    colonna('tavolo', 'Nome del tavolo.', 't.nome'),
    colonna('comune', 'Comune di cui parla.', 'k.nome'),
    colonna('istat', 'Codice ISTAT del comune.', 'k.istat'),
    colonna('zona', 'Zona o quartiere.', 'c.zona'),
    colonna('provenienza', 'Chi scrive: cittadino, gruppo o ente.', 'c.provenienza'),
    colonna('nome', 'Nome di chi scrive, se ha chiesto di mostrarlo.', `${PROVENIENZA}->>'nome'`),
    colonna('canale', 'Come è arrivato: web, carta o voce.', 'c.canale'),
    istante('inviato', 'Quando è stato inviato.', 'c.inviato_at'),
    istante('pubblicato', 'Quando è stato pubblicato.', 'c.pubblicato_at'),
    istante('risposto', 'Quando il tavolo ha risposto.', 'c.risposto_at'),
    colonna('risposta', 'Motivazione della risposta.', `CASE WHEN c.stato IN ${fra(ESITI_CONTRIBUTO)} THEN c.motivazione END`),
    colonna('pagina', 'Percorso della pagina sul portale.', `'/' || a.slug || '/contributi/' || c.id`),
  ],
  from: `${FROM.replace(/^FROM /, '')} JOIN ambito a ON a.id = c.ambito_id`,
  where: `c.ambito_id = $1 AND c.stato IN ${PUBBLICI}`,
  chiave: [
    ['c.inviato_at', 'timestamptz'],
    ['c.id', 'uuid'],
  ],
};
