import { INCONTRI_ANNUNCIATI } from '@tavoli/shared';
import { fra } from '../platform/database/fra.js';
import { conta } from '../posti/siede.sql.js';
import type { DefinizioneDataset } from './definizione.js';
import { colonna, istante, uniti } from './dataset.sql.js';

export const INCONTRI: DefinizioneDataset = {
  titolo: 'Incontri',
  descrizione: 'Gli incontri convocati, svolti o annullati, con il luogo e l’ordine del giorno.',
  colonne: [
    colonna('id', 'Identificativo dell’incontro.', 'n.id'),
    colonna('titolo', 'Titolo dell’incontro.', 'n.titolo'),
    colonna('tipo', 'Tavolo, congiunto, plenaria o focus (gruppo ristretto).', 'n.tipo'),
    colonna('stato', 'Convocato, in_corso, svolto o annullato.', 'n.stato'),
    colonna(
      'tavoli',
      'Tavoli che si incontrano, separati da « | ».',
      `(SELECT ${uniti('t.nome', 't.codice')} FROM incontro_tavolo nt JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id WHERE nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id)`,
    ),
    istante('inizio', 'Quando comincia.', 'n.inizio_at'),
    istante('fine', 'Quando finisce.', 'n.fine_at'),
    colonna('sede', 'Nome della sede; vuoto se è solo a distanza.', `n.sede->>'nome'`),
    colonna('indirizzo', 'Indirizzo della sede.', `n.sede->>'indirizzo'`),
    colonna(
      'ordine_del_giorno',
      'Punti all’ordine del giorno, separati da « | ».',
      `(SELECT ${uniti('p.titolo', 'p.ordine')} FROM incontro_punto p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id)`,
    ),
    colonna('pagina', 'Percorso della pagina sul portale.', `'/' || a.slug || '/incontri/' || n.id`),
  ],
  from: 'incontro n JOIN ambito a ON a.id = n.ambito_id',
  where: `n.ambito_id = $1 AND n.stato IN ${fra(INCONTRI_ANNUNCIATI)}`,
  chiave: [
    ['n.inizio_at', 'timestamptz'],
    ['n.id', 'uuid'],
  ],
};

const quanti = (stato: string): string => `count(*) FILTER (WHERE p.stato = '${stato}')::int`;

/** Numbers of seats, never who filled them. */
export const PRESENZE: DefinizioneDataset = {
  titolo: 'Presenze agli incontri',
  descrizione: 'Per ogni incontro svolto e per ogni tavolo: quanti posti c’erano e quanti sono stati occupati. Solo numeri, nessun nome.',
  colonne: [
    colonna('incontro', 'Identificativo dell’incontro, come nei dati degli incontri.', 'n.id'),
    istante('inizio', 'Quando è cominciato.', 'n.inizio_at'),
    colonna('tavolo', 'Nome del tavolo.', 't.nome'),
    colonna('posti', 'Posti convocati al tavolo quel giorno, o occupati comunque.', 'x.posti'),
    colonna('titolari', 'Posti occupati dal titolare.', 'x.titolari'),
    colonna('supplenti', 'Posti occupati dal supplente.', 'x.supplenti'),
    colonna('giustificati', 'Assenti giustificati.', 'x.giustificati'),
    colonna('assenti', 'Assenti.', 'x.assenti'),
  ],
  from: `incontro n JOIN incontro_tavolo nt ON nt.ambito_id = n.ambito_id AND nt.incontro_id = n.id JOIN tavolo t ON t.ambito_id = nt.ambito_id AND t.id = nt.tavolo_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS posti, ${quanti('titolare')} AS titolari, ${quanti('supplente')} AS supplenti, ${quanti('giustificato')} AS giustificati, ${quanti('assente')} AS assenti
      FROM presenza p WHERE p.ambito_id = n.ambito_id AND p.incontro_id = n.id AND p.tavolo_id = t.id AND ${conta('p')}) x`,
  where: `n.ambito_id = $1 AND n.stato = 'svolto'`,
  chiave: [
    ['n.inizio_at', 'timestamptz'],
    ['n.id', 'uuid'],
    ['t.id', 'uuid'],
  ],
};
